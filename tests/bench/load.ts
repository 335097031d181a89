/** Conversations that talk over keep-alive connections, each waiting for its answer before it goes on. */
import { Agent, request } from 'node:http';
import { SCRIPT } from './script.ts';

export interface Measured {
  messages: number;
  seconds: number;
  /** From the first byte sent to the last byte of the answer; milliseconds. */
  latencies: number[];
}

export interface LoadOptions {
  url: string;
  token: string;
  conversations: number;
  seconds: number;
  /** Sets this load's people apart from those of others. */
  label: string;
}

/** A conversation that has said everything is followed by another person's. */
export async function load({ url, token, conversations, seconds, label }: LoadOptions): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: conversations });
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  const talk = async (conversation: number) => {
    for (let person = 0; ; person += 1) {
      for (const [line, text] of SCRIPT.entries()) {
        if (performance.now() >= until) return;
        const user = { id: `${label}-${conversation}-${person}`, name: '张三', department: '财务科' };
        const before = performance.now();
        await post(agent, url, token, JSON.stringify({ messageId: `m${line}`, user, text }));
        latencies.push(performance.now() - before);
      }
    }
  };
  await Promise.all(Array.from({ length: conversations }, (_, at) => talk(at)));
  agent.destroy();
  return { messages: latencies.length, seconds: (performance.now() - started) / 1000, latencies };
}

function post(agent: Agent, url: string, token: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sent = request(`${url}/api/chat/messages`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`answered ${response.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
