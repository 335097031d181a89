/** `/api/calls`: telephone calls as the agent logs them, and those that wait to be rung back. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Category, Intent, Slots, type Understand, Urgency } from '../../bot/types.ts';
import { logCall } from '../calls/log-call.ts';
import { text, words } from '../desk/fields.ts';
import { toIso } from '../desk/moments.ts';
import { phoneDigits } from '../desk/person.ts';
import { Ticket } from '../desk/ticket-record.ts';
import type { DeskContext } from '../desk-context.ts';
import { pageOf as page } from '../paging.ts';
import { type Directory, PHONE } from '../people/directory.ts';
import { ProblemError } from '../problems.ts';
import { dueCallBacks, listCalls, noteCallBack } from '../store/calls.ts';
import type { Db } from '../store/database.ts';
import { requireRole } from './access.ts';
import { noSuchTicket } from './refusals.ts';
import { runOnce } from './run-once.ts';
import {
  beforeIdOf,
  DEFAULT_LIMIT,
  GUARDED,
  idempotencyHeaders,
  limit,
  orEmpty,
  pageOf,
  problemResponses,
  WRITING,
} from './schemas.ts';

const tags = ['calls'];
const Outcome = z.enum(['ticket_opened', 'ticket_urged', 'ticket_commented', 'noted']);

const CallBody = z.object({
  /** As shown or heard; compared by its digits. */
  phone: text(50).regex(/\d/, { error: 'a telephone number' }),
  name: text(100).optional(),
  department: text(200).optional(),
  said: words(20_000),
  ticket: text(20).optional(),
  open: z.boolean().optional(),
  agent: text(100).optional(),
});

const Call = z.object({
  id: z.string(),
  at: z.string(),
  caller: z.object({
    phone: z.string(),
    name: z.string().optional(),
    department: z.string().optional(),
    person: z.string().optional(),
  }),
  understood: z.object({
    intent: Intent,
    confidence: z.number(),
    category: Category.optional(),
    urgency: Urgency.optional(),
    slots: Slots,
  }),
  outcome: Outcome,
  ticket: Ticket.nullable(),
  openTickets: z.array(Ticket),
});

const LoggedCall = z.object({
  id: z.string(),
  at: z.string(),
  agent: z.string(),
  phone: z.string(),
  name: z.string().nullable(),
  department: z.string().nullable(),
  person: z.string().nullable(),
  said: z.string(),
  intent: z.string(),
  outcome: Outcome,
  ticket: z.string().nullable(),
});

const CallBack = z.object({
  id: z.string(),
  phone: z.string(),
  name: z.string().optional(),
  text: z.string(),
  ticket: z.string().optional(),
  at: z.string(),
});

export interface CallRoutesOptions {
  db: Db;
  context: DeskContext;
  understand: Understand;
  directory: Directory;
}
type Route = FastifyPluginAsyncZod<CallRoutesOptions>;

const logging: Route = async (app, { db, context, understand, directory }) => {
  app.post(
    '/api/calls',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Log a telephone call',
        description:
          'The caller is looked up by number, and what was said is understood as in a chat: a ticket is opened, an open one is urged or added to, or the call is kept as it is. A repeated key answers 200.',
        headers: idempotencyHeaders,
        body: CallBody,
        response: { 200: Call, 201: Call, ...problemResponses('not_found', ...WRITING) },
      },
    },
    async (request, reply) => {
      const { agent, ticket, ...body } = request.body;
      const input = {
        ...body,
        agent: agent || (request.caller?.role ?? 'system'),
        ticket: ticket?.toUpperCase(),
      };
      const { response, replayed } = await runOnce(db, request, context.now(), async (trx) => {
        const logged = await logCall(trx, { context, understand, directory }, input);
        if (logged === null) throw noSuchTicket(input.ticket ?? '');
        const { id, at, understood, ...rest } = logged;
        const { intent, confidence, category, urgency, slots } = understood;
        return {
          ...rest,
          id: String(id),
          at: toIso(at, context.zone),
          understood: { intent, confidence, category, urgency, slots },
        };
      });
      return reply.code(replayed ? 200 : 201).send(response);
    },
  );
};

const CallQuery = z.object({
  phone: orEmpty(text(50)),
  limit: orEmpty(limit),
  cursor: orEmpty(z.string().max(200)),
});

const listing: Route = async (app, { db, context }) => {
  app.get(
    '/api/calls',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'Logged calls, newest first',
        querystring: CallQuery,
        response: { 200: pageOf(LoggedCall), ...problemResponses('invalid', ...GUARDED) },
      },
    },
    async ({ query: { phone, limit: most = DEFAULT_LIMIT, cursor } }) => {
      const filter = { phone: phone && phoneDigits(phone), beforeId: beforeIdOf(cursor), limit: most + 1 };
      const calls = await listCalls(db, filter);
      return page(calls, most, (call) => ({
        ...call,
        id: String(call.id),
        at: toIso(call.at.getTime(), context.zone),
      }));
    },
  );
};

const ringingBack: Route = async (app, { db, context, directory }) => {
  app.get(
    '/api/call-backs',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'What callers are still to be told by telephone',
        response: { 200: z.object({ items: z.array(CallBack) }), ...problemResponses(...GUARDED) },
      },
    },
    async () => ({
      items: (await dueCallBacks(db, PHONE, DEFAULT_LIMIT)).map(({ id, at, phone, text: said, ticket }) => {
        const [person, ...others] = directory.byPhone(phone);
        const known = person && others.length === 0 ? { name: person.name } : {};
        const about = ticket ? { ticket } : {};
        return {
          id: String(id),
          phone,
          text: said,
          at: toIso(at.getTime(), context.zone),
          ...known,
          ...about,
        };
      }),
    }),
  );

  app.post(
    '/api/call-backs/:id/done',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'The caller was told',
        params: z.object({ id: z.string().regex(/^\d{1,15}$/) }),
        body: z.object({ agent: text(100).optional() }),
        response: { 200: z.object({ ok: z.literal(true) }), ...problemResponses('not_found', ...WRITING) },
      },
    },
    async (request) => {
      const agent = request.body.agent || (request.caller?.role ?? 'system');
      const done = { id: Number(request.params.id), agent, channel: PHONE, now: context.now() };
      if (!(await noteCallBack(db, done))) throw new ProblemError('not_found');
      return { ok: true as const };
    },
  );
};

export const callRoutes: Route = async (app, options) => {
  for (const route of [logging, listing, ringingBack]) app.register(route, options);
};
