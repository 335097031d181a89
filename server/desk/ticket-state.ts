/** A ticket as the desk's rules see it: moments are epoch milliseconds. How it looks outside: `ticketRecord`. */
import type { Slots } from '../../bot/types.ts';
import { toIso, toIsoOrNull } from './moments.ts';
import type { HistoryEntry, HoldReason, Ticket, TicketStatus } from './ticket-record.ts';

/** A target that can be missed. */
export type Target = 'respond' | 'resolve';

export interface Pause {
  from: number;
  to: number;
}

export interface Hold {
  reason: HoldReason;
  /** As it was said: a moment or a date. */
  until?: string;
  note?: string;
  since: number;
  /** The status to go back to. */
  from: TicketStatus;
}

/** What is the same inside and outside. */
const AS_OUTSIDE = [
  'number',
  'kind',
  'status',
  'category',
  'urgency',
  'priority',
  'title',
  'description',
  'requester',
  'location',
  'device',
  'system',
  'model',
  'asset',
  'deadline',
  'slots',
  'tried',
  'team',
  'assignee',
  'vendor',
  'resolution',
  'complaint',
  'handoff',
  'attachments',
  'version',
] as const;

export interface TicketState extends Pick<Ticket, (typeof AS_OUTSIDE)[number]> {
  contact: { name?: string | undefined; phone?: string | undefined } | null;
  quantity: number | null;
  respondBy: number | null;
  resolveBy: number | null;
  respondedAt: number | null;
  resolvedAt: number | null;
  /** When it was closed or cancelled. */
  closedAt: number | null;
  breached: Target[];
  /** The pauses that are over; the running one is in `hold`. */
  pauses: Pause[];
  hold: Hold | null;
  escalationLevel: number;
  escalatedAt: number | null;
  rating: { score: number; reasons?: string[] | undefined; text?: string | undefined } | null;
  createdAt: number;
  /** When it was last reopened: from then the target to resolve is counted. */
  reopenedAt: number | null;
  updatedAt: number;
}

/** One line of the history, before it is stored. */
export interface Entry {
  at: number;
  actor: string;
  action: HistoryEntry['action'];
  detail: Record<string, unknown>;
}

/** Milliseconds that the clock stood still, the running pause not counted. */
export function pausedMs(pauses: Pause[]): number {
  return pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0);
}

/** A stored slot or place without the keys whose value is undefined. */
export function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

/** The ticket as it stands in the API, in cards and in events. */
export function ticketRecord(ticket: TicketState, history: Entry[], zone: string): Ticket {
  const { contact, quantity, rating, hold, pauses, breached, escalationLevel, escalatedAt } = ticket;
  const { respondBy, resolveBy, respondedAt, resolvedAt, createdAt, updatedAt } = ticket;
  const inZone = (at: number | null) => toIsoOrNull(at, zone);
  return {
    ...pick(ticket, AS_OUTSIDE),
    ...(contact === null ? {} : { contact }),
    ...(quantity === null ? {} : { quantity }),
    ...(rating === null ? {} : { rating }),
    sla: {
      respondBy: inZone(respondBy),
      resolveBy: inZone(resolveBy),
      respondedAt: inZone(respondedAt),
      resolvedAt: inZone(resolvedAt),
      breached,
      pausedMs: pausedMs(pauses),
    },
    escalation: { level: escalationLevel, lastAt: inZone(escalatedAt) },
    hold: hold === null ? null : holdRecord(hold, zone),
    createdAt: toIso(createdAt, zone),
    updatedAt: toIso(updatedAt, zone),
    history: history.map((entry) => ({ ...entry, at: toIso(entry.at, zone) })),
  };
}

function holdRecord({ reason, until, note, since }: Hold, zone: string): Ticket['hold'] {
  return withoutUndefined({ reason, until, note, since: toIso(since, zone) });
}

/** Those fields alone. */
export function pick<T extends object, Key extends keyof T>(from: T, keys: readonly Key[]): Pick<T, Key> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, Key>;
}

/** The fields of a ticket that have a slot of their own; null where the slot is not given. */
export function fieldsOf(
  slots: Slots,
): Pick<TicketState, 'location' | 'device' | 'system' | 'model' | 'asset' | 'quantity' | 'deadline'> {
  return {
    location: slots.location ?? null,
    device: slots.device ?? null,
    system: slots.system ?? null,
    model: slots.model ?? null,
    asset: slots.asset ?? null,
    quantity: slots.quantity ?? null,
    deadline: slots.deadline ?? null,
  };
}
