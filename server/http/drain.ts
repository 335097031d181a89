/** A refusal reaches the caller even while they are still sending: their bytes are taken in, and thrown away. */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Who sends more, or slower, finds the connection closed on them. */
const MOST_BYTES = 16_000_000;
const MOST_MS = 2_000;

/**
 * A connection that is closed with bytes unread is reset, and the answer on its way is lost with it (RFC 9112, 9.6).
 * So the rest of a refused body is read first, within bounds; nothing looks at it.
 */
export function drainRefused(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode >= 400 && hasUnreadBody(request.raw)) await drained(request.raw);
    return payload;
  });
}

function hasUnreadBody({ headers, complete, readableEnded, destroyed }: IncomingMessage): boolean {
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  return hasBody && !complete && !readableEnded && !destroyed;
}

function drained(body: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let left = MOST_BYTES;
    const done = () => {
      clearTimeout(timer);
      body.off('data', count).off('end', done).off('close', done).off('error', done);
      resolve();
    };
    const count = (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) done();
    };
    const timer = setTimeout(done, MOST_MS);
    body.on('data', count).once('end', done).once('close', done).once('error', done);
    body.resume();
  });
}
