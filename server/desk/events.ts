/** What happened to a ticket or a meeting, for those who must be told. */
import type { Address } from '../../bot/types.ts';
import type { Meeting } from './meeting-record.ts';
import type { HISTORY_ACTIONS, Ticket } from './ticket-record.ts';

/** `ticket` is as it stands after the change; `address` is where its requester is told. */
export interface TicketEvent {
  subject: 'ticket';
  action: (typeof HISTORY_ACTIONS)[number];
  actor: string;
  /** True where the requester did it: they are not told of their own act. */
  byRequester: boolean;
  detail: Record<string, unknown>;
  ticket: Ticket;
  address: Address;
}

export interface MeetingEvent {
  subject: 'meeting';
  action:
    | 'created'
    | 'confirm'
    | 'change'
    | 'approve'
    | 'refuse'
    | 'cancel'
    | 'start'
    | 'finish'
    | 'task_done'
    | 'task_check'
    | 'rate'
    | 'unapproved'
    | 'unconfirmed'
    | 'task_late';
  actor: string;
  byRequester: boolean;
  detail: Record<string, unknown>;
  meeting: Meeting;
  address: Address;
}

export type DeskEvent = TicketEvent | MeetingEvent;
