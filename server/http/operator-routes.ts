/** What an operator must see: messages that could not be sent, and updates that could not be worked. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toIso } from '../desk/moments.ts';
import { ProblemError } from '../problems.ts';
import type { Db } from '../store/database.ts';
import { parkedUpdates, unpark } from '../store/inbox.ts';
import { deadMessages, resend } from '../store/outbox.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses } from './schemas.ts';

const Item = z.object({
  id: z.string(),
  channel: z.string(),
  to: z.string(),
  at: z.string(),
  attempts: z.number(),
  error: z.string(),
  text: z.string(),
});
const List = z.object({ items: z.array(Item) });
const Done = z.object({ ok: z.literal(true) });
const params = z.object({ id: z.string().regex(/^\d{1,15}$/) });
const MOST = 200;

export interface OperatorRoutesOptions {
  db: Db;
  zone: string;
  wake(): void;
}

export const operatorRoutes: FastifyPluginAsyncZod<OperatorRoutesOptions> = async (
  app,
  { db, zone, wake },
) => {
  const reading = { 200: List, ...problemResponses(...GUARDED) };
  const acting = { 200: Done, ...problemResponses('not_found', ...GUARDED) };
  const iso = (date: Date) => toIso(date.getTime(), zone);

  app.get(
    '/api/dead-letters',
    {
      ...requireRole('viewer'),
      schema: { tags: ['operation'], summary: 'Messages that could not be sent', response: reading },
    },
    async () => ({
      items: (await deadMessages(db, MOST)).map((row) => ({
        id: String(row.id),
        channel: row.channel,
        to: row.address.chat,
        at: iso(row.created_at),
        attempts: row.attempts,
        error: row.last_error ?? '',
        text: row.body.text,
      })),
    }),
  );

  app.post(
    '/api/dead-letters/:id/resend',
    {
      ...requireRole('dispatcher'),
      schema: { tags: ['operation'], summary: 'Send it once more', params, response: acting },
    },
    async (request) => {
      if (!(await resend(db, Number(request.params.id)))) throw new ProblemError('not_found');
      wake();
      return { ok: true as const };
    },
  );

  app.get(
    '/api/parked',
    {
      ...requireRole('viewer'),
      schema: { tags: ['operation'], summary: 'Updates that could not be worked', response: reading },
    },
    async () => ({
      items: (await parkedUpdates(db, MOST)).map((row) => ({
        id: String(row.id),
        channel: row.channel,
        to: row.body.address?.chat ?? '',
        at: iso(row.received_at),
        attempts: row.attempts,
        error: row.last_error ?? '',
        text: row.body.kind === 'utterance' ? row.body.text : row.body.kind,
      })),
    }),
  );

  app.post(
    '/api/parked/:id/retry',
    {
      ...requireRole('dispatcher'),
      schema: { tags: ['operation'], summary: 'Work it once more', params, response: acting },
    },
    async (request) => {
      if (!(await unpark(db, Number(request.params.id)))) throw new ProblemError('not_found');
      wake();
      return { ok: true as const };
    },
  );
};
