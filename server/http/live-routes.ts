/** `/api/events`: word of changes as they happen (Server-Sent Events); the page then asks for what it needs. */
import type { FastifyPluginAsync } from 'fastify';
import type { Bus } from '../live/bus.ts';
import { requireRole } from './access.ts';

const BEAT_MS = 20_000;
/** A page that does not read is cut off: it comes back and asks for everything. */
const MOST_UNREAD = 256 * 1024;

export const liveRoutes: FastifyPluginAsync<{ bus: Bus }> = async (app, { bus }) => {
  const open = new Set<() => void>();

  app.get(
    '/api/events',
    { ...requireRole('viewer'), schema: { tags: ['desk'], summary: 'Changes as they happen' } },
    (_request, reply) => {
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // Its end is the connection's end: a draining server must not wait for the page's next request on it.
        connection: 'close',
      });
      raw.write(': open\n\n');
      const end = () => {
        clearInterval(beat);
        unsubscribe();
        open.delete(end);
        raw.end();
      };
      const unsubscribe = bus.subscribe((event) => {
        if (event.type === 'work') return;
        if (raw.writableLength > MOST_UNREAD) return end();
        raw.write(`data: ${JSON.stringify(event)}\n\n`);
      });
      const beat = setInterval(() => raw.write(': beat\n\n'), BEAT_MS);
      open.add(end);
      raw.on('close', end);
    },
  );

  app.addHook('preClose', async () => {
    for (const end of [...open]) end();
  });
};
