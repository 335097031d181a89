import { describe, expect, test } from 'vitest';
import {
  allowedActions,
  isEnded,
  isInWork,
  nextStatus,
  REOPEN_WITHIN_MS,
} from '../../../../server/desk/ticket.ts';
import { TicketAction, type TicketActionName } from '../../../../server/desk/ticket-actions.ts';
import { TicketStatus } from '../../../../server/desk/ticket-record.ts';
import { NINE } from '../../../support/small-desk.ts';

const STATUSES = TicketStatus.options;
const ACTIONS = TicketAction.options.map((option) => option.shape.action.value);
const OPEN: TicketStatus[] = ['new', 'assigned', 'accepted', 'on_hold', 'resolved'];
const IN_WORK: TicketStatus[] = ['new', 'assigned', 'accepted', 'on_hold'];
const held = { from: 'accepted' as const };

/** The action table, row by row; an action and a status that stand in no row are refused. */
const ROWS: [TicketActionName, TicketStatus[], TicketStatus | 'unchanged' | 'before the hold'][] = [
  ['assign', ['new', 'assigned'], 'assigned'],
  ['accept', ['new', 'assigned'], 'accepted'],
  ['transfer', ['assigned', 'accepted', 'on_hold'], 'assigned'],
  ['hold', ['assigned', 'accepted'], 'on_hold'],
  ['resume', ['on_hold'], 'before the hold'],
  ['resolve', ['new', 'assigned', 'accepted', 'on_hold'], 'resolved'],
  ['close', ['resolved'], 'closed'],
  ['reopen', ['resolved', 'closed'], 'assigned'],
  ['cancel', ['new', 'assigned', 'accepted', 'on_hold'], 'cancelled'],
  ['escalate', OPEN, 'unchanged'],
  ['urge', OPEN, 'unchanged'],
  ['comment', OPEN, 'unchanged'],
  ['update', OPEN, 'unchanged'],
  ['rate', ['resolved', 'closed'], 'unchanged'],
  ['plan', IN_WORK, 'unchanged'],
  ['delay', IN_WORK, 'unchanged'],
  ['declare_major', IN_WORK, 'unchanged'],
  ['review', ['resolved', 'closed'], 'unchanged'],
  ['acknowledge', [...OPEN, 'closed'], 'unchanged'],
  ['arrive', ['new', 'assigned', 'accepted'], 'accepted'],
  ['arrive', ['on_hold'], 'before the hold'],
  ['send_out', ['assigned', 'accepted'], 'on_hold'],
];

function expected(action: TicketActionName, status: TicketStatus): TicketStatus | null {
  const row = ROWS.find(([name, from]) => name === action && from.includes(status));
  if (row === undefined) return null;
  if (row[2] === 'unchanged') return status;
  return row[2] === 'before the hold' ? held.from : row[2];
}

describe('every action in every status', () => {
  test.each(ACTIONS.flatMap((action) => STATUSES.map((status) => [action, status] as const)))(
    '%s from %s',
    (action, status) => {
      const ticket = { status, hold: status === 'on_hold' ? held : null, closedAt: null };
      expect(nextStatus(ticket, action, NINE)).toBe(expected(action, status));
    },
  );
});

test('the actions that are allowed are those that lead somewhere', () => {
  const ticket = { status: 'closed' as const, hold: null, closedAt: NINE };
  expect(allowedActions(ticket, NINE)).toEqual(['reopen', 'review', 'acknowledge', 'rate']);
  expect(allowedActions({ ...ticket, status: 'cancelled' }, NINE)).toEqual([]);
});

test('a closed ticket can be reopened for 30 days to the millisecond', () => {
  const ticket = { status: 'closed' as const, hold: null, closedAt: NINE };
  expect(nextStatus(ticket, 'reopen', NINE + REOPEN_WITHIN_MS)).toBe('assigned');
  expect(nextStatus(ticket, 'reopen', NINE + REOPEN_WITHIN_MS + 1)).toBeNull();
});

test('a resolved ticket is neither in work nor ended', () => {
  expect([isInWork('resolved'), isEnded('resolved')]).toEqual([false, false]);
  expect([isInWork('on_hold'), isEnded('cancelled')]).toEqual([true, true]);
});
