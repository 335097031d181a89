/** A ticket as the desk's rules see it: moments are epoch milliseconds. How it looks outside: `ticketRecord`. */
import type { Slots } from '../../bot/types.ts';
import { toIso, toIsoOrNull } from './moments.ts';
import type { HistoryEntry, HoldReason, Requester, Ticket, TicketStatus } from './ticket-record.ts';

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

type AsOutside =
  | 'number'
  | 'kind'
  | 'status'
  | 'category'
  | 'urgency'
  | 'priority'
  | 'title'
  | 'description'
  | 'location'
  | 'device'
  | 'system'
  | 'model'
  | 'asset'
  | 'deadline'
  | 'slots'
  | 'tried'
  | 'team'
  | 'assignee'
  | 'vendor'
  | 'resolution'
  | 'complaint'
  | 'handoff'
  | 'version';

export interface TicketState extends Pick<Ticket, AsOutside> {
  requester: Requester;
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
  const { hold } = ticket;
  return {
    ...outside(ticket),
    ...(ticket.contact === null ? {} : { contact: ticket.contact }),
    ...(ticket.quantity === null ? {} : { quantity: ticket.quantity }),
    ...(ticket.rating === null ? {} : { rating: ticket.rating }),
    sla: {
      respondBy: toIsoOrNull(ticket.respondBy, zone),
      resolveBy: toIsoOrNull(ticket.resolveBy, zone),
      respondedAt: toIsoOrNull(ticket.respondedAt, zone),
      resolvedAt: toIsoOrNull(ticket.resolvedAt, zone),
      breached: ticket.breached,
      pausedMs: pausedMs(ticket.pauses),
    },
    escalation: { level: ticket.escalationLevel, lastAt: toIsoOrNull(ticket.escalatedAt, zone) },
    hold:
      hold === null
        ? null
        : withoutUndefined({
            reason: hold.reason,
            until: hold.until,
            note: hold.note,
            since: toIso(hold.since, zone),
          }),
    attachments: [],
    createdAt: toIso(ticket.createdAt, zone),
    updatedAt: toIso(ticket.updatedAt, zone),
    version: ticket.version,
    history: history.map((entry) => ({ ...entry, at: toIso(entry.at, zone) })),
  };
}

function outside(ticket: TicketState): Pick<Ticket, Exclude<AsOutside, 'version'> | 'requester'> {
  const { number, kind, status, category, urgency, priority, title, description, requester } = ticket;
  const { location, device, system, model, asset, deadline, slots, tried } = ticket;
  const { team, assignee, vendor, resolution, complaint, handoff } = ticket;
  return {
    number,
    kind,
    status,
    category,
    urgency,
    priority,
    title,
    description,
    requester,
    location,
    device,
    system,
    model,
    asset,
    deadline,
    slots,
    tried,
    team,
    assignee,
    vendor,
    resolution,
    complaint,
    handoff,
  };
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
