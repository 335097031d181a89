import { describe, expect, test } from 'vitest';
import { dueOf, spanOf } from '../../../server/console/src/board/time-left.ts';
import type { Sla, Status } from '../../../server/console/src/shapes.ts';

const NOW = Date.parse('2026-11-20T10:00:00+08:00');

function ticket(status: Status, sla: Partial<Sla> = {}) {
  return {
    status,
    sla: {
      respondBy: '2026-11-20T11:00:00+08:00',
      resolveBy: '2026-11-20T14:00:00+08:00',
      respondedAt: null,
      resolvedAt: null,
      breached: [],
      pausedMs: 0,
      ...sla,
    },
  };
}

describe('the target that a ticket is measured by', () => {
  test('is the answer until somebody took it', () => {
    expect(dueOf(ticket('assigned'), NOW)).toMatchObject({
      target: 'respond',
      leftMs: 3_600_000,
      state: 'ok',
    });
  });

  test('is the mend once somebody took it', () => {
    const due = dueOf(ticket('accepted', { respondedAt: '2026-11-20T09:30:00+08:00' }), NOW);
    expect(due).toMatchObject({ target: 'resolve', leftMs: 4 * 3_600_000 });
  });

  test('is the mend for a ticket that was answered and passed on', () => {
    const due = dueOf(ticket('assigned', { respondedAt: '2026-11-20T09:30:00+08:00' }), NOW);
    expect(due.target).toBe('resolve');
  });

  test('may be absent', () => {
    expect(dueOf(ticket('new', { respondBy: null }), NOW)).toEqual({
      target: 'respond',
      by: null,
      leftMs: null,
      state: 'ok',
    });
  });

  test('that cannot be read counts as absent', () => {
    expect(dueOf(ticket('new', { respondBy: 'soon' }), NOW).by).toBeNull();
  });
});

describe('how a target stands', () => {
  test.each([
    ['2026-11-20T10:30:01+08:00', 'ok'],
    ['2026-11-20T10:30:00+08:00', 'soon'],
    ['2026-11-20T10:00:00+08:00', 'soon'],
    ['2026-11-20T09:59:59+08:00', 'overdue'],
  ])('due at %s is %s at ten', (respondBy, state) => {
    expect(dueOf(ticket('new', { respondBy }), NOW).state).toBe(state);
  });

  test('on hold the clock is stopped, however late it is', () => {
    const due = dueOf(ticket('on_hold', { resolveBy: '2026-11-20T09:00:00+08:00' }), NOW);
    expect(due.state).toBe('paused');
  });

  test.each(['resolved', 'closed', 'cancelled'] as const)('a %s ticket is not overdue any more', (status) => {
    expect(dueOf(ticket(status, { resolveBy: '2026-11-20T09:00:00+08:00' }), NOW).state).toBe('done');
  });
});

describe('a length in days, hours and minutes', () => {
  test.each([
    [0, { days: 0, hours: 0, minutes: 0 }],
    [59_999, { days: 0, hours: 0, minutes: 0 }],
    [90 * 60_000, { days: 0, hours: 1, minutes: 30 }],
    [(24 * 60 + 61) * 60_000, { days: 1, hours: 1, minutes: 1 }],
  ])('%i ms left', (ms, span) => {
    expect(spanOf(ms)).toEqual(span);
  });

  test('time past is rounded up, so that one second late is late', () => {
    expect(spanOf(-1_000)).toEqual({ days: 0, hours: 0, minutes: 1 });
  });
});
