import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freeSpans, overlaps, type Span } from '../../server/desk/alternatives.ts';
import type { MeetingAction } from '../../server/desk/meeting-actions.ts';
import { isOpen, type MeetingState } from '../../server/desk/meeting-state.ts';
import { tasksFor } from '../../server/desk/meeting-tasks.ts';
import { blockOf, fromStock } from '../../server/desk/room-fit.ts';
import { actOnMeeting } from '../../server/meetings/act-on-meeting.ts';
import { bookMeeting } from '../../server/meetings/book-meeting.ts';
import { holdRoom } from '../../server/meetings/hold-room.ts';
import { roomRulesOf } from '../../server/meetings/room-rules.ts';
import type { OpenDatabase } from '../../server/store/database.ts';
import { listMeetings } from '../../server/store/meetings.ts';
import { occupations } from '../../server/store/occupation.ts';
import { inTransaction } from '../../server/store/transaction.ts';
import { emptyTables, testDatabase } from '../support/database.ts';
import { HOUR, MINUTE, NINE, testDesk, WEB, ZONE } from '../support/small-desk.ts';

const ROOMS = `
rooms:
  - { id: "302", name: 302会议室, capacity: 20, equipment: [projector] }
  - { id: "303", name: 303会议室, capacity: 20, prepare: PT15M, clear: PT30M }
stock: { microphone: 4, projector: 1 }
`;

let database: OpenDatabase;
const { context, clock } = testDesk({ more: ROOMS });

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const iso = (hours: number) => new Date(NINE + hours * HOUR).toISOString();
/** One that the profile does not list is a room too. */
const room = fc.constantFrom('302', '三楼302会议室', '303', '405');
const start = fc.integer({ min: 1, max: 12 });
const length = fc.integer({ min: 1, max: 4 });
const holder = fc.constantFrom('a', 'b', 'c');
const things = fc.record({
  equipment: fc.subarray(['microphone', 'projector', 'name_cards'] as const),
  quantities: fc.record({ microphone: fc.integer({ min: 1, max: 5 }) }, { requiredKeys: [] }),
});

const step = fc.oneof(
  fc.record({ kind: fc.constant('book' as const), room, start, length, things, holder }),
  fc.record({ kind: fc.constant('hold' as const), room, start, length, things, holder }),
  fc.record({ kind: fc.constant('move' as const), which: fc.nat(5), start, room, things }),
  fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(5) }),
  fc.record({ kind: fc.constant('expire' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const numberOf = (which: number) => `M20261118-${String(which + 1).padStart(4, '0')}`;
const requester = { id: 'u1', channel: 'web' };

function draftOf(done: Extract<Step, { kind: 'book' | 'hold' }>) {
  const span = { start: iso(done.start), end: iso(done.start + done.length) };
  return { title: '会', room: done.room, location: { text: done.room }, ...done.things, ...span };
}

async function carryOut(done: Step): Promise<void> {
  if (done.kind === 'expire') {
    clock.now += done.minutes * MINUTE;
    return;
  }
  await inTransaction(database.db, async (trx) => {
    if (done.kind === 'hold') {
      await holdRoom(trx, context, { draft: draftOf(done), requester, holder: done.holder });
      return;
    }
    if (done.kind === 'book') {
      const booking = { draft: draftOf(done), requester, address: WEB, actor: 'u1', holder: done.holder };
      await bookMeeting(trx, context, booking);
      return;
    }
    const by = { number: numberOf(done.which), actor: 'u1', byRequester: true };
    const action: MeetingAction =
      done.kind === 'move'
        ? { action: 'change', start: iso(done.start), room: done.room, ...done.things }
        : { action: 'cancel' };
    await actOnMeeting(trx, context, { ...by, action });
  });
}

const rules = roomRulesOf(context.profile);
const ALL = { start: NINE - 24 * HOUR, end: NINE + 48 * HOUR };

/** Nobody's room is another's, with the time to prepare and to clear; nor are there more of a thing than there are. */
async function expectNothingTwice(): Promise<void> {
  const taken = await occupations(database.db, { spans: [ALL], now: clock.now });
  for (const [index, a] of taken.entries()) {
    expect(a.block).toEqual(blockOf(rules, a));
    for (const b of taken.slice(index + 1))
      expect(a.room === b.room && overlaps(a.block, b.block)).toBe(false);
  }
  for (const [what, count] of Object.entries(context.profile.stock ?? {}))
    for (const { block } of taken) expect(usedAt(taken, what, block.start)).toBeLessThanOrEqual(count);
}

function usedAt(
  taken: (Parameters<typeof fromStock>[1] & { block: Span })[],
  what: string,
  at: number,
): number {
  return taken
    .filter(({ block }) => block.start <= at && at < block.end)
    .reduce((sum, one) => sum + (fromStock(rules, one).get(what) ?? 0), 0);
}

/** Every open task is one that its meeting asks for, at its time; a cancelled meeting leaves none. */
function expectNoOrphan(meeting: MeetingState): void {
  const open = meeting.tasks.filter(isOpen).map(({ id, due }) => ({ id, due }));
  const asked = tasksFor(meeting).map(({ id, due }) => ({ id, due }));
  expect(open).toEqual(meeting.status === 'cancelled' ? [] : asked);
}

test('whatever is booked, held, moved and cancelled by several at once, nothing is given away twice, no task is left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await emptyTables(database);
      clock.now = NINE;
      await Promise.all(steps.map(carryOut));
      await expectNothingTwice();
      const meetings = await listMeetings(database.db, { from: 0, limit: 100, order: 'soonest' });
      for (const { meeting } of meetings) expectNoOrphan(meeting);
    }),
    { numRuns: 40 },
  );
});

test('one after the other, too, with holds that expire between them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await emptyTables(database);
      clock.now = NINE;
      for (const done of steps) {
        await carryOut(done);
        await expectNothingTwice();
      }
    }),
    { numRuns: 15 },
  );
});

test('what is offered is free, of the wanted length, and there is something whenever a week has room for it', () => {
  const busySpans = fc.array(
    fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 30 })).map(([from, hours]) => ({
      start: NINE + from * HOUR,
      end: NINE + (from + hours) * HOUR,
    })),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(busySpans, length, (busy, hours) => {
      const wanted = { start: NINE, end: NINE + hours * HOUR };
      const window = { start: NINE, end: NINE + 168 * HOUR };
      const offered = freeSpans(busy, wanted, { window, zone: ZONE, most: 3 });
      for (const span of offered) {
        expect(span.end - span.start).toBe(wanted.end - wanted.start);
        expect(busy.some((other) => overlaps(span, other))).toBe(false);
      }
      const hourly = Array.from({ length: 169 }, (_, hour) => NINE + hour * HOUR);
      const free = hourly.some(
        (from) => !busy.some((other) => overlaps({ start: from, end: from + hours * HOUR }, other)),
      );
      expect(offered.length > 0).toBe(free);
    }),
  );
});
