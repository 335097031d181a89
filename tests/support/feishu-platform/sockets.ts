/** The long connections of the platform: each event goes to one of them, and its answer is waited for. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { decodeFrame, encodeFrame } from './frames.ts';

const CONTROL = 0;
const DATA = 1;
const ACK_WITHIN_MS = 3_000;

export interface Sockets {
  /** What a client is told when it asks where to connect: seconds. */
  config: { PingInterval: number; ReconnectCount: number; ReconnectInterval: number; ReconnectNonce: number };
  address(platformUrl: string): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Resolves when at least one client is there. */
  connected(): Promise<void>;
  push(event: unknown): Promise<{ code: number; data?: unknown }>;
  /** Cuts all connections, as a network does. */
  cut(): void;
  count(): number;
  close(): void;
}

export function createSockets(): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const clients: WebSocket[] = [];
  const waiting = new Map<string, (answer: { code: number; data?: unknown }) => void>();
  const arrivals: (() => void)[] = [];

  server.on('connection', (client: WebSocket) => {
    clients.push(client);
    // Every event that waits for its answer listens for the end of the connection.
    client.setMaxListeners(0);
    client.on('close', () => clients.splice(clients.indexOf(client), 1));
    client.on('message', (data: Buffer) => {
      const frame = decodeFrame(data);
      if (frame.method === CONTROL) {
        const payload = Buffer.from(JSON.stringify(config));
        client.send(encodeFrame({ ...frame, headers: { type: 'pong' }, payload }));
        return;
      }
      const answer = JSON.parse(Buffer.from(frame.payload).toString()) as { code: number; data?: string };
      const value = answer.data ? JSON.parse(Buffer.from(answer.data, 'base64').toString()) : undefined;
      waiting.get(frame.headers.message_id ?? '')?.({ code: answer.code, data: value });
    });
    for (const arrived of arrivals.splice(0)) arrived();
  });

  const config = { PingInterval: 120, ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0 };
  let next = 0;
  return {
    config,
    address: (url) => `${url.replace('http', 'ws')}/ws?device_id=d1&service_id=1`,
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request)),
    connected: () =>
      clients.length > 0 ? Promise.resolve() : new Promise((resolve) => arrivals.push(resolve)),
    push(event) {
      const client = clients[next % Math.max(clients.length, 1)];
      next += 1;
      if (!client) return Promise.resolve({ code: -1 });
      const id = randomUUID();
      const headers = { type: 'event', message_id: id, sum: '1', seq: '0', trace_id: id };
      const payload = Buffer.from(JSON.stringify(event));
      return new Promise((resolve) => {
        const late = setTimeout(() => settle({ code: -1 }), ACK_WITHIN_MS);
        const settle = (answer: { code: number; data?: unknown }) => {
          clearTimeout(late);
          waiting.delete(id);
          client.off('close', gone);
          resolve(answer);
        };
        const gone = () => settle({ code: -1 });
        waiting.set(id, settle);
        client.once('close', gone);
        client.send(encodeFrame({ service: 1, method: DATA, headers, payload }));
      });
    },
    cut: () => {
      for (const client of [...clients]) client.terminate();
    },
    count: () => clients.length,
    close: () => {
      for (const client of [...clients]) client.terminate();
      server.close();
    },
  };
}
