/** `/api/tickets`: listing, reading, opening and acting. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Understand } from '../../bot/types.ts';
import { Ticket } from '../desk/ticket-record.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { claimExternalId, type TicketFilter } from '../store/tickets.ts';
import { actOnTicket } from '../tickets/act-on-ticket.ts';
import { rulesOf } from '../tickets/desk-rules.ts';
import { getTicket } from '../tickets/get-ticket.ts';
import { listTickets } from '../tickets/list-tickets.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { draftOf } from '../tickets/ticket-request.ts';
import { requireRole } from './access.ts';
import { noSuchTicket, ticketRefused } from './refusals.ts';
import { runOnce } from './run-once.ts';
import {
  beforeIdOf,
  DEFAULT_LIMIT,
  GUARDED,
  idempotencyHeaders,
  numberParams,
  pageOf,
  problemResponses,
  WRITING,
} from './schemas.ts';
import { TicketActionBody, TicketBody, TicketQuery } from './ticket-schemas.ts';

export interface TicketRoutesOptions {
  db: Db;
  context: DeskContext;
  understand: Understand;
}

type Route = FastifyPluginAsyncZod<TicketRoutesOptions>;

const tags = ['tickets'];
/** A team and an engineer are known by their ids too. */
function filterOf(query: z.infer<typeof TicketQuery>, { profile }: DeskContext): TicketFilter {
  const { teamName, person } = rulesOf(profile);
  const { requester, status, category, team, assignee, overdue, q, externalId, limit, cursor } = query;
  return {
    requesterId: requester,
    statuses: status,
    category,
    team: team === undefined ? undefined : teamName(team),
    assignee: assignee === undefined ? undefined : person(assignee).name,
    overdue: overdue === undefined ? undefined : overdue === 'true',
    q,
    externalId,
    limit: limit ?? DEFAULT_LIMIT,
    beforeId: beforeIdOf(cursor),
  };
}

const listing: Route = async (app, { db, context }) => {
  app.get(
    '/api/tickets',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'Tickets, newest first',
        querystring: TicketQuery,
        response: { 200: pageOf(Ticket), ...problemResponses('invalid', ...GUARDED) },
      },
    },
    async (request) => listTickets(db, context, filterOf(request.query, context)),
  );
};

const reading: Route = async (app, { db, context }) => {
  app.get(
    '/api/tickets/:number',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'One ticket with its history',
        params: numberParams,
        response: { 200: Ticket, ...problemResponses('not_found', ...GUARDED) },
      },
    },
    async ({ params: { number } }) => {
      const ticket = await getTicket(db, context, number);
      if (ticket === null) throw noSuchTicket(number);
      return ticket;
    },
  );
};

const opening: Route = async (app, { db, context, understand }) => {
  app.post(
    '/api/tickets',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Open a ticket',
        description: 'What is left out is understood from title and description. A repeated key answers 200.',
        headers: idempotencyHeaders,
        body: TicketBody,
        response: { 200: Ticket, 201: Ticket, ...problemResponses(...WRITING) },
      },
    },
    async (request, reply) => {
      const { requester, actor } = request.body;
      const now = context.now();
      const draft = draftOf(request.body, understand, now);
      const address = { channel: requester.channel, chat: requester.id, kind: 'private' as const };
      const input = { draft, requester, address, actor: actor || (request.caller?.role ?? 'system') };
      const externalId = request.body.externalId ?? undefined;
      let isKnown = false;
      const { response, replayed } = await runOnce(db, request, now, async (trx) => {
        const known = externalId === undefined ? null : await claimExternalId(trx, externalId);
        const ticket = known === null ? null : await getTicket(trx, context, known);
        isKnown = ticket !== null;
        return ticket ?? openTicket(trx, context, { ...input, externalId });
      });
      return reply.code(replayed || isKnown ? 200 : 201).send(response);
    },
  );
};

const acting: Route = async (app, { db, context }) => {
  app.post(
    '/api/tickets/:number/actions',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Act on a ticket',
        description: 'Answers with the whole ticket. 409 where its status does not allow the action.',
        headers: idempotencyHeaders,
        params: numberParams,
        body: TicketActionBody,
        response: { 200: Ticket, ...problemResponses('not_found', 'not_allowed', 'stale', ...WRITING) },
      },
    },
    async (request) => {
      const { number } = request.params;
      const { version, actor: said, ...action } = request.body;
      const actor = said || actorOf(action) || (request.caller?.role ?? 'system');
      const now = context.now();
      const { response } = await runOnce(db, request, now, async (trx) => {
        const result = await actOnTicket(trx, context, {
          number,
          actor,
          byRequester: false,
          action,
          version,
        });
        if (!result.ok) throw ticketRefused(number, action.action, result, now);
        return result.ticket;
      });
      return response;
    },
  );
};

/** Who accepts for somebody by name acts in that name. */
function actorOf(action: { action: string; assignee?: string | undefined }): string | undefined {
  return action.action === 'accept' ? action.assignee : undefined;
}

export const ticketRoutes: Route = async (app, options) => {
  for (const route of [listing, reading, opening, acting]) app.register(route, options);
};
