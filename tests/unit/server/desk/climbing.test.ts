import { describe, expect, test } from 'vitest';
import { acknowledged, climb, climbNow } from '../../../../server/desk/climbing.ts';
import { type Ladder, nextMoments } from '../../../../server/desk/ladder.ts';
import { Rung } from '../../../../server/desk/profile-service-level.ts';
import type { TicketState } from '../../../../server/desk/ticket-state.ts';
import { HOUR, MINUTE, NINE } from '../../../support/small-desk.ts';
import { alwaysOpen, ticketState } from '../../../support/ticket-state.ts';

const LATER = NINE + 5 * HOUR;
const ladderOf = (...rungs: object[]): Ladder => ({
  calendar: alwaysOpen,
  rungs: rungs.map((rung) => Rung.parse({ level: 1, target: 'resolve', notify: ['lead'], ...rung })),
  chase: null,
});
const bare = ladderOf();
const missed = (changes: Partial<TicketState>, now = LATER) =>
  climb(ticketState(changes), bare, now).ticket.breached;
const hold = { reason: 'parts' as const, from: 'assigned' as const };

describe('a target', () => {
  test('is missed once its moment is over, not at it', () => {
    expect(missed({}, NINE + 30 * MINUTE)).toEqual([]);
    expect(missed({}, NINE + 30 * MINUTE + 1)).toEqual(['respond']);
    expect(missed({})).toEqual(['respond', 'resolve']);
  });

  test('that is met, marked, or nobody’s work any more is not missed', () => {
    expect(missed({ respondedAt: LATER })).toEqual(['resolve']);
    expect(missed({ breached: ['respond'] })).toEqual(['respond', 'resolve']);
    expect(missed({ resolveBy: null, respondBy: null })).toEqual([]);
    for (const status of ['resolved', 'closed', 'cancelled'] as const) expect(missed({ status })).toEqual([]);
  });

  test('stands still while a hold stops the clock, and runs on in one that does not', () => {
    const held = (since: number, stopsClock: boolean) =>
      missed({ status: 'on_hold', hold: { ...hold, since, stopsClock } });
    expect(held(NINE + MINUTE, true)).toEqual([]);
    expect(held(NINE + HOUR, true)).toEqual(['respond']);
    expect(held(NINE + MINUTE, false)).toEqual(['respond', 'resolve']);
  });

  test('to be on site and to have a fallback plan is missed like any other; a report is owed after the work', () => {
    expect(missed({ onSiteBy: NINE + HOUR, fallbackPlanBy: NINE + 2 * HOUR })).toEqual([
      'respond',
      'on_site',
      'fallback_plan',
      'resolve',
    ]);
    const done = { status: 'closed' as const, resolvedAt: NINE, reportBy: NINE + HOUR };
    expect(missed(done)).toEqual(['report']);
    expect(missed({ ...done, reportedAt: NINE + MINUTE })).toEqual([]);
  });

  test('is marked with the moment it was due; without a ladder each miss raises the level', () => {
    const { ticket, entries } = climb(ticketState(), bare, LATER);
    expect(ticket).toMatchObject({ escalationLevel: 2, escalatedAt: LATER, version: 2 });
    expect(entries.map(({ at, action, detail }) => [at, action, detail.target])).toEqual([
      [NINE + 30 * MINUTE, 'breached', 'respond'],
      [LATER, 'escalated', 'respond'],
      [NINE + 4 * HOUR, 'breached', 'resolve'],
      [LATER, 'escalated', 'resolve'],
    ]);
  });
});

describe('a ladder', () => {
  const ladder = ladderOf(
    { level: 1, percent: 50, notify: ['assignee'], ackWithin: 'PT20M' },
    { level: 2, before: 'PT30M', notify: ['lead'] },
    { level: 3, notify: ['manager'] },
    { level: 4, after: 'PT1H', notify: ['unit_lead'] },
  );
  const answered = ticketState({ respondedAt: NINE });
  const levels = (until: number, ticket = answered) =>
    climb(ticket, ladder, until).ticket.climbs.map(({ level }) => level);

  test('has rungs before a target by share or by time, at it and after it', () => {
    const heard = (ticket: TicketState) => ({ ...ticket, climbs: acknowledged(ticket, '李明', NINE) });
    let ticket = answered;
    const moments: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      const [next] = nextMoments(ticket, ladder);
      if (!next) break;
      moments.push((next.at - NINE) / MINUTE);
      ticket = heard(climb(ticket, ladder, next.at).ticket);
    }
    expect(moments.map(Math.floor)).toEqual([120, 210, 240, 300]);
    expect(nextMoments(ticket, ladder)).toEqual([]);
  });

  test('is climbed on early where nobody acknowledges in time', () => {
    expect(levels(NINE + 2 * HOUR)).toEqual([1]);
    expect(levels(NINE + 2 * HOUR + 20 * MINUTE)).toEqual([1]);
    const first = climb(answered, ladder, NINE + 2 * HOUR).ticket;
    expect(levels(NINE + 2 * HOUR + 20 * MINUTE, first)).toEqual([1, 2]);
    const heard = { ...first, climbs: acknowledged(first, '李明', NINE + 2 * HOUR + MINUTE) };
    expect(levels(NINE + 2 * HOUR + 20 * MINUTE, heard)).toEqual([1]);
  });

  test('after an outage is climbed rung by rung, in order, each once', () => {
    const { ticket, entries, alerts } = climb(answered, ladder, NINE + 9 * HOUR);
    expect(ticket.climbs.map(({ level }) => level)).toEqual([1, 2, 3, 4]);
    expect(entries.map(({ action }) => action)).toEqual([
      'escalated',
      'escalated',
      'breached',
      'escalated',
      'escalated',
    ]);
    expect(alerts.map(({ rung }) => rung)).toEqual(['1@50%', '2-1800s', 'due', '3@100%', '4+3600s']);
    expect(climb(ticket, ladder, NINE + 10 * HOUR).entries).toEqual([]);
  });

  test('leads up before its time where somebody presses', () => {
    const pressed = climbNow(answered, ladder, 'resolve', NINE + MINUTE);
    expect(pressed.ticket).toMatchObject({ escalationLevel: 1, climbs: [{ rung: '1@50%' }] });
    expect(climbNow(answered, bare, 'resolve', NINE).alerts).toEqual([]);
  });

  test('says with a missed resolution what to expect instead: half the time over again', () => {
    const { ticket } = climb(answered, ladder, NINE + 4 * HOUR + 1);
    expect(ticket.expectedAt).toBe(NINE + 6 * HOUR + 15 * MINUTE);
    const said = { ...answered, expectedAt: NINE + 8 * HOUR };
    expect(climb(said, ladder, NINE + 4 * HOUR + 1).ticket.expectedAt).toBe(NINE + 8 * HOUR);
  });
});

describe('a vendor that has the work', () => {
  const ladder: Ladder = { calendar: alwaysOpen, rungs: [], chase: { every: HOUR, calendar: alwaysOpen } };
  const given = ticketState({ respondedAt: NINE, vendor: '维保单位' });
  const chased = (ticket: TicketState, now: number) =>
    climb(ticket, ladder, now).entries.filter(({ detail }) => detail.event === 'chased');

  test('is asked at intervals until the work is done, once after an outage, and on hold too', () => {
    expect(chased(given, NINE + 59 * MINUTE)).toEqual([]);
    const { ticket, alerts } = climb(given, ladder, NINE + HOUR);
    expect(alerts).toEqual([{ target: 'resolve', rung: 'chase1', notify: ['vendor'], pressing: false }]);
    expect(chased(ticket, NINE + 119 * MINUTE)).toEqual([]);
    expect(chased(ticket, NINE + 2 * HOUR)).toMatchObject([{ detail: { count: 2, vendor: '维保单位' } }]);
    expect(chased(given, NINE + 3.5 * HOUR)).toHaveLength(1);
    const waiting = { reason: 'vendor' as const, from: 'accepted' as const, since: NINE, stopsClock: true };
    expect(chased({ ...given, status: 'on_hold', hold: waiting }, NINE + HOUR)).toHaveLength(1);
    expect(chased({ ...given, status: 'resolved', resolvedAt: NINE }, NINE + 9 * HOUR)).toEqual([]);
  });
});
