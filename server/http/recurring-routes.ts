/** `/api/recurring-faults`: what breaks again and again. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { recurringFaults } from '../store/recurring.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses } from './schemas.ts';

const DAY_MS = 86_400_000;
const MOST_LISTED = 200;

const Recurring = z.object({
  what: z.enum(['asset', 'device', 'system']),
  name: z.string(),
  place: z.string().nullable(),
  count: z.number(),
  tickets: z.array(z.string()),
});

export const recurringRoutes: FastifyPluginAsyncZod<{ db: Db; context: DeskContext }> = async (
  app,
  { db, context },
) => {
  app.get(
    '/api/recurring-faults',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['tickets'],
        summary: 'Faults that come again',
        description: 'Of one asset, of one device in one room, of one system; the most frequent first.',
        querystring: z.object({
          days: z.coerce.number().int().min(1).max(366).default(30),
          least: z.coerce.number().int().min(2).max(1000).default(3),
        }),
        response: {
          200: z.object({ items: z.array(Recurring) }),
          ...problemResponses('invalid', ...GUARDED),
        },
      },
    },
    async ({ query: { days, least } }) => ({
      items: await recurringFaults(db, { since: context.now() - days * DAY_MS, least, limit: MOST_LISTED }),
    }),
  );
};
