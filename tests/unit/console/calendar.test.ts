import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blockOn,
  blocksOn,
  drawnEnd,
  hoursAround,
  percentAt,
  placed,
  roomLines,
} from '../../../server/console/src/calendar/blocks.ts';
import { dayAfter, spanOfDay, weekdayOf, weekOf } from '../../../server/console/src/calendar/days.ts';
import { dayHeading, weekHeading } from '../../../server/console/src/calendar/headings.ts';
import { awaitsCrew, mayFinishTask, meetingActs } from '../../../server/console/src/calendar/meeting-acts.ts';
import { clockOnDay, clockSpan, crewState } from '../../../server/console/src/calendar/meeting-words.ts';
import type { Meeting } from '../../../server/console/src/shapes.ts';
import { zh } from '../../../server/console/src/texts/zh.ts';

const ZONE = 'Asia/Shanghai';
const DAY = '2026-11-24';

function meeting(start: string, end: string | null, more: Partial<Meeting> = {}): Meeting {
  return {
    number: `M ${start}`,
    status: 'confirmed',
    title: '例会',
    start,
    end,
    room: '302',
    requester: { id: 'u1' },
    confirmBy: null,
    createdAt: '2026-11-20T08:00:00+08:00',
    version: 1,
    ...more,
  };
}

const at = (clock: string, day = DAY) => `${day}T${clock}:00+08:00`;
const bounds = (one: { from: number; to: number } | null) => one && [one.from, one.to];

describe('the days', () => {
  test('go on over the ends of months and years', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29');
  });

  test('of a week begin on Monday, whichever day of it is asked for', () => {
    const week = weekOf('2026-11-26');
    expect([week[0], week[6]]).toEqual(['2026-11-23', '2026-11-29']);
    for (const day of week) expect(weekOf(day)).toEqual(week);
    expect(week.map(weekdayOf)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('are those of the desk’s zone, 25 hours long where its clocks go back', () => {
    expect(spanOfDay(DAY, ZONE)).toEqual({
      from: Date.parse('2026-11-23T16:00:00Z'),
      to: Date.parse('2026-11-24T16:00:00Z'),
    });
    const { from, to } = spanOfDay('2026-10-25', 'Europe/Berlin');
    expect((to - from) / 3_600_000).toBe(25);
  });
});

describe('a meeting on a day', () => {
  test('stands from its start to its end, by the clock of the desk’s zone', () => {
    expect(bounds(blockOn(meeting(at('09:15'), at('11:45')), DAY, ZONE))).toEqual([555, 705]);
    expect(bounds(blockOn(meeting('2026-11-24T01:00:00Z', '2026-11-24T02:30:00Z'), DAY, ZONE))).toEqual([
      540, 630,
    ]);
  });

  test('across midnight is clipped to each of its days', () => {
    const night = meeting(at('22:30'), at('01:15', '2026-11-25'));
    expect(blockOn(night, DAY, ZONE)).toMatchObject({
      from: 1350,
      to: 1440,
      clippedBefore: false,
      clippedAfter: true,
    });
    expect(blockOn(night, '2026-11-25', ZONE)).toMatchObject({
      from: 0,
      to: 75,
      clippedBefore: true,
      clippedAfter: false,
    });
    expect(blockOn(night, '2026-11-26', ZONE)).toBeNull();
  });

  test('over three days fills the one in the middle', () => {
    const long = meeting(at('09:00', '2026-11-23'), at('17:00', '2026-11-25'));
    expect(blockOn(long, DAY, ZONE)).toMatchObject({
      from: 0,
      to: 1440,
      clippedBefore: true,
      clippedAfter: true,
    });
  });

  test('that ends at midnight does not reach into the next day', () => {
    const late = meeting(at('22:00'), at('00:00', '2026-11-25'));
    expect(blockOn(late, DAY, ZONE)).toMatchObject({ to: 1440, clippedAfter: false });
    expect(blockOn(late, '2026-11-25', ZONE)).toBeNull();
  });

  test('without an end stands where it begins, at midnight too', () => {
    expect(bounds(blockOn(meeting(at('15:00'), null), DAY, ZONE))).toEqual([900, 900]);
    expect(bounds(blockOn(meeting(at('00:00'), null), DAY, ZONE))).toEqual([0, 0]);
    expect(blockOn(meeting(at('00:00'), null), '2026-11-23', ZONE)).toBeNull();
  });
});

describe('the hours of a day', () => {
  test('are the usual ones, and more where somebody meets earlier or later', () => {
    expect(hoursAround([])).toEqual({ first: 8, last: 18 });
    const blocks = blocksOn(
      [meeting(at('07:30'), at('08:30')), meeting(at('18:00'), at('19:10'))],
      DAY,
      ZONE,
    );
    expect(hoursAround(blocks)).toEqual({ first: 7, last: 20 });
  });

  test('give each minute its place in percent', () => {
    const hours = { first: 8, last: 18 };
    expect([480, 780, 1080].map((minute) => percentAt(minute, hours))).toEqual([0, 50, 100]);
  });
});

describe('blocks of one room', () => {
  test('that follow one another have the whole width', () => {
    const blocks = blocksOn(
      [meeting(at('10:00'), at('11:00')), meeting(at('09:00'), at('10:00'))],
      DAY,
      ZONE,
    );
    expect(placed(blocks).map(({ from, lane, lanes }) => [from, lane, lanes])).toEqual([
      [540, 0, 1],
      [600, 0, 1],
    ]);
  });

  test('that overlap stand side by side, and a lane is used again', () => {
    const blocks = blocksOn(
      [
        meeting(at('09:00'), at('12:00')),
        meeting(at('09:30'), at('10:00')),
        meeting(at('10:30'), at('11:00')),
        meeting(at('13:00'), at('14:00')),
      ],
      DAY,
      ZONE,
    );
    expect(placed(blocks).map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  test('never cover one another, lie within the hours, and none is lost', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, fc.integer({ min: 0, max: 600 })), { maxLength: 30 }),
        (spans) => {
          const midnight = Date.parse(at('00:00'));
          const iso = (minutes: number) => new Date(midnight + minutes * 60_000).toISOString();
          const blocks = blocksOn(
            spans.map(([from, length]) => meeting(iso(from), iso(from + length))),
            DAY,
            ZONE,
          );
          const shown = placed(blocks);
          expect(shown).toHaveLength(spans.length);
          const hours = hoursAround(blocks);
          for (const one of shown) {
            expect(one.lane).toBeLessThan(one.lanes);
            expect(percentAt(one.from, hours)).toBeGreaterThanOrEqual(0);
            expect(percentAt(drawnEnd(one), hours)).toBeLessThanOrEqual(100);
            for (const other of shown) {
              const apart = drawnEnd(one) <= other.from || drawnEnd(other) <= one.from;
              if (one !== other && !apart) {
                expect(one.lanes).toBe(other.lanes);
                expect(one.lane).not.toBe(other.lane);
              }
            }
          }
        },
      ),
    );
  });
});

test('the rooms are the desk’s in its order, then other places where somebody meets', () => {
  const desk = {
    rooms: [
      { id: '302', name: '302会议室' },
      { id: '201', name: '201会议室' },
    ],
  };
  const elsewhere = meeting(at('09:00'), at('10:00'), { room: null, location: { text: '食堂二楼' } });
  const lines = roomLines(desk, [elsewhere, meeting(at('09:00'), at('10:00'))]);
  expect(lines.map(({ name }) => name)).toEqual(['302会议室', '201会议室', '食堂二楼']);
  expect(roomLines(undefined, [elsewhere]).map(({ id }) => id)).toEqual(['食堂二楼']);
});

describe('the crew', () => {
  test('is awaited before a confirmation, and again after a change', () => {
    expect(awaitsCrew({ status: 'requested', confirmBy: null })).toBe(true);
    expect(awaitsCrew({ status: 'confirmed', confirmBy: null })).toBe(false);
    expect(awaitsCrew({ status: 'confirmed', confirmBy: at('09:00') })).toBe(true);
    expect(awaitsCrew({ status: 'cancelled', confirmBy: at('09:00') })).toBe(false);
  });

  test('is told of in words', () => {
    const words = (more: Partial<Meeting>) => crewState(meeting(at('09:00'), at('10:00'), more), zh).words;
    expect(words({ status: 'requested' })).toBe('待确认');
    expect(words({})).toBe('已确认');
    expect(words({ status: 'in_progress' })).toBe('进行中');
  });
});

describe('the buttons of a meeting', () => {
  test('follow from its status', () => {
    const acts = (status: Meeting['status'], confirmBy: string | null = null) =>
      meetingActs({ status, confirmBy }, 'dispatcher');
    expect(acts('requested')).toEqual(['confirm', 'cancel']);
    expect(acts('confirmed')).toEqual(['start', 'cancel']);
    expect(acts('confirmed', at('09:00'))).toEqual(['confirm', 'start', 'cancel']);
    expect(acts('in_progress')).toEqual(['finish']);
    expect([...acts('done'), ...acts('cancelled')]).toEqual([]);
  });

  test('are none for who may only look', () => {
    expect(meetingActs({ status: 'requested', confirmBy: null }, 'viewer')).toEqual([]);
  });

  test('of a task are there while it is open, after the end too', () => {
    const task = { id: 't', what: 'teardown', due: null, assignee: null, doneAt: null };
    expect(mayFinishTask({ status: 'done' }, task, 'dispatcher')).toBe(true);
    expect(mayFinishTask({ status: 'cancelled' }, task, 'dispatcher')).toBe(false);
    expect(mayFinishTask({ status: 'done' }, { ...task, doneAt: at('12:00') }, 'dispatcher')).toBe(false);
    expect(mayFinishTask({ status: 'done' }, task, 'viewer')).toBe(false);
  });
});

test('the time of a meeting is read by the desk’s clock', () => {
  expect(clockSpan({ start: '2026-11-24T01:00:00Z', end: '2026-11-24T02:30:00Z' }, ZONE)).toBe('09:00–10:30');
  expect(clockSpan({ start: '2026-11-24T01:00:00Z', end: null }, ZONE)).toBe('09:00');
});

test('in a cell of the week, what began the day before says only until when', () => {
  const long = meeting(at('21:30', '2026-11-23'), at('01:30', '2026-11-25'));
  const words = (day: string) => {
    const block = blockOn(long, day, ZONE);
    return block && clockOnDay(block, { texts: zh, zone: ZONE });
  };
  expect(words('2026-11-23')).toBe('21:30–01:30');
  expect(words(DAY)).toBe('全天');
  expect(words('2026-11-25')).toBe('续至 01:30');
});

test('the heading says the days, and how near a day is', () => {
  expect(dayHeading(DAY, DAY, zh)).toBe('11月24日 周二 · 今天');
  expect(dayHeading('2026-11-25', DAY, zh)).toBe('11月25日 周三 · 明天');
  expect(dayHeading('2026-11-30', DAY, zh)).toBe('11月30日 周一');
  expect(dayHeading('2027-01-01', DAY, zh)).toBe('2027-01-01 周五');
  expect(weekHeading('2026-12-31', DAY, zh)).toBe('12月28日 – 2027-01-03');
});
