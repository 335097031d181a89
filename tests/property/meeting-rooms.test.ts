import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freeSpans, overlaps } from '../../server/desk/alternatives.ts';
import { actOnMeeting } from '../../server/meetings/act-on-meeting.ts';
import { bookMeeting } from '../../server/meetings/book-meeting.ts';
import { listMeetings } from '../../server/meetings/list-meetings.ts';
import type { OpenDatabase } from '../../server/store/database.ts';
import { emptyTables, testDatabase } from '../support/database.ts';
import { HOUR, NINE, testDesk, WEB, ZONE } from '../support/small-desk.ts';

let database: OpenDatabase;
const { context } = testDesk();

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const iso = (hours: number) => new Date(NINE + hours * HOUR).toISOString();
const requester = { id: 'u1', channel: 'web' };
const room = fc.constantFrom('302', '三楼302会议室', '303');
const start = fc.integer({ min: 0, max: 12 });
const length = fc.integer({ min: 1, max: 4 });

const step = fc.oneof(
  fc.record({ kind: fc.constant('book' as const), room, start, length }),
  fc.record({ kind: fc.constant('move' as const), which: fc.nat(5), start, room }),
  fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(5) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const numberOf = (which: number) => `M20261118-${String(which + 1).padStart(4, '0')}`;

async function carryOut(done: Step): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    if (done.kind === 'book') {
      const span = { start: iso(done.start), end: iso(done.start + done.length) };
      const draft = { title: '会', room: done.room, location: { text: done.room }, equipment: [], ...span };
      await bookMeeting(trx, context, { draft, requester, address: WEB, actor: 'u1' });
      return;
    }
    const by = { number: numberOf(done.which), actor: 'u1', byRequester: true };
    const moved = done.kind === 'move' ? { start: iso(done.start), room: done.room } : null;
    const action = moved ? { action: 'change' as const, ...moved } : { action: 'cancel' as const };
    await actOnMeeting(trx, context, { ...by, action });
  });
}

test('whatever is booked, moved and cancelled at once, no two meetings overlap in one room', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      await emptyTables(database);
      await Promise.all(steps.map(carryOut));
      const { items } = await listMeetings(database.db, context, { from: 0, limit: 100 });
      const kept = items
        .filter(({ status }) => status !== 'cancelled')
        .map((meeting) => ({
          room: meeting.room,
          start: Date.parse(meeting.start),
          end: Date.parse(meeting.end),
        }));
      for (const [index, a] of kept.entries())
        for (const b of kept.slice(index + 1)) expect(a.room === b.room && overlaps(a, b)).toBe(false);
    }),
    { numRuns: 25 },
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
