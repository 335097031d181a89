/** What a member of a dispatch group is answered: done, refused, or what is still missing. */
import type { Order } from '../../bot/dispatch/command.ts';
import { TEXTS, type Wording } from '../../flows/texts/index.ts';
import type { Ticket, TicketStatus } from '../desk/ticket-record.ts';

const texts = TEXTS.zh;
const words = texts.dispatch;

export type Acting = Exclude<Order, Joining | { do: 'show' | 'handback' | 'confirm' | 'task' }>;
/** What concerns several tickets at once. */
export type Joining = Extract<
  Order,
  { do: 'merge' | 'link' | 'unlink' | 'confirm_incident' | 'dismiss_incident' }
>;

export interface DoneBy {
  who: string;
  /** When a ticket is expected to be done, in words. */
  expected(ticket: Ticket): string;
  /** Who decides whether equipment leaves, where that is known. */
  approver: string | null;
}

/** What was done, by whom; `to` is who has it now. */
export function doneWords(order: Acting, ticket: Ticket, { who, expected, approver }: DoneBy): string {
  const { number } = ticket;
  switch (order.do) {
    case 'transfer':
      return words.done.transfer(number, who, whoHas(ticket) ?? order.to, order.reason);
    case 'hold':
      return words.done.hold(number, who, texts.holdReasons[order.reason ?? 'other']);
    case 'comment':
      return words.done.comment(number);
    case 'vendor_answer':
      return words.vendor.answered(ticket.vendor ?? words.vendor.field, number, order.text);
    case 'plan':
    case 'review':
      return words.done[order.do](number);
    case 'delay':
      return words.done.delay(number, expected(ticket));
    case 'send_out':
      return words.done.send_out(number, approver ?? words.sendOut.nobody);
    default:
      return words.done[order.do](number, who);
  }
}

/** Who was given it last. */
function whoHas({ assignee, team, history }: Ticket): string | null {
  const given = history.findLast(({ action }) => action === 'assign' || action === 'transfer')?.detail.vendor;
  return typeof given === 'string' ? given : (assignee ?? team);
}

/** Why the ticket's status does not allow it. */
export function refusalWords(
  order: Pick<Order, 'do'>,
  ticket: { number: string; status: TicketStatus; assignee: string | null },
  who: string,
): Wording {
  const { number, assignee } = ticket;
  const status = texts.statuses[ticket.status];
  const inHand = ticket.status === 'accepted' || ticket.status === 'on_hold';
  if (order.do === 'accept' && inHand && assignee)
    return assignee === who ? words.alreadyYours(number) : words.takenBy(number, status, assignee);
  if (order.do === 'vendor_answer') return words.noVendor(number);
  const isDone = ticket.status === 'closed' || ticket.status === 'cancelled';
  if (order.do === 'close' && !isDone) return words.closeLater(number, status);
  return words.refused(number, status);
}

/** What an order can't be carried out without; null where nothing is missing. `number` names its tickets. */
export function missingWords(order: Order, number: string): Wording | null {
  switch (order.do) {
    case 'transfer':
      return order.to === '' ? words.needTarget(number) : null;
    case 'hold':
      return order.reason === null ? words.needHoldReason(number) : null;
    case 'resolve':
      return order.resolution === '' ? words.needResolution(number) : null;
    case 'comment':
      return order.text === '' ? words.needText(number) : null;
    case 'vendor_answer':
      return order.text === '' ? words.needAnswer(number) : null;
    case 'plan':
      return order.text === '' ? words.needPlan(number) : null;
    case 'review':
      return order.text === '' ? words.needReview(number) : null;
    case 'delay':
      return order.until === '' ? words.needUntil(number) : null;
    case 'send_out':
      return order.what === '' ? words.needWhat(number) : null;
    default:
      return null;
  }
}

/** What was said beside the verb: it goes with the answer to what was left out. */
export function saidIn(order: Order): string {
  switch (order.do) {
    case 'transfer':
      return [order.to, order.reason].filter(Boolean).join('，');
    case 'hold':
      return order.note;
    case 'resolve':
      return order.resolution;
    case 'comment':
    case 'vendor_answer':
    case 'plan':
    case 'review':
      return order.text;
    case 'delay':
      return order.until;
    case 'send_out':
      return order.what;
    case 'declare_major':
    case 'escalate':
    case 'cancel':
      return order.reason;
    default:
      return '';
  }
}
