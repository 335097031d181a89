/** Files for a message of the web page, uploaded before it: `POST /api/chat/files`, `POST /api/groups/{group}/files`. */
import type { FastifyError } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { storable } from '../../bot/incoming.ts';
import { maskSecrets } from '../../bot/secrets.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { Blobs } from '../attachments/blobs.ts';
import { MOST_BYTES } from '../attachments/fetch-round.ts';
import type { FileLinks } from '../attachments/file-links.ts';
import { takeUpload } from '../attachments/take-upload.ts';
import { ShownFile } from '../chat/shown-reply.ts';
import type { SharedLimiter } from '../limits.ts';
import { ProblemError } from '../problems.ts';
import type { Db } from '../store/database.ts';
import { type Access, requireRole } from './access.ts';
import { problemResponses, WRITING } from './schemas.ts';

export interface UploadRoutesOptions {
  db: Db;
  blobs: Blobs;
  links: FileLinks;
  /** What one sender may upload. */
  senders: SharedLimiter;
  now(): number;
}

const BYTES = 'application/octet-stream';
const refusals = TEXTS.zh.files.refused;

const Query = z.object({
  /** Who uploads it: the `user.id` of the message that will bring it. */
  user: z.string().min(1).max(256),
  name: z.string().min(1).max(255),
});

/** As the sender calls it, without what must not be kept. */
function nameOf(said: string): string {
  return maskSecrets(storable(said)).text.trim() || '文件';
}

export const uploadRoutes: FastifyPluginAsyncZod<UploadRoutesOptions> = async (app, options) => {
  const { db, blobs, links, senders, now } = options;
  app.addContentTypeParser(
    BYTES,
    // One byte more, so that what is too large is said in its own words.
    { parseAs: 'buffer', bodyLimit: MOST_BYTES + 1 },
    (_request, body, done) => done(null, body),
  );

  const take = async (user: string, name: string, body: unknown) => {
    const allowed = await senders.take(user);
    if (!allowed.ok)
      throw new ProblemError('too_many', { headers: { 'retry-after': String(allowed.retryAfterS) } });
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const taken = await takeUpload(db, blobs, { user, name: nameOf(name), bytes }, now());
    if (taken.ok) return { ...taken.file, url: links.pathOf(taken.file.id) };
    const { reason } = taken;
    const code =
      reason === 'too_large' ? 'too_large' : reason === 'too_many' ? 'too_many' : 'unsupported_media_type';
    throw new ProblemError(code, { detail: refusals[reason] });
  };

  const schema = {
    tags: ['chat'],
    summary: 'Upload a picture or file for a message to come',
    description:
      'The body is the file itself (`application/octet-stream`, at most 20 MB); what it is, its bytes say. ' +
      'The message names it by its id (`files`). One that no message brings is forgotten after a day.',
    querystring: Query,
    response: { 200: ShownFile, ...problemResponses(...WRITING) },
  };
  const uploading = (access: Access) => ({
    ...requireRole(access),
    bodyLimit: MOST_BYTES + 1,
    errorHandler(error: FastifyError) {
      const tooLarge = error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
      throw tooLarge ? new ProblemError('too_large', { detail: refusals.too_large }) : error;
    },
    schema,
  });
  app.post('/api/chat/files', uploading('chat'), async ({ query, body }) =>
    take(query.user, query.name, body),
  );
  app.post('/api/groups/:group/files', uploading('dispatcher'), async ({ query, body }) =>
    take(query.user, query.name, body),
  );
};
