/** `/api/attachments/{id}`: what came with a ticket's messages. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Blobs } from '../attachments/blobs.ts';
import { ProblemError } from '../problems.ts';
import { findAttachment } from '../store/attachments.ts';
import type { Db } from '../store/database.ts';
import { requireRole } from './access.ts';

export interface AttachmentRoutesOptions {
  db: Db;
  blobs: Blobs;
}

/** Pictures alone are shown in the page; anything else is saved first. */
const SHOWN = /^image\/(?:png|jpeg|gif|webp|bmp)$/;

export const attachmentRoutes: FastifyPluginAsyncZod<AttachmentRoutesOptions> = async (
  app,
  { db, blobs },
) => {
  app.get(
    '/api/attachments/:id',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['tickets'],
        summary: 'The bytes of an attachment',
        description: '404 while it has not been fetched from its platform yet.',
        params: z.object({ id: z.string().regex(/^[0-9a-f-]{36}$/) }),
      },
    },
    async (request, reply) => {
      const found = await findAttachment(db, request.params.id);
      const bytes = found?.status === 'kept' ? await blobs.get(found.id) : null;
      if (!found || !bytes) throw new ProblemError('not_found', { detail: '没有这个附件，或者还没有取到。' });
      const type = found.type ?? 'application/octet-stream';
      const how = SHOWN.test(type) ? 'inline' : 'attachment';
      return reply
        .header('content-type', type)
        .header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(found.name)}`)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('cache-control', 'private, max-age=3600')
        .send(Buffer.from(bytes));
    },
  );
};
