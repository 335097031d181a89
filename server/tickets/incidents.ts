/** Many reports of one fault: found, proposed, linked, told and closed together. One ticket stands for all of them. */
import { isShared, sameFaultAs } from '../../bot/similar.ts';
import { isInWork } from '../desk/ticket.ts';
import type { Entry, TicketState } from '../desk/ticket-state.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Trx } from '../store/database.ts';
import {
  lockTicket,
  numbersOfIncident,
  type RecentFault,
  recentFaults,
  type StoredTicket,
  saveTicket,
} from '../store/tickets.ts';
import { momentsOf } from './moments-of.ts';
import { tellOfEntries } from './tell.ts';

/** So many reports are compared; an outage that more have met is known long before. */
const MOST_COMPARED = 200;

const RENEWED_EVERY = 5;

/** What a new report belongs to. */
export type Belongs =
  | { kind: 'alone' }
  /** A known incident: the number of the ticket that stands for it. */
  | { kind: 'known'; incident: string }
  /** Reports like it of others; a dispatcher decides, or there are so many that nobody needs to. */
  | { kind: 'storm'; main: string; count: number; link: boolean };

/** Looked for before the ticket is stored. One person's reports count once. */
export async function belongsTo(trx: Trx, context: DeskContext, ticket: Reported): Promise<Belongs> {
  if (ticket.kind !== 'fault' || ticket.handoff || ticket.complaint) return { kind: 'alone' };
  const like = await reportsLike(trx, context, ticket);
  const known = like.find(({ incident }) => incident !== null);
  if (known?.incident) return { kind: 'known', incident: known.incident };
  const [first] = like;
  if (first === undefined || first.noIncident) return { kind: 'alone' };
  const people = new Set([...like, ticket].map(personOf));
  const { propose, link } = context.profile.storms;
  if (people.size < propose) return { kind: 'alone' };
  const count = people.size;
  const isLinked = isShared(ticket.category) && count >= link;
  // The card of a proposal is renewed now and then, not with each report.
  if (!isLinked && count !== propose && count % RENEWED_EVERY !== 0) return { kind: 'alone' };
  return { kind: 'storm', main: first.number, count, link: isLinked };
}

/** A report that is not stored yet. */
type Reported = Omit<TicketState, 'number'>;

/** Faults in work that say the same, from the window before the report on, the oldest first; itself is not among them. */
async function reportsLike(
  trx: Trx,
  { profile }: DeskContext,
  ticket: Reported & { number?: string },
): Promise<RecentFault[]> {
  const since = ticket.createdAt - profile.storms.window;
  const recent = await recentFaults(trx, ticket.category, since, MOST_COMPARED);
  return recent.filter((one) => one.number !== ticket.number).filter(sameFaultAs(ticket));
}

function personOf({ requester }: Pick<TicketState, 'requester'>): string {
  return JSON.stringify(requester.person ?? [requester.channel, requester.id]);
}

/** Makes the ticket and all reports like it one incident. Gives how many reports it has; 0 where there is no such ticket. */
export async function confirmIncident(
  trx: Trx,
  context: DeskContext,
  number: string,
  actor: string,
): Promise<number> {
  const main = await lockTicket(trx, number);
  if (main === null || !isInWork(main.ticket.status)) return 0;
  const others = (await reportsLike(trx, context, main.ticket)).filter(({ incident }) => incident === null);
  for (const one of others) await linkTicket(trx, context, { number: one.number, to: number, actor });
  return (await numbersOfIncident(trx, number)).length + 1;
}

/** Somebody said that it is no incident: it is not proposed again. */
export async function dismissIncident(trx: Trx, context: DeskContext, number: string): Promise<boolean> {
  const main = await lockTicket(trx, number);
  if (main === null) return false;
  const { ticket } = main;
  const after = { ...ticket, noIncident: true, version: ticket.version + 1 };
  await saveTicket(trx, main.id, after, [], momentsOf(context, after));
  return true;
}

export type LinkResult = { ok: true } | { ok: false; reason: 'not_found' | 'not_open' | 'itself' };

/** Takes a ticket into the incident of another: the same person's or another's, in work both. */
export async function linkTicket(
  trx: Trx,
  context: DeskContext,
  { number, to, actor }: { number: string; to: string; actor: string },
): Promise<LinkResult> {
  const pair = await lockPair(trx, number, to);
  if (!pair.ok) return pair;
  const incident = pair.to.ticket.incident ?? pair.to.ticket.number;
  const main = incident === pair.to.ticket.number ? pair.to : await lockTicket(trx, incident);
  if (main === null || main.ticket.number === number) return { ok: false, reason: 'itself' };
  await change(trx, context, pair.from, actor, 'linked', { to: incident }, { incident });
  await countIn(trx, context, main, number, actor);
  return { ok: true };
}

/** A new report was taken into an incident; the ticket that stands for it counts it. */
export async function countReport(
  trx: Trx,
  context: DeskContext,
  { number, incident, actor }: { number: string; incident: string; actor: string },
): Promise<void> {
  const main = await lockTicket(trx, incident);
  if (main) await countIn(trx, context, main, number, actor);
}

async function countIn(trx: Trx, context: DeskContext, main: StoredTicket, from: string, actor: string) {
  const reports = main.ticket.reports + 1;
  await change(trx, context, main, actor, 'linked', { from }, { incident: main.ticket.number, reports });
}

/** Takes a ticket out of its incident again; it goes on alone. */
export async function unlinkTicket(
  trx: Trx,
  context: DeskContext,
  { number, actor }: { number: string; actor: string },
): Promise<LinkResult> {
  const stored = await lockTicket(trx, number);
  if (stored === null) return { ok: false, reason: 'not_found' };
  const { incident } = stored.ticket;
  if (incident === null || incident === number) return { ok: false, reason: 'not_open' };
  const main = await lockTicket(trx, incident);
  await change(trx, context, stored, actor, 'unlinked', { from: incident }, { incident: null });
  if (main) {
    const reports = Math.max(main.ticket.reports - 1, 1);
    await change(trx, context, main, actor, 'unlinked', { ticket: number }, { reports });
  }
  return { ok: true };
}

/** The same matter twice: one ticket ends, and what it said goes on in the other. */
export async function mergeTicket(
  trx: Trx,
  context: DeskContext,
  { number, to, actor }: { number: string; to: string; actor: string },
): Promise<LinkResult> {
  const pair = await lockPair(trx, number, to);
  if (!pair.ok) return pair;
  const { description } = pair.from.ticket;
  const now = context.now();
  await change(
    trx,
    context,
    pair.from,
    actor,
    'merged',
    { to },
    {
      status: 'cancelled',
      closedAt: now,
      hold: null,
    },
  );
  await change(trx, context, pair.to, actor, 'merged', { from: number, text: description }, {});
  return { ok: true };
}

type Pair = { ok: true; from: StoredTicket; to: StoredTicket } | Extract<LinkResult, { ok: false }>;

/** Both locked, always the lower number first, so that two who link at once wait instead of deadlocking. */
async function lockPair(trx: Trx, number: string, other: string): Promise<Pair> {
  if (number === other) return { ok: false, reason: 'itself' };
  const [low, high] = [number, other].sort() as [string, string];
  const locked = [await lockTicket(trx, low), await lockTicket(trx, high)];
  const from = locked.find((stored) => stored?.ticket.number === number);
  const to = locked.find((stored) => stored?.ticket.number === other);
  if (!from || !to) return { ok: false, reason: 'not_found' };
  const open = isInWork(from.ticket.status) && isInWork(to.ticket.status);
  return open ? { ok: true, from, to } : { ok: false, reason: 'not_open' };
}

async function change(
  trx: Trx,
  context: DeskContext,
  stored: StoredTicket,
  actor: string,
  action: 'linked' | 'unlinked' | 'merged',
  detail: Record<string, unknown>,
  changes: Partial<TicketState>,
): Promise<void> {
  const now = context.now();
  const { ticket: before } = stored;
  const ticket = { ...before, ...changes, updatedAt: now, version: before.version + 1 };
  const entries: Entry[] = [{ at: now, actor, action, detail }];
  await saveTicket(trx, stored.id, ticket, entries, momentsOf(context, ticket));
  const record = ticketRecord(ticket, [...stored.history, ...entries], context.zone);
  await tellOfEntries(trx, context, { entries, byRequester: false, ticket: record, address: stored.address });
}
