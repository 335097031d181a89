/** Opens a ticket: number, targets, first assignment, history, and word to the desk. */
import type { TicketDraft } from '../../bot/desk.ts';
import type { Address } from '../../bot/types.ts';
import { routeOf } from '../desk/desk-rules.ts';
import { nextMoments } from '../desk/ladder.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import { dayOf } from '../desk/moments.ts';
import { formatNumber } from '../desk/numbers.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import {
  type Entry,
  fieldsOf,
  type TicketState,
  ticketRecord,
  withoutUndefined,
} from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import { masked } from '../masking.ts';
import { meetingUnderWay, standsBy } from '../meetings/meeting-under-way.ts';
import { type Claims, claimAttachments } from '../store/attachments.ts';
import { nextCount } from '../store/counters.ts';
import type { Trx } from '../store/database.ts';
import { faultsOfSame } from '../store/recurring.ts';
import { insertTicket } from '../store/tickets.ts';
import { rulesOf } from './desk-rules.ts';
import { getTicket } from './get-ticket.ts';
import { type Belongs, belongsTo, confirmIncident, countReport } from './incidents.ts';
import { type RequesterInput, requesterRecord } from './requester.ts';

export type { RequesterInput };

/** A ticket before its number is taken. */
type Unnumbered = Omit<TicketState, 'number'>;

export interface OpenTicketInput {
  draft: TicketDraft;
  requester: RequesterInput;
  /** Where the requester is told about it. */
  address: Address;
  actor: string;
  /** Under which another program knows it. */
  externalId?: string | undefined;
  /** What came before in the conversation goes with it. */
  claims?: Claims | undefined;
}

/**
 * Records a ticket under the day's next number and routes it; the desk is told once, of the ticket as it then stands.
 * Secrets in the draft are masked.
 */
export async function openTicket(trx: Trx, context: DeskContext, input: OpenTicketInput): Promise<Ticket> {
  const { address } = input;
  const actor = masked(input.actor);
  const now = context.now();
  const day = dayOf(now, context.zone);
  const meeting = await endangered(trx, context, input.draft);
  const draft = masked(meeting ? { ...input.draft, urgency: 'critical' as const } : input.draft);
  const recorded = recordedTicket(context, { ...input, draft }, now);
  const times = (await faultsOfSame(trx, recorded, now - RECURS_WITHIN_MS)) + 1;
  const detail = withoutUndefined({
    channel: address.channel,
    handoff: input.draft.handoff,
    meeting: meeting?.number,
    times: times >= RECURS_FROM ? times : undefined,
    warning: rulesOf(context.profile).targets({ ...recorded, openedAt: now }).warning ?? undefined,
  });
  const created: Entry = { at: now, actor, action: 'created', detail };
  const { ticket: routed, entry } = assigned(recorded, context, now, meeting && standsBy(meeting));
  const belongs = await belongsTo(trx, context, routed);
  // Last of all that is looked up: until this transaction ends, whoever opens another ticket waits for the number.
  const number = formatNumber('ticket', day, await nextCount(trx, 'ticket', day));
  const attachments = input.claims ? await claimAttachments(trx, { ...input.claims, ticket: number }) : [];
  const incident = belongs.kind === 'known' ? { incident: belongs.incident } : {};
  const ticket = { ...routed, ...incident, number, attachments };
  const history = [created, entry, ...linkedTo(ticket)];
  await insertTicket(
    trx,
    ticket,
    address,
    history,
    nextMoments(ticket, rulesOf(context.profile).ladder(ticket)),
  );
  const record = ticketRecord(ticket, history, context.zone);
  const byRequester = actor === input.requester.id;
  await context.tell(trx, [
    { subject: 'ticket', action: 'created', actor, byRequester, detail, ticket: record, address },
  ]);
  const joined = await joinOthers(trx, context, record, belongs);
  return joined ?? record;
}

/** A fault in a room while a meeting is held there is an emergency, whatever was said of it. */
async function endangered(
  trx: Trx,
  context: DeskContext,
  { kind, slots }: TicketDraft,
): Promise<Meeting | null> {
  return kind === 'fault' ? meetingUnderWay(trx, context, slots.location) : null;
}

function linkedTo({ incident, createdAt }: TicketState): Entry[] {
  if (incident === null) return [];
  return [{ at: createdAt, actor: 'system', action: 'linked', detail: { to: incident } }];
}

/** A known fault takes the report in at once; one that many report is proposed as an incident, or becomes one. */
async function joinOthers(
  trx: Trx,
  context: DeskContext,
  { number }: Ticket,
  belongs: Belongs,
): Promise<Ticket | null> {
  const actor = 'system';
  switch (belongs.kind) {
    case 'alone':
      return null;
    case 'known':
      await countReport(trx, context, { number, incident: belongs.incident, actor });
      return null;
    case 'storm':
      if (belongs.link) await confirmIncident(trx, context, belongs.main, actor);
      else await context.propose(trx, { main: belongs.main, count: belongs.count });
      return getTicket(trx, context, number);
  }
}

/** The third time in so long, a fault has come again (in the history: `times`). */
const RECURS_WITHIN_MS = 30 * 24 * 60 * 60 * 1000;
const RECURS_FROM = 3;

function recordedTicket(
  { profile }: DeskContext,
  { draft, requester, externalId }: OpenTicketInput,
  now: number,
): Unnumbered {
  const { kind, category, urgency, title, description, slots, tried } = draft;
  const rules = rulesOf(profile);
  const ticket: Unnumbered = {
    kind,
    status: 'new',
    category,
    urgency,
    priority: rules.priority(urgency),
    title,
    description,
    requester: requesterRecord(profile, withSaid(requester, draft)),
    contact: contactOf(draft),
    ...fieldsOf(slots),
    slots,
    tried,
    attachments: [],
    team: null,
    assignee: null,
    vendor: null,
    respondBy: null,
    onSiteBy: null,
    resolveBy: null,
    fallbackPlanBy: null,
    reportBy: null,
    respondedAt: null,
    arrivedAt: null,
    resolvedAt: null,
    fallbackPlanAt: null,
    reportedAt: null,
    expectedAt: null,
    closedAt: null,
    breached: [],
    pauses: [],
    hold: null,
    escalationLevel: 0,
    escalatedAt: null,
    climbs: [],
    major: false,
    review: null,
    sendOut: null,
    vendorClock: null,
    incident: null,
    reports: 1,
    noIncident: false,
    externalId: externalId ?? null,
    resolution: null,
    rating: null,
    complaint: draft.complaint ?? false,
    handoff: draft.handoff ?? false,
    createdAt: now,
    reopenedAt: null,
    updatedAt: now,
    version: 1,
  };
  const { respondBy, onSiteBy, resolveBy, fallbackPlanBy } = rules.targets({ ...ticket, openedAt: now });
  return { ...ticket, respondBy, onSiteBy, resolveBy, fallbackPlanBy };
}

/** A number that was said for this matter stands before the one that the channel knows. */
function withSaid(requester: RequesterInput, { slots, contact }: TicketDraft): RequesterInput {
  const forThemself = contact === undefined && slots.person === undefined;
  return {
    ...requester,
    department: requester.department ?? slots.department,
    phone: (forThemself ? slots.phone : undefined) ?? requester.phone,
  };
}

/** Who needs help, where it is not the requester. */
function contactOf({ contact, slots }: TicketDraft): TicketState['contact'] {
  if (contact !== undefined) return withoutUndefined(contact);
  if (slots.person === undefined) return null;
  return withoutUndefined({ name: slots.person, phone: slots.phone });
}

/** Created, then given to the team that answers for it; to who stands by at the meeting that it endangers. */
function assigned(
  ticket: Unnumbered,
  { profile }: DeskContext,
  now: number,
  standby: string | null,
): { ticket: Unnumbered; entry: Entry } {
  const { team, vendor, assignee: engineer } = routeOf(profile, ticket);
  const assignee = standby ?? engineer;
  const vendorClock = vendor === null ? null : (rulesOf(profile).vendor(vendor, now)?.clock ?? null);
  const detail = withoutUndefined({
    team,
    vendor: vendor ?? undefined,
    assignee: assignee ?? undefined,
  });
  return {
    ticket: {
      ...ticket,
      team,
      vendor,
      vendorClock,
      assignee,
      status: 'assigned',
      version: ticket.version + 1,
    },
    entry: { at: now, actor: 'system', action: 'assign', detail },
  };
}
