/** Who is told what of a change: cards and lines for the dispatch groups, notices for the requester's conversation. */
import type { Channel } from '../../bot/channel.ts';
import type { OnDuty } from '../../bot/desk.ts';
import type { Address } from '../../bot/types.ts';
import { approvalCard } from '../../flows/dispatch/approval-card.ts';
import type { DeskEvent, TicketEvent } from '../desk/events.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import type { AccountByName } from '../people/account-by-name.ts';
import type { Trx } from '../store/database.ts';
import { recordNotices } from '../store/inbox.ts';
import { type NewMessage, recordMessages } from '../store/outbox.ts';
import { queueDeliveries } from '../store/webhooks.ts';
import { groupMessages } from './group-messages.ts';
import { meetingApprovalMessages } from './meeting-approval-messages.ts';
import { noticesFor } from './notices.ts';
import { type VendorTelling, vendorMessages } from './vendor-messages.ts';

export interface TellOptions {
  groups: readonly Address[];
  channels: ReadonlyMap<string, Channel>;
  zone: string;
  now(): number;
  /** The desk's vendors, and who it is to them; without it none is told anything. */
  vendors?: VendorTelling['profile'];
  articleTitle(id: string): string | undefined;
  /** Who is reached for a team, by its name, while it is not at work; `at` in epoch milliseconds. */
  duty?(team: string | null, at: number): OnDuty | null;
  /** The account of a colleague on a channel, by their name: they are named with @ there. */
  accountOf?: AccountByName;
  /** Whose agreement a booking of the room needs, where the profile says so. */
  approver?(room: string): { name: string; reach?: Address | undefined } | null;
  /** Whom a card suggests for a ticket that nobody has taken. */
  suggest?(trx: Trx, ticket: Ticket): Promise<string | null>;
  /** Who decides for a department, where the profile says so. */
  departmentApprover?(department: string | undefined): { name: string; reach?: Address | undefined } | null;
  /** The crew's check-list of a meeting: where it is, and its code; null where nobody said how people reach this server. */
  checklist?(number: string): { url: string; code: string } | null;
  /** Who has to say at once that a meeting can be done: something is due before the crew is at work again. */
  askedAtOnce?(meeting: Meeting): string | undefined;
}

/** The function that use cases call after each change, inside its transaction. */
export function createTell(options: TellOptions): (trx: Trx, events: readonly DeskEvent[]) => Promise<void> {
  return async (trx, events) => {
    const now = options.now();
    const suggested = await suggestions(options, trx, events);
    await recordMessages(
      trx,
      events.flatMap((event) => [
        ...groupMessages(options, event, suggested),
        ...approvalMessages(options, event),
        ...(options.vendors ? vendorMessages({ ...options, profile: options.vendors }, event) : []),
      ]),
      now,
    );
    await queueDeliveries(trx, events.flatMap(changeOf), now);
    await recordNotices(trx, noticesFor(events, { now, zone: options.zone }), now);
  };
}

/** A change as other programs hear of it. */
function changeOf(event: DeskEvent): object[] {
  if (event.subject !== 'ticket') return [];
  const { action, actor, detail, ticket } = event;
  return [{ event: `ticket.${action}`, at: ticket.updatedAt, actor, detail, ticket }];
}

/** Whom the cards of new work suggest, by the ticket's number. */
async function suggestions(
  { suggest, groups }: TellOptions,
  trx: Trx,
  events: readonly DeskEvent[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (!suggest || groups.length === 0) return found;
  for (const event of events) {
    if (event.subject !== 'ticket' || !OFFERS.has(event.action) || event.ticket.assignee) continue;
    const name = await suggest(trx, event.ticket);
    if (name) found.set(event.ticket.number, name);
  }
  return found;
}

/** After these a crew looks for somebody. */
const OFFERS: ReadonlySet<TicketEvent['action']> = new Set(['created', 'assign', 'transfer', 'reopen']);

/** The card by which a department decides; without a chat of theirs the groups ask and record the answer. */
function approvalMessages(options: TellOptions, event: DeskEvent): NewMessage[] {
  if (event.subject === 'meeting') return meetingApprovalMessages(options, event);
  if (event.action !== 'send_out') return [];
  const { ticket } = event;
  const approver = options.departmentApprover?.(ticket.requester.department) ?? null;
  const reply = approvalCard(ticket, approver, event.actor);
  const cardKey = `send_out:${ticket.number}:${ticket.version}`;
  return (approver?.reach ? [approver.reach] : options.groups).map((address) => {
    const delivery = options.channels.get(address.channel)?.capabilities.delivery ?? 'push';
    return { address, delivery, reply, cardKey };
  });
}
