/** Which buttons a ticket shows: the table of the HTTP interface, read by status. Pure; the server decides in the end. */
import type { Role, Status } from '../shapes.ts';

export type TicketAction =
  | 'assign'
  | 'accept'
  | 'transfer'
  | 'hold'
  | 'resume'
  | 'resolve'
  | 'close'
  | 'reopen'
  | 'escalate'
  | 'urge'
  | 'comment'
  | 'cancel';

const UNFINISHED: readonly Status[] = ['new', 'assigned', 'accepted', 'on_hold'];
const OPEN: readonly Status[] = [...UNFINISHED, 'resolved'];

/** In the order in which they are offered: the likeliest next step first. */
const FROM: readonly [TicketAction, readonly Status[]][] = [
  ['accept', ['new', 'assigned']],
  ['assign', ['new', 'assigned']],
  ['resume', ['on_hold']],
  ['resolve', UNFINISHED],
  ['transfer', ['assigned', 'accepted', 'on_hold']],
  ['hold', ['assigned', 'accepted']],
  ['close', ['resolved']],
  ['reopen', ['resolved', 'closed']],
  ['comment', OPEN],
  ['urge', OPEN],
  ['escalate', OPEN],
  ['cancel', UNFINISHED],
];

/** Actions that a ticket of this status offers to this role; none to one who may only look. */
export function allowedActions(status: Status, role: Role): TicketAction[] {
  if (role !== 'dispatcher' && role !== 'admin') return [];
  return FROM.filter(([, statuses]) => statuses.includes(status)).map(([action]) => action);
}
