/** Tickets between rows and what the rules see. */
import type { Insertable, Selectable } from 'kysely';
import type { Address } from '../../bot/types.ts';
import type { HistoryEntry } from '../desk/ticket-record.ts';
import {
  type Climb,
  type Entry,
  type Hold,
  pick,
  type Target,
  type TicketState,
  withoutUndefined,
} from '../desk/ticket-state.ts';
import type { VendorClock } from '../desk/vendor-clock.ts';
import type {
  ClimbJson,
  HoldJson,
  TicketHistoryTable,
  TicketTable,
  VendorClockJson,
} from './schema/tickets.ts';

export type TicketRow = Selectable<TicketTable>;

/** A line of a history, as a column of its own or within a ticket's. */
export type HistoryLine = Pick<Selectable<TicketHistoryTable>, 'actor' | 'action' | 'detail'> & {
  at: Date | string;
};

const ms = (date: Date | null) => date?.getTime() ?? null;
const date = (at: number | null) => (at === null ? null : new Date(at));
const iso = (at: number) => new Date(at).toISOString();
const json = (value: unknown) => JSON.stringify(value);
const jsonOrNull = (value: object | null) => (value === null ? null : json(value));

function toEntry({ at, actor, action, detail }: HistoryLine): Entry {
  return { at: new Date(at).getTime(), actor, action: action as HistoryEntry['action'], detail };
}

export function toStored(row: TicketRow, lines: readonly HistoryLine[]): StoredTicket {
  const history = lines.map(toEntry);
  return { id: row.id, ticket: toTicket(row, history), history, address: row.address };
}

function toTicket(row: TicketRow, history: Entry[]): TicketState {
  return {
    ...pick(row, PLAIN),
    requester: row.requester,
    contact: row.contact,
    location: row.location,
    slots: row.slots,
    tried: row.tried,
    attachments: row.attachments,
    respondBy: ms(row.respond_by),
    onSiteBy: ms(row.on_site_by),
    resolveBy: ms(row.resolve_by),
    fallbackPlanBy: ms(row.fallback_plan_by),
    reportBy: ms(row.report_by),
    respondedAt: ms(row.responded_at),
    arrivedAt: ms(row.arrived_at),
    resolvedAt: ms(row.resolved_at),
    fallbackPlanAt: ms(row.fallback_plan_at),
    reportedAt: ms(row.reported_at),
    expectedAt: ms(row.expected_at),
    closedAt: ms(row.closed_at),
    breached: row.breached as Target[],
    pauses: row.pauses.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
    hold: row.hold === null ? null : toHold(row.hold),
    escalationLevel: row.escalation_level,
    escalatedAt: ms(row.escalated_at),
    climbs: row.climbs.map(toClimb),
    review: row.review,
    vendorClock: row.vendor_clock && toVendorClock(row.vendor_clock),
    sendOut: row.send_out && { ...row.send_out, at: Date.parse(row.send_out.at) },
    noIncident: row.no_incident,
    externalId: row.external_id,
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
  'major',
  'incident',
  'reports',
  'version',
] as const;

/** All of them. */
export const TICKET_COLUMNS = [
  ...PLAIN,
  'id',
  'requester',
  'requester_id',
  'requester_channel',
  'address',
  'contact',
  'location',
  'slots',
  'tried',
  'attachments',
  'no_incident',
  'external_id',
  'respond_by',
  'on_site_by',
  'resolve_by',
  'fallback_plan_by',
  'report_by',
  'responded_at',
  'arrived_at',
  'resolved_at',
  'fallback_plan_at',
  'reported_at',
  'expected_at',
  'closed_at',
  'breached',
  'pauses',
  'hold',
  'escalation_level',
  'escalated_at',
  'climbs',
  'review',
  'send_out',
  'vendor_clock',
  'resolution',
  'rating',
  'created_at',
  'updated_at',
] as const;

function toHold({ since, ...hold }: HoldJson): Hold {
  return { ...hold, stopsClock: hold.stopsClock ?? true, since: Date.parse(since) };
}

function toClimb({ at, acknowledged, ...climb }: ClimbJson): Climb {
  const heard = acknowledged && { ...acknowledged, at: Date.parse(acknowledged.at) };
  return { ...climb, at: Date.parse(at), acknowledged: heard };
}

const msOf = (moment: string | null) => (moment === null ? null : Date.parse(moment));
const isoOf = (at: number | null) => (at === null ? null : iso(at));

function toVendorClock(clock: VendorClockJson): VendorClock {
  return {
    since: Date.parse(clock.since),
    answerBy: msOf(clock.answerBy),
    doneBy: msOf(clock.doneBy),
    answeredAt: msOf(clock.answeredAt),
    heardAt: msOf(clock.heardAt),
  };
}

function vendorClockJson(clock: VendorClock): VendorClockJson {
  return {
    since: iso(clock.since),
    answerBy: isoOf(clock.answerBy),
    doneBy: isoOf(clock.doneBy),
    answeredAt: isoOf(clock.answeredAt),
    heardAt: isoOf(clock.heardAt),
  };
}

export function climbsJson(climbs: readonly Climb[]): ClimbJson[] {
  return climbs.map(({ at, acknowledged, ...climb }) => ({
    ...climb,
    at: iso(at),
    acknowledged: acknowledged && { ...acknowledged, at: iso(acknowledged.at) },
  }));
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
    on_site_by: date(ticket.onSiteBy),
    resolve_by: date(ticket.resolveBy),
    fallback_plan_by: date(ticket.fallbackPlanBy),
    report_by: date(ticket.reportBy),
    responded_at: date(ticket.respondedAt),
    arrived_at: date(ticket.arrivedAt),
    resolved_at: date(ticket.resolvedAt),
    fallback_plan_at: date(ticket.fallbackPlanAt),
    reported_at: date(ticket.reportedAt),
    expected_at: date(ticket.expectedAt),
    closed_at: date(ticket.closedAt),
    breached: json(ticket.breached),
    pauses: json(ticket.pauses.map(({ from, to }) => ({ from: iso(from), to: iso(to) }))),
    hold: ticket.hold === null ? null : json({ ...ticket.hold, since: iso(ticket.hold.since) }),
    escalation_level: ticket.escalationLevel,
    escalated_at: date(ticket.escalatedAt),
    climbs: json(climbsJson(ticket.climbs)),
    review: jsonOrNull(ticket.review && withoutUndefined(ticket.review)),
    send_out: ticket.sendOut === null ? null : json({ ...ticket.sendOut, at: iso(ticket.sendOut.at) }),
    vendor_clock: ticket.vendorClock === null ? null : json(vendorClockJson(ticket.vendorClock)),
    no_incident: ticket.noIncident,
    external_id: ticket.externalId,
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
