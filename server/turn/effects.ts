/** Carries out what a flow asks of the desk, inside the turn's transaction. A refusal is an outcome like any other. */
import type { Effect, Outcome, Refusal, RequesterAction } from '../../bot/desk.ts';
import type { Update } from '../../bot/types.ts';
import type { Blobs } from '../attachments/blobs.ts';
import type { Account } from '../desk/person.ts';
import type { TicketAction } from '../desk/ticket-actions.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import { addClaimed, type Claims } from '../store/attachments.ts';
import type { Db, Trx } from '../store/database.ts';
import { type Deflection, recordDeflection } from '../store/deflections.ts';
import { conversationKeyOf } from '../store/keys.ts';
import { findTicket } from '../store/tickets.ts';
import { actOnTicket, isRequestedBy } from '../tickets/act-on-ticket.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { requesterTickets } from '../tickets/requester-tickets.ts';
import type { Articles } from './articles.ts';
import { type MeetingReading, performOnMeetings, readMeetings } from './meeting-effects.ts';
import { requesterOf } from './requester-of.ts';
import { ticketView } from './views.ts';

/** How many of a person's own tickets a conversation looks at. */
const MOST_OWN = 20;

export interface EffectScope {
  trx: Trx;
  context: DeskContext;
  articles: Articles;
  update: Update;
  /** The accounts of whoever speaks: the one they speak by, and others of the same person. */
  mine: readonly Account[];
  /** Their units: some entries are for some units only. */
  units: readonly string[];
  /** What came in this conversation and may go with a ticket; null where its channel has no files. */
  claims: Claims | null;
  /** Where files lie: `keepFile` (server/attachments/keep-file.ts) makes one that a reply carries. */
  blobs: Blobs;
}

export interface ReadScope {
  db: Db;
  context: DeskContext;
  articles: Articles;
  update: Update;
  mine: readonly Account[];
  /** Their units: some entries are for some units only. */
  units: readonly string[];
}

type Reading =
  | Extract<Effect, { kind: 'search_articles' | 'article_full' | 'my_tickets' | 'find_ticket' }>
  | MeetingReading;

const READS: ReadonlySet<Effect['kind']> = new Set<Reading['kind']>([
  'search_articles',
  'article_full',
  'my_tickets',
  'find_ticket',
  'my_meetings',
  'propose_rooms',
  'room_uses',
]);

/** Whether it leaves everything as it is, and so needs no transaction. */
export function onlyReads(effect: Effect): effect is Reading {
  return READS.has(effect.kind);
}

const QUIET: ReadonlySet<Effect['kind']> = new Set([
  'record_deflection',
  'hold_room',
  'try_change',
  'make_document',
]);

/** Whether tickets, meetings or groups may look different after it. */
export function changesDesk(effect: Effect): boolean {
  return !onlyReads(effect) && !QUIET.has(effect.kind);
}

export async function perform(scope: EffectScope, effect: Effect): Promise<Outcome> {
  if (onlyReads(effect)) return performRead({ ...scope, db: scope.trx }, effect);
  switch (effect.kind) {
    case 'record_deflection':
      await recordDeflection(scope.trx, deflectionOf(scope, effect));
      return { kind: 'recorded' };
    case 'open_ticket':
    case 'act_on_ticket':
      return performOnTickets(scope, effect);
    case 'hold_room':
    case 'book_meeting':
    case 'change_meeting':
    case 'try_change':
    case 'undo_change':
    case 'rebook_meeting':
    case 'make_document':
    case 'rate_meeting':
    case 'cancel_meeting':
      return performOnMeetings(scope, effect);
  }
}

/** What became of a self-service answer, to be counted. */
export function deflectionOf(
  { context, update }: Pick<EffectScope, 'context' | 'update'>,
  { query, articles, outcome }: Extract<Effect, { kind: 'record_deflection' }>,
): Deflection {
  return { at: context.now(), conversationKey: conversationKeyOf(update), query, articles, outcome };
}

export async function performRead(scope: ReadScope, effect: Reading): Promise<Outcome> {
  const { db, context, articles } = scope;
  const own = { accounts: scope.mine, limit: MOST_OWN };
  switch (effect.kind) {
    case 'search_articles':
      return { kind: 'articles', ...articles.search(effect.query, scope.units) };
    case 'article_full': {
      const article = articles.full(effect.id, scope.units);
      return article ? { kind: 'article', article } : refused({ reason: 'not_found' });
    }
    case 'my_tickets':
      return { kind: 'tickets', tickets: (await requesterTickets(db, context, own)).map(ticketView) };
    case 'find_ticket': {
      const stored = await ownTicket(scope, effect.number);
      if (!stored) return refused({ reason: 'not_found' });
      return {
        kind: 'ticket',
        ticket: ticketView(ticketRecord(stored.ticket, stored.history, context.zone)),
      };
    }
    case 'my_meetings':
    case 'propose_rooms':
    case 'room_uses':
      return readMeetings(scope, effect);
  }
}

type TicketEffect = Extract<Effect, { kind: 'open_ticket' | 'act_on_ticket' }>;

async function performOnTickets(scope: EffectScope, effect: TicketEffect): Promise<Outcome> {
  const { trx, context, update } = scope;
  switch (effect.kind) {
    case 'open_ticket': {
      const { address } = update;
      const input = {
        draft: effect.draft,
        requester: requesterOf(update),
        address,
        actor: update.sender.id,
        claims: scope.claims ?? undefined,
      };
      return { kind: 'ticket', ticket: ticketView(await openTicket(trx, context, input)) };
    }
    case 'act_on_ticket':
      return actOnOwnTicket(scope, effect.number, effect.act);
  }
}

/** Somebody else's ticket is not there. */
async function ownTicket({ db, mine }: Pick<ReadScope, 'db' | 'mine'>, number: string) {
  const stored = await findTicket(db, number.toUpperCase());
  return stored && isRequestedBy(stored.ticket, mine) ? stored : null;
}

async function actOnOwnTicket(scope: EffectScope, number: string, act: RequesterAction): Promise<Outcome> {
  if (scope.claims && (act.action === 'comment' || act.action === 'update')) {
    const own = await ownTicket({ ...scope, db: scope.trx }, number);
    if (!own) return refused({ reason: 'not_found' });
    await addClaimed(scope.trx, { ...scope.claims, ticket: own.ticket.number });
  }
  const result = await actOnTicket(scope.trx, scope.context, {
    number: number.toUpperCase(),
    requestedBy: scope.mine,
    actor: scope.update.sender.name ?? scope.update.sender.id,
    byRequester: true,
    action: act satisfies TicketAction,
  });
  if (result.ok) return { kind: 'ticket', ticket: ticketView(result.ticket) };
  if (result.reason === 'not_found') return refused({ reason: 'not_found' });
  return refused({ reason: 'not_allowed', status: result.ticket.status });
}

function refused(refusal: Refusal): Outcome {
  return { kind: 'refused', refusal };
}
