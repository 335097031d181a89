/** `/api/escalations`, `/api/incidents`, `/api/vendor-work`: the desk as whoever answers for it looks at it. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Urgency } from '../../bot/types.ts';
import { TARGETS } from '../desk/profile-service-level.ts';
import { TicketStatus } from '../desk/ticket-record.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { listEscalations, listIncidents, listVendorWork } from '../tickets/oversee.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses } from './schemas.ts';

const Facts = z.object({
  number: z.string(),
  title: z.string(),
  status: TicketStatus,
  team: z.string().nullable(),
  assignee: z.string().nullable(),
  priority: z.number(),
  urgency: Urgency,
  place: z.string().nullable(),
});

const Escalation = Facts.extend({
  target: z.enum(TARGETS),
  due: z.string(),
  over: z.boolean(),
  /** The highest rung of the target that was climbed; 0: none yet. */
  level: z.number(),
  raisedAt: z.string().nullable(),
  acknowledged: z.object({ by: z.string(), at: z.string() }).nullable(),
});

const Incident = Facts.extend({
  reports: z.number(),
  openedAt: z.string(),
  behind: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      status: TicketStatus,
      requester: z.string(),
      place: z.string().nullable(),
    }),
  ),
});

const VendorWork = z.object({
  id: z.string(),
  name: z.string(),
  contact: z.string(),
  phone: z.string(),
  contract: z.string().nullable(),
  tickets: z.array(
    Facts.extend({
      /** By our own clock. */
      resolveBy: z.string().nullable(),
      clock: z
        .object({
          since: z.string(),
          answerBy: z.string().nullable(),
          doneBy: z.string().nullable(),
          answeredAt: z.string().nullable(),
          heardAt: z.string().nullable(),
        })
        .nullable(),
      /** By its own clock. */
      late: z.boolean(),
      chased: z.number(),
      chasedAt: z.string().nullable(),
      /** What it said last. */
      answer: z.string().nullable(),
    }),
  ),
});

const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

export const oversightRoutes: FastifyPluginAsyncZod<{ db: Db; context: DeskContext }> = async (
  app,
  { db, context },
) => {
  app.get(
    '/api/escalations',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['tickets'],
        summary: 'Targets that are missed or near, and who has heard of it',
        description: 'Of tickets in work: missed ones first, then what is due within two hours; 200 at most.',
        response: { 200: listOf(Escalation), ...problemResponses(...GUARDED) },
      },
    },
    async () => ({ items: await listEscalations(db, context) }),
  );

  app.get(
    '/api/incidents',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['tickets'],
        summary: 'Incidents in work, each with its reports',
        response: { 200: listOf(Incident), ...problemResponses(...GUARDED) },
      },
    },
    async () => ({ items: await listIncidents(db, context) }),
  );

  app.get(
    '/api/vendor-work',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['tickets'],
        summary: 'What vendors have in hand, their clock beside ours',
        response: { 200: listOf(VendorWork), ...problemResponses(...GUARDED) },
      },
    },
    async () => ({ items: await listVendorWork(db, context) }),
  );
};
