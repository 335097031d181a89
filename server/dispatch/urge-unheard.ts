/**
 * Whoever did not acknowledge an alert in time is called to that very message (Feishu: 加急), by one means after the
 * other as the rung says: in the app, then by SMS, then by telephone, until somebody acknowledges or the target is met.
 */
import type { Logger } from 'pino';
import type { Channel } from '../../bot/channel.ts';
import { afterQuietHours } from '../desk/quiet-hours.ts';
import { openTargets } from '../desk/targets.ts';
import type { TicketState } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import type { AccountByName } from '../people/account-by-name.ts';
import { leaseUnheard, settleUrge, type Unheard } from '../store/alerts.ts';
import type { Db } from '../store/database.ts';
import { sentCardId } from '../store/outbox.ts';
import { ticketsById } from '../store/tickets.ts';
import { recordedRung } from '../tickets/alerts.ts';

const AT_ONCE = 50;
/** A call whose caller died is made again after this. */
const LEASE_MS = 60_000;
/** The message is not there yet, or its platform refuses for now. */
const AGAIN_MS = 30_000;

export interface UrgeWork {
  db: Db;
  context: Pick<DeskContext, 'profile' | 'zone' | 'now'>;
  channels: ReadonlyMap<string, Channel>;
  accountOf: AccountByName;
  log: Logger;
}

/** Gives how many alerts people were called to. */
export async function urgeUnheard(work: UrgeWork): Promise<number> {
  const { db, context } = work;
  const now = context.now();
  const due = await leaseUnheard(db, now, LEASE_MS, AT_ONCE);
  const tickets = await ticketsById(db, [...new Set(due.map(({ ticketId }) => ticketId))]);
  const byId = new Map(tickets.map((stored) => [stored.id, stored.ticket]));
  let called = 0;
  for (const alert of due) {
    const ticket = byId.get(alert.ticketId);
    const settled = ticket && waits(ticket, alert) ? await urge(work, alert, ticket) : STOP;
    if (settled.called) called += 1;
    await settleUrge(db, alert.id, settled.next);
  }
  return called;
}

interface Settled {
  called: boolean;
  /** By what means next and when; null: nobody is called any more. */
  next: { urge: Unheard['urge']; at: number } | null;
}

const STOP: Settled = { called: false, next: null };

/** Nobody has acknowledged it, and what it is about is still due. */
function waits(ticket: TicketState, { target, rung }: Unheard): boolean {
  const climbed = ticket.climbs.find(
    (one) => one.target === target && recordedRung(ticket, one.rung) === rung,
  );
  return climbed?.acknowledged === null && openTargets(ticket).some((open) => open.target === target);
}

async function urge(work: UrgeWork, alert: Unheard, ticket: TicketState): Promise<Settled> {
  const { db, context, channels, log } = work;
  const now = context.now();
  const quietUntil = alert.critical ? now : afterQuietHours(context.profile.quietHours, context.zone, now);
  if (quietUntil > now) return { called: false, next: { urge: alert.urge, at: quietUntil } };
  const [means, ...rest] = alert.urge.means;
  const channel = channels.get(alert.address.channel);
  const people = peopleOf(alert, ticket, work.accountOf);
  if (means === undefined || !channel?.urge || people.length === 0) return STOP;
  const sent = await sentCardId(db, alert.address, alert.message);
  if (sent === undefined) return { called: false, next: { urge: alert.urge, at: now + AGAIN_MS } };
  const result = await channel.urge(sent, people, means);
  const next = (at: number) => (rest.length > 0 ? { urge: { ...alert.urge, means: rest }, at } : null);
  if (result.ok) return { called: true, next: next(now + alert.urge.everyMs) };
  log.warn({ channel: channel.name, message: alert.message, means, error: result.error }, 'alert.not_urged');
  if (result.retry)
    return { called: false, next: { urge: alert.urge, at: now + (result.afterMs ?? AGAIN_MS) } };
  // The platform never will, by this means (an SMS that nobody has paid for): the next one is not waited for.
  return { called: false, next: next(now) };
}

/** Theirs is the chat, or they are named in it; in a group whoever has the ticket is called too. */
function peopleOf({ address, names }: Unheard, ticket: TicketState, accountOf: AccountByName): string[] {
  if (address.kind === 'private') return [address.chat];
  const called = ticket.assignee === null ? names : [ticket.assignee, ...names];
  return [...new Set(called.flatMap((name) => accountOf(name, address.channel) ?? []))];
}
