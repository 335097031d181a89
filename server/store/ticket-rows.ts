/** Tickets between rows and what the rules see. */
import type { Insertable, Selectable } from 'kysely';
import type { Address } from '../../bot/types.ts';
import type { HistoryEntry } from '../desk/ticket-record.ts';
import {
  type Entry,
  type Hold,
  pick,
  type Target,
  type TicketState,
  withoutUndefined,
} from '../desk/ticket-state.ts';
import type { HoldJson, TicketHistoryTable, TicketTable } from './schema.ts';

export type TicketRow = Selectable<TicketTable>;
export type TicketHistoryRow = Selectable<TicketHistoryTable>;

const ms = (date: Date | null) => date?.getTime() ?? null;
const date = (at: number | null) => (at === null ? null : new Date(at));
const iso = (at: number) => new Date(at).toISOString();
const json = (value: unknown) => JSON.stringify(value);
const jsonOrNull = (value: object | null) => (value === null ? null : json(value));

export function toEntry(row: Pick<TicketHistoryRow, 'at' | 'actor' | 'action' | 'detail'>): Entry {
  const action = row.action as HistoryEntry['action'];
  return { at: row.at.getTime(), actor: row.actor, action, detail: row.detail };
}

export function toTicket(row: TicketRow, history: Entry[]): TicketState {
  return {
    ...pick(row, PLAIN),
    requester: row.requester,
    contact: row.contact,
    location: row.location,
    slots: row.slots,
    tried: row.tried,
    attachments: row.attachments,
    respondBy: ms(row.respond_by),
    resolveBy: ms(row.resolve_by),
    respondedAt: ms(row.responded_at),
    resolvedAt: ms(row.resolved_at),
    closedAt: ms(row.closed_at),
    breached: row.breached as Target[],
    pauses: row.pauses.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
    hold: row.hold === null ? null : toHold(row.hold),
    escalationLevel: row.escalation_level,
    escalatedAt: ms(row.escalated_at),
    resolution: row.resolution,
    rating: row.rating,
    createdAt: row.created_at.getTime(),
    reopenedAt: history.findLast((entry) => entry.action === 'reopen')?.at ?? null,
    updatedAt: row.updated_at.getTime(),
  };
}

/** The columns that are called and look the same on both sides. */
const PLAIN = [
  'number',
  'kind',
  'status',
  'category',
  'urgency',
  'priority',
  'title',
  'description',
  'device',
  'system',
  'model',
  'asset',
  'quantity',
  'deadline',
  'team',
  'assignee',
  'vendor',
  'complaint',
  'handoff',
  'version',
] as const;

function toHold({ since, ...hold }: HoldJson): Hold {
  return { ...hold, since: Date.parse(since) };
}

/** Everything but the address; for inserting and for saving. */
export function toRow(ticket: TicketState): Omit<Insertable<TicketTable>, 'address'> {
  return {
    ...pick(ticket, PLAIN),
    requester: json(ticket.requester),
    requester_id: ticket.requester.id,
    requester_channel: ticket.requester.channel,
    contact: jsonOrNull(ticket.contact),
    location: jsonOrNull(ticket.location),
    slots: json(ticket.slots),
    tried: json(ticket.tried),
    attachments: json(ticket.attachments),
    respond_by: date(ticket.respondBy),
    resolve_by: date(ticket.resolveBy),
    responded_at: date(ticket.respondedAt),
    resolved_at: date(ticket.resolvedAt),
    closed_at: date(ticket.closedAt),
    breached: json(ticket.breached),
    pauses: json(ticket.pauses.map(({ from, to }) => ({ from: iso(from), to: iso(to) }))),
    hold: ticket.hold === null ? null : json({ ...ticket.hold, since: iso(ticket.hold.since) }),
    escalation_level: ticket.escalationLevel,
    escalated_at: date(ticket.escalatedAt),
    resolution: jsonOrNull(ticket.resolution && withoutUndefined(ticket.resolution)),
    rating: jsonOrNull(ticket.rating),
    created_at: new Date(ticket.createdAt),
    updated_at: new Date(ticket.updatedAt),
  };
}

export interface StoredTicket {
  id: number;
  ticket: TicketState;
  history: Entry[];
  /** Where the requester is told about it. */
  address: Address;
}
