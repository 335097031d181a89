/** An OpenAI-compatible endpoint on loopback that answers as it is told to, badly where a test wants that. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour =
  /** A chat completion with this as its content; `usage` null: none is told. */
  | { kind: 'content'; content: string; usage?: { total_tokens: unknown } | null; delayMs?: number }
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  /** Any body under status 200. */
  | { kind: 'body'; body: string }
  /** The first half of a good answer, then the connection breaks. */
  | { kind: 'cut_off'; content: string }
  /** The body never ends, or ends only after so many bytes. */
  | { kind: 'endless'; bytes: number }
  /** Takes the request and says nothing. */
  | { kind: 'silent' };

export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  raw: string;
  body: {
    model?: string;
    temperature?: number;
    response_format?: { type: string; json_schema?: { schema: unknown; strict?: boolean } };
    messages?: { role: string; content: string }[];
  };
}

export interface ModelServer {
  /** For LLM_BASE_URL. */
  url: string;
  requests: ReceivedRequest[];
  /** What comes next, one a request; then `always`, which is told by the request. */
  next(...behaviours: Behaviour[]): void;
  always(behave: (request: ReceivedRequest) => Behaviour): void;
  /** Forgets what came in and what was to be answered. */
  reset(): void;
  /** Breaks off whatever is unanswered. */
  dropConnections(): void;
  close(): Promise<void>;
}

/** A record as content. */
export function record(fields: object): Behaviour {
  return { kind: 'content', content: JSON.stringify(fields) };
}

export async function openModelServer(): Promise<ModelServer> {
  const requests: ReceivedRequest[] = [];
  const queue: Behaviour[] = [];
  const byDefault = () => record({ intent: 'out_of_scope' });
  let always: (request: ReceivedRequest) => Behaviour = byDefault;
  const server = createServer(async (incoming, response) => {
    const request = await received(incoming);
    requests.push(request);
    await behave(queue.shift() ?? always(request), response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    next: (...behaviours) => queue.push(...behaviours),
    always(behaviour) {
      always = behaviour;
    },
    reset() {
      requests.length = 0;
      queue.length = 0;
      always = byDefault;
    },
    dropConnections: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function received(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks).toString('utf8');
  const { method = '', url: path = '', headers } = incoming;
  return { method, path, headers, raw, body: raw === '' ? {} : JSON.parse(raw) };
}

function completion(content: string, usage: unknown): string {
  const message = { role: 'assistant', content };
  return JSON.stringify({
    id: 'c1',
    object: 'chat.completion',
    created: 1,
    model: 'local',
    choices: [{ index: 0, finish_reason: 'stop', message }],
    ...(usage === null ? {} : { usage }),
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function behave(behaviour: Behaviour, response: ServerResponse): Promise<void> {
  switch (behaviour.kind) {
    case 'content': {
      const { content, usage = { total_tokens: 100 }, delayMs = 0 } = behaviour;
      setTimeout(() => response.writeHead(200, JSON_TYPE).end(completion(content, usage)), delayMs);
      return;
    }
    case 'status':
      response
        .writeHead(behaviour.status, { ...JSON_TYPE, ...behaviour.headers })
        .end(behaviour.body ?? '{}');
      return;
    case 'body':
      response.writeHead(200, JSON_TYPE).end(behaviour.body);
      return;
    case 'cut_off': {
      const whole = completion(behaviour.content, null);
      response.writeHead(200, { ...JSON_TYPE, 'content-length': String(Buffer.byteLength(whole)) });
      response.write(whole.slice(0, Math.floor(whole.length / 2)), () => response.destroy());
      return;
    }
    case 'endless':
      response.writeHead(200, JSON_TYPE);
      pour(response, behaviour.bytes);
      return;
    case 'silent':
      return;
  }
}

const DROP = ' '.repeat(16_384);

function pour(response: ServerResponse, left: number): void {
  if (response.destroyed) return;
  if (left <= 0) response.end();
  else response.write(DROP, () => pour(response, left - DROP.length));
}
