/** How bytes that came from people are handed to a browser: it neither guesses what they are nor runs them. */
import type { FastifyReply } from 'fastify';
import { kindOf } from '../attachments/reply-file.ts';

/** Pictures alone are shown in the page; anything else is saved first. */
export function sendFile(
  reply: FastifyReply,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array },
): FastifyReply {
  const how = kindOf(type) === 'image' ? 'inline' : 'attachment';
  return reply
    .header('content-type', type)
    .header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'private, max-age=3600')
    .send(Buffer.from(bytes));
}
