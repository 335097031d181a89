/** Tells people of targets that are near or missed: a few one by one, many together, so that a flood is a handful. */
import type { Channel } from '../../bot/channel.ts';
import type { Mention } from '../../bot/types.ts';
import { alertReply, type TargetAlert } from '../../flows/dispatch/alerts.ts';
import { toIso } from '../desk/moments.ts';
import { openTargets } from '../desk/targets.ts';
import { ticketRecord } from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import type { AccountByName } from '../people/account-by-name.ts';
import {
  lockTelling,
  markTold,
  type WaitingAddress,
  type WaitingAlert,
  waitingAddresses,
  waitingAlerts,
} from '../store/alerts.ts';
import type { Trx } from '../store/database.ts';
import { recordMessages } from '../store/outbox.ts';
import { type StoredTicket, ticketsById } from '../store/tickets.ts';

const MINUTE_MS = 60_000;
const LATELY_MS = 15 * MINUTE_MS;
/** So many messages an address gets lately one by one; more come together. */
const MOST_SINGLE = 3;
/** What comes together comes no oftener than this; where something critical waits, up to so many times. */
const DIGEST_EVERY_MS = 5 * MINUTE_MS;
const MOST_WITH_CRITICAL = 5;

/** Gives how many messages were recorded. Of several replicas one tells. */
export async function tellAlerts(
  trx: Trx,
  context: DeskContext,
  channels: ReadonlyMap<string, Channel>,
  accountOf: AccountByName = () => null,
): Promise<number> {
  if (!(await lockTelling(trx))) return 0;
  const now = context.now();
  let messages = 0;
  for (const waiting of await waitingAddresses(trx, now, now - LATELY_MS)) {
    const form = formOf(waiting, now);
    if (form === 'wait') continue;
    messages += await tellAddress(trx, context, channels, waiting, form, accountOf);
  }
  return messages;
}

function formOf({ count, messages, critical, lastToldAt }: WaitingAddress, now: number) {
  if (messages + count <= MOST_SINGLE) return 'single';
  const waited = lastToldAt === null || now - lastToldAt >= DIGEST_EVERY_MS;
  return waited || (critical && messages < MOST_WITH_CRITICAL) ? 'together' : 'wait';
}

async function tellAddress(
  trx: Trx,
  context: DeskContext,
  channels: ReadonlyMap<string, Channel>,
  { key, address }: WaitingAddress,
  form: 'single' | 'together',
  accountOf: AccountByName,
): Promise<number> {
  const now = context.now();
  const alerts = await waitingAlerts(trx, key, now);
  const tickets = await ticketsById(trx, [...new Set(alerts.map(({ ticketId }) => ticketId))]);
  const byId = new Map(tickets.map((stored) => [stored.id, stored]));
  const called = (names: readonly string[]) =>
    address.kind === 'private'
      ? []
      : names.flatMap((name) => mentionOf(name, accountOf(name, address.channel)));
  const told = asOne(alerts).map((group) => ({ group, alert: alertOf(context, group, byId, called) }));
  const open = told.flatMap(({ group, alert }) => (alert ? [{ group, alert }] : []));
  await markTold(trx, idsOf(told.filter(({ alert }) => alert === null)), null, now);
  const parts = form === 'single' ? open.map((one) => [one]) : open.length > 0 ? [open] : [];
  const delivery = channels.get(address.channel)?.capabilities.delivery ?? 'push';
  for (const part of parts) {
    const ids = idsOf(part);
    const message = `alert:${Math.min(...ids)}`;
    await markTold(trx, ids, message, now);
    const scene = { now, zone: context.zone, language: 'zh' as const };
    const reply = alertReply(
      part.map(({ alert }) => alert),
      message,
      scene,
    );
    await recordMessages(trx, [{ address, delivery, reply, cardKey: message }], now);
  }
  return parts.length;
}

function mentionOf(name: string, id: string | null): Mention[] {
  return id === null ? [] : [{ id, name }];
}

function idsOf(told: readonly { group: readonly WaitingAlert[] }[]): number[] {
  return told.flatMap(({ group }) => group.map(({ id }) => id));
}

/** A missed target and the rungs that stand at it are one matter. */
function asOne(alerts: readonly WaitingAlert[]): WaitingAlert[][] {
  return [...Map.groupBy(alerts, ({ ticketId, target }) => `${ticketId} ${target}`).values()];
}

/** Null where the target was met in the meantime. */
function alertOf(
  { zone }: DeskContext,
  group: readonly WaitingAlert[],
  tickets: ReadonlyMap<number, StoredTicket>,
  called: (names: readonly string[]) => Mention[],
): TargetAlert | null {
  const [first] = group;
  const stored = first && tickets.get(first.ticketId);
  const open = stored && openTargets(stored.ticket).find(({ target }) => target === first.target);
  if (!stored || !open) return null;
  const names = [...new Set(group.flatMap((one) => one.names))];
  return {
    ticket: ticketRecord(stored.ticket, [], zone),
    target: open.target,
    due: toIso(open.due, zone),
    names,
    called: called(names),
    pressing: group.some(({ pressing }) => pressing),
  };
}
