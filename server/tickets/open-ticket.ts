/** Opens a ticket: number, targets, first assignment, history, and word to the desk. */
import type { TicketDraft } from '../../bot/desk.ts';
import type { Address } from '../../bot/types.ts';
import { dayOf } from '../desk/moments.ts';
import { formatNumber } from '../desk/numbers.ts';
import type { Requester, Ticket } from '../desk/ticket-record.ts';
import {
  type Entry,
  fieldsOf,
  type TicketState,
  ticketRecord,
  withoutUndefined,
} from '../desk/ticket-state.ts';
import type { DeskContext } from '../desk-context.ts';
import { masked } from '../masking.ts';
import { nextCount } from '../store/counters.ts';
import type { Trx } from '../store/database.ts';
import { insertTicket } from '../store/tickets.ts';
import { isKeyUser, routeOf, rulesOf } from './desk-rules.ts';

/** Whoever asks, as their channel knows them. */
export interface RequesterInput {
  id: string;
  channel: string;
  name?: string | undefined;
  department?: string | undefined;
  phone?: string | undefined;
  person?: string | undefined;
  /** The caller vouches for it; the profile's key users are known without. */
  vip?: boolean | undefined;
}

export interface OpenTicketInput {
  draft: TicketDraft;
  requester: RequesterInput;
  /** Where the requester is told about it. */
  address: Address;
  actor: string;
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
  const number = formatNumber('ticket', day, await nextCount(trx, 'ticket', day));
  const recorded = recordedTicket(context, { ...input, draft: masked(input.draft) }, number, now);
  const detail = withoutUndefined({ channel: address.channel, handoff: input.draft.handoff });
  const created: Entry = { at: now, actor, action: 'created', detail };
  const { ticket, entries } = assigned(recorded, context, now);
  const history = [created, ...entries];
  await insertTicket(trx, ticket, address, history);
  const record = ticketRecord(ticket, history, context.zone);
  await context.tell(trx, {
    subject: 'ticket',
    action: 'created',
    actor,
    byRequester: actor === input.requester.id,
    detail,
    ticket: record,
    address,
  });
  return record;
}

function recordedTicket(
  { profile }: DeskContext,
  { draft, requester, address }: OpenTicketInput,
  number: string,
  now: number,
): TicketState {
  const { kind, category, urgency, title, description, slots, tried } = draft;
  const rules = rulesOf(profile);
  const ticket: TicketState = {
    number,
    kind,
    status: 'new',
    category,
    urgency,
    priority: rules.priority(urgency),
    title,
    description,
    requester: requesterOf(profile, requester, draft, address),
    contact: contactOf(draft),
    ...fieldsOf(slots),
    slots,
    tried,
    team: null,
    assignee: null,
    vendor: null,
    respondBy: null,
    resolveBy: null,
    respondedAt: null,
    resolvedAt: null,
    closedAt: null,
    breached: [],
    pauses: [],
    hold: null,
    escalationLevel: 0,
    escalatedAt: null,
    resolution: null,
    rating: null,
    complaint: draft.complaint ?? false,
    handoff: draft.handoff ?? false,
    createdAt: now,
    reopenedAt: null,
    updatedAt: now,
    version: 1,
  };
  return { ...ticket, ...rules.targets({ ...ticket, openedAt: now }) };
}

/** What the channel does not know of the person, the message may have said. */
function requesterOf(
  profile: DeskContext['profile'],
  { vip, ...who }: RequesterInput,
  { slots, contact }: TicketDraft,
  address: Address,
): Requester {
  const forThemself = contact === undefined && slots.person === undefined;
  const { id, channel, ...words } = who;
  const known = {
    ...masked({
      department: slots.department,
      phone: forThemself ? slots.phone : undefined,
      ...withoutUndefined(words),
    }),
    id,
    channel: channel || address.channel,
  };
  return { ...withoutUndefined(known), vip: vip === true || isKeyUser(profile, known) };
}

/** Who needs help, where it is not the requester. */
function contactOf({ contact, slots }: TicketDraft): TicketState['contact'] {
  if (contact !== undefined) return withoutUndefined(contact);
  if (slots.person === undefined) return null;
  return withoutUndefined({ name: slots.person, phone: slots.phone });
}

function assigned(
  ticket: TicketState,
  { profile }: DeskContext,
  now: number,
): { ticket: TicketState; entries: Entry[] } {
  const { team, vendor } = routeOf(profile, ticket);
  if (team === null && vendor === null) return { ticket, entries: [] };
  const detail = withoutUndefined({ team: team ?? undefined, vendor: vendor ?? undefined });
  return {
    ticket: { ...ticket, team, vendor, status: 'assigned', version: ticket.version + 1 },
    entries: [{ at: now, actor: 'system', action: 'assign', detail }],
  };
}
