/** A ticket as the desk's rules see it: moments are epoch milliseconds. How it looks outside: `ticketRecord`. */
import type { Slots } from '../../bot/types.ts';
import { toIso, toIsoOrNull } from './moments.ts';
import type { Target } from './profile-service-level.ts';
import type { HistoryEntry, HoldReason, Ticket, TicketStatus } from './ticket-record.ts';
import { type VendorClock, vendorClockRecord } from './vendor-clock.ts';

export type { Target };

/** One rung of the ladder that the ticket has climbed. */
export interface Climb {
  target: Target;
  /** The rung's name in the profile's ladder (rungId in ladder.ts). */
  rung: string;
  level: number;
  at: number;
  acknowledged: { at: number; by: string } | null;
  /** Nobody acknowledged it in time, and it was climbed on. */
  passed: boolean;
}

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
  /** Whether the targets stand still meanwhile. */
  stopsClock: boolean;
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
  'major',
  'review',
  'incident',
  'reports',
  'externalId',
  'version',
] as const;

export interface TicketState extends Pick<Ticket, (typeof AS_OUTSIDE)[number]> {
  contact: { name?: string | undefined; phone?: string | undefined } | null;
  quantity: number | null;
  respondBy: number | null;
  onSiteBy: number | null;
  resolveBy: number | null;
  fallbackPlanBy: number | null;
  reportBy: number | null;
  respondedAt: number | null;
  arrivedAt: number | null;
  resolvedAt: number | null;
  fallbackPlanAt: number | null;
  reportedAt: number | null;
  /** What the requester was told to expect, once the target to resolve could not be kept. */
  expectedAt: number | null;
  /** When it was closed or cancelled. */
  closedAt: number | null;
  breached: Target[];
  /** The pauses that are over; the running one is in `hold`. */
  pauses: Pause[];
  hold: Hold | null;
  sendOut: SendOut | null;
  /** Runs while a vendor has the work. */
  vendorClock: VendorClock | null;
  /** Somebody said that the reports like it are not one incident. */
  noIncident: boolean;
  escalationLevel: number;
  escalatedAt: number | null;
  climbs: Climb[];
  rating: { score: number; reasons?: string[] | undefined; text?: string | undefined } | null;
  createdAt: number;
  /** When it was last reopened: from then the target to resolve is counted. */
  reopenedAt: number | null;
  updatedAt: number;
}

/** Equipment that is to leave the building for repair: nothing goes before the department has approved. */
export interface SendOut {
  what: string;
  status: 'requested' | 'approved' | 'rejected';
  by: string;
  at: number;
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
  const { createdAt, updatedAt, sendOut, vendorClock } = ticket;
  const inZone = (at: number | null) => toIsoOrNull(at, zone);
  return {
    ...pick(ticket, AS_OUTSIDE),
    ...(contact === null ? {} : { contact }),
    ...(quantity === null ? {} : { quantity }),
    ...(rating === null ? {} : { rating }),
    sla: {
      respondBy: inZone(ticket.respondBy),
      onSiteBy: inZone(ticket.onSiteBy),
      resolveBy: inZone(ticket.resolveBy),
      fallbackPlanBy: inZone(ticket.fallbackPlanBy),
      reportBy: inZone(ticket.reportBy),
      respondedAt: inZone(ticket.respondedAt),
      arrivedAt: inZone(ticket.arrivedAt),
      resolvedAt: inZone(ticket.resolvedAt),
      fallbackPlanAt: inZone(ticket.fallbackPlanAt),
      reportedAt: inZone(ticket.reportedAt),
      expectedAt: inZone(ticket.expectedAt),
      breached,
      pausedMs: pausedMs(pauses),
      pauses: pauses.map(({ from, to }) => ({ from: toIso(from, zone), to: toIso(to, zone) })),
    },
    escalation: { level: escalationLevel, lastAt: inZone(escalatedAt) },
    hold: hold === null ? null : holdRecord(hold, zone),
    sendOut: sendOut && { ...sendOut, at: toIso(sendOut.at, zone) },
    vendorClock: vendorClock && vendorClockRecord(vendorClock, zone),
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
