/** `/api/attachments/{id}`: what came with a ticket's messages. `/files/{id}/{key}`: the same by an address of its own. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Blobs } from '../attachments/blobs.ts';
import type { FileLinks } from '../attachments/file-links.ts';
import { ProblemError } from '../problems.ts';
import { findAttachment } from '../store/attachments.ts';
import type { Db } from '../store/database.ts';
import { requireRole } from './access.ts';
import { sendFile } from './file-headers.ts';

export interface AttachmentRoutesOptions {
  db: Db;
  blobs: Blobs;
  links: FileLinks;
}

const id = z.string().regex(/^[0-9a-f-]{36}$/);

export const attachmentRoutes: FastifyPluginAsyncZod<AttachmentRoutesOptions> = async (
  app,
  { db, blobs, links },
) => {
  const keptFile = async (wanted: string) => {
    const found = await findAttachment(db, wanted);
    const bytes = found?.status === 'kept' ? await blobs.get(found.id) : null;
    if (!found || !bytes) throw new ProblemError('not_found', { detail: '没有这个附件，或者还没有取到。' });
    return { name: found.name, type: found.type ?? 'application/octet-stream', bytes };
  };
  app.get(
    '/api/attachments/:id',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['tickets'],
        summary: 'The bytes of an attachment',
        description: '404 while it has not been fetched from its platform yet.',
        params: z.object({ id }),
      },
    },
    async ({ params }, reply) => sendFile(reply, await keptFile(params.id)),
  );
  app.get(
    '/files/:id/:key',
    {
      ...requireRole('public'),
      schema: { hide: true, params: z.object({ id, key: z.string().max(60) }) },
    },
    async ({ params }, reply) => {
      // A wrong key, one that ran out and a file that is gone look the same.
      if (!links.isRight(params.id, params.key)) throw new ProblemError('not_found');
      return sendFile(reply, await keptFile(params.id));
    },
  );
};
