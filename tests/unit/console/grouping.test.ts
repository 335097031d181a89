import { describe, expect, test } from 'vitest';
import { countOverdue, groupByStatus } from '../../../server/console/src/board/grouping.ts';
import { OPEN_STATUSES, STATUSES, type Status, type Ticket } from '../../../server/console/src/shapes.ts';

const NOW = Date.parse('2026-11-20T10:00:00+08:00');

function ticket(
  number: string,
  status: Status,
  respondBy: string | null,
  more: Partial<Ticket> = {},
): Ticket {
  return {
    number,
    kind: 'fault',
    status,
    category: 'printing',
    urgency: 'normal',
    priority: 3,
    title: number,
    requester: { id: 'u1' },
    sla: { respondBy, resolveBy: respondBy, respondedAt: null, resolvedAt: null, breached: [], pausedMs: 0 },
    createdAt: '2026-11-20T08:00:00+08:00',
    updatedAt: '2026-11-20T08:00:00+08:00',
    version: 1,
    ...more,
  };
}

const numbers = (tickets: Ticket[]) => tickets.map(({ number }) => number);

describe('the board', () => {
  test('has a group for each wanted status, in the order of a ticket’s life, empty ones too', () => {
    const groups = groupByStatus([ticket('T1', 'accepted', null)], OPEN_STATUSES, NOW);
    expect(groups.map(({ status, tickets }) => [status, tickets.length])).toEqual([
      ['new', 0],
      ['assigned', 0],
      ['accepted', 1],
      ['on_hold', 0],
      ['resolved', 0],
    ]);
  });

  test('leaves out what is not wanted', () => {
    const groups = groupByStatus([ticket('T1', 'closed', null)], OPEN_STATUSES, NOW);
    expect(groups.flatMap(({ tickets }) => tickets)).toEqual([]);
  });

  test('shows the most pressing first: by target, then by priority, then the newest', () => {
    const tickets = [
      ticket('T4', 'new', null),
      ticket('T5', 'new', null),
      ticket('T3', 'new', null, { priority: 1 }),
      ticket('T2', 'new', '2026-11-20T12:00:00+08:00'),
      ticket('T1', 'new', '2026-11-20T09:00:00+08:00'),
    ];
    const [group] = groupByStatus(tickets, ['new'], NOW);
    expect(numbers(group?.tickets ?? [])).toEqual(['T1', 'T2', 'T3', 'T5', 'T4']);
  });

  test('shows finished tickets newest first', () => {
    const tickets = [
      ticket('T1', 'closed', null, { updatedAt: '2026-11-19T08:00:00+08:00' }),
      ticket('T2', 'closed', null, { updatedAt: '2026-11-20T08:00:00+08:00' }),
    ];
    const closed = groupByStatus(tickets, STATUSES, NOW).find(({ status }) => status === 'closed');
    expect(numbers(closed?.tickets ?? [])).toEqual(['T2', 'T1']);
  });

  test('does not change the list that it was given', () => {
    const tickets = [ticket('T2', 'new', null), ticket('T1', 'new', '2026-11-20T09:00:00+08:00')];
    groupByStatus(tickets, ['new'], NOW);
    expect(numbers(tickets)).toEqual(['T2', 'T1']);
  });
});

test('overdue tickets are those past their target, not those on hold or done', () => {
  const past = '2026-11-20T09:00:00+08:00';
  const tickets = [
    ticket('T1', 'new', past),
    ticket('T2', 'on_hold', past),
    ticket('T3', 'resolved', past),
    ticket('T4', 'new', '2026-11-20T11:00:00+08:00'),
  ];
  expect(countOverdue(tickets, NOW)).toBe(1);
});
