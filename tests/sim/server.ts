/** The page of the simulation and what it asks for. This machine only. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { SimulatedChannel } from './simulated.ts';

const Said = z.object({ channel: z.string(), chat: z.string(), who: z.string(), text: z.string().min(1) });
const Pressed = z.object({
  channel: z.string(),
  message: z.string(),
  who: z.string(),
  button: z.unknown(),
  form: z.record(z.string(), z.string()).default({}),
});
const Away = z.object({ channel: z.string(), away: z.boolean() });

const FILES: Readonly<Record<string, [file: string, type: string]>> = {
  '/': ['page.html', 'text/html; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
};

export function createSimServer(channels: readonly SimulatedChannel[]): Server {
  const away = new Set<string>();
  const named = (name: string): SimulatedChannel => {
    const found = channels.find((one) => one.name === name);
    if (!found) throw new Error(`no channel ${name}`);
    return found;
  };

  const state = () =>
    channels.map((channel) => ({
      name: channel.name,
      title: channel.title,
      away: away.has(channel.name),
      chats: channel.chats,
      messages: channel.messages(),
    }));

  const act = async (path: string, body: unknown): Promise<unknown> => {
    if (path === '/say') {
      const { channel, chat, who, text } = Said.parse(body);
      await named(channel).say(chat, who, text);
      return {};
    }
    if (path === '/press') {
      const { channel, message, who, button, form } = Pressed.parse(body);
      return { toast: await named(channel).press(message, who, button, form) };
    }
    const { channel, away: gone } = Away.parse(body);
    named(channel).setAway(gone);
    if (gone) away.add(channel);
    else away.delete(channel);
    return {};
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = FILES[path];
    if (request.method === 'GET' && file) {
      const bytes = await readFile(new URL(file[0], import.meta.url));
      response.writeHead(200, { 'content-type': file[1] }).end(bytes);
      return;
    }
    const known = request.method === 'GET' ? path === '/state' : ['/say', '/press', '/away'].includes(path);
    if (!known) return void response.writeHead(404).end();
    const given = request.method === 'GET' ? state() : await act(path, JSON.parse(await bodyOf(request)));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(given));
  };

  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error));
    });
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
