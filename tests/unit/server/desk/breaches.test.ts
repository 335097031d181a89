import { expect, test } from 'vitest';
import { markMisses, missedTargets } from '../../../../server/desk/breaches.ts';
import { HOUR, MINUTE, NINE } from '../../../support/small-desk.ts';
import { ticketState } from '../../../support/ticket-state.ts';

const LATER = NINE + 5 * HOUR;
const targets = (changes: Parameters<typeof ticketState>[0], now = LATER) =>
  missedTargets(ticketState(changes), now).map(({ target }) => target);

test('a target is missed once its moment is over, not at it', () => {
  expect(targets({}, NINE + 30 * MINUTE)).toEqual([]);
  expect(targets({}, NINE + 30 * MINUTE + 1)).toEqual(['respond']);
  expect(targets({})).toEqual(['respond', 'resolve']);
});

test('what is met, marked, or nobody’s work any more is not missed', () => {
  expect(targets({ respondedAt: LATER })).toEqual(['resolve']);
  expect(targets({ breached: ['respond'] })).toEqual(['resolve']);
  expect(targets({ resolveBy: null, respondBy: null })).toEqual([]);
  for (const status of ['resolved', 'closed', 'cancelled'] as const) expect(targets({ status })).toEqual([]);
});

test('on hold the clock stands at the beginning of the hold', () => {
  const hold = { reason: 'parts' as const, from: 'assigned' as const };
  expect(targets({ status: 'on_hold', hold: { ...hold, since: NINE + MINUTE } })).toEqual([]);
  expect(targets({ status: 'on_hold', hold: { ...hold, since: NINE + HOUR } })).toEqual(['respond']);
});

test('each miss is marked with the moment it was due, and raises the level', () => {
  const before = ticketState();
  const { ticket, entries } = markMisses(before, missedTargets(before, LATER), LATER);
  expect(ticket).toMatchObject({
    breached: ['respond', 'resolve'],
    escalationLevel: 2,
    escalatedAt: LATER,
    version: 2,
  });
  expect(entries.map(({ at, action, detail }) => [at, action, detail.target])).toEqual([
    [NINE + 30 * MINUTE, 'breached', 'respond'],
    [LATER, 'escalated', 'respond'],
    [NINE + 4 * HOUR, 'breached', 'resolve'],
    [LATER, 'escalated', 'resolve'],
  ]);
  expect(missedTargets(ticket, LATER)).toEqual([]);
});
