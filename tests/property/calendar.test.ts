import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { type Calendar, createCalendar, type Pause } from '../../server/desk/calendar.ts';
import { CalendarDefinition, WEEKDAYS } from '../../server/desk/calendar-definition.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
/** A Tuesday before a long holiday with make-up days around it. */
const ORIGIN = Date.parse('2026-09-15T00:00:00+08:00');
const DAYS = 30;

type Written = { windows: Record<string, [string, string][]>; holidays: 'cn' | string[]; workdays: string[] };

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const dateOf = (day: number) =>
  new Date(ORIGIN + 8 * 3_600_000 + day * DAY_MINUTES * MINUTE).toISOString().slice(0, 10);

const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 2, maxLength: 6 })
  .map((halves) => [...halves].sort((a, b) => a - b))
  .map((halves) =>
    halves.flatMap((half, index): [string, string][] =>
      index % 2 === 1 ? [[clock((halves[index - 1] ?? 0) * 30), clock(half * 30)]] : [],
    ),
  );
const someDays = fc.uniqueArray(fc.integer({ min: 0, max: DAYS }).map(dateOf), { maxLength: 4 });
const written: fc.Arbitrary<Written> = fc.record({
  windows: fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, windows])), { requiredKeys: ['mon'] }),
  holidays: fc.oneof(fc.constant('cn' as const), someDays),
  workdays: someDays,
});

const second = fc
  .integer({ min: 0, max: 20 * DAY_MINUTES * 60 - 1 })
  .map((seconds) => ORIGIN + seconds * 1000);
const minute = fc.integer({ min: 0, max: 20 * DAY_MINUTES - 1 }).map((minutes) => ORIGIN + minutes * MINUTE);
const length = fc.integer({ min: 0, max: 40 * 3600 }).map((seconds) => seconds * 1000);
const minutesLong = fc.integer({ min: 0, max: 20 * 60 });
const pauses: fc.Arbitrary<Pause[]> = fc.array(
  fc
    .tuple(minute, fc.integer({ min: 0, max: 3000 }))
    .map(([from, minutes]) => ({ from, to: from + minutes * MINUTE })),
  { maxLength: 3 },
);

function build(definition: Written): Calendar {
  return createCalendar(CalendarDefinition.parse(definition), publicHolidaysCn, 'Asia/Shanghai');
}

/** Whether the minute is worked, read off the definition in the most plodding way. */
function isWorked(definition: Written, at: number, stopped: readonly Pause[]): boolean {
  if (stopped.some((pause) => at >= pause.from && at < pause.to)) return false;
  const local = new Date(at + 8 * 3_600_000);
  const date = local.toISOString().slice(0, 10);
  const time = local.toISOString().slice(11, 16);
  const published = definition.holidays === 'cn' ? publicHolidaysCn.day(date)?.kind : undefined;
  const isOff = definition.holidays === 'cn' ? published === 'holiday' : definition.holidays.includes(date);
  const isMakeup = definition.workdays.includes(date) || published === 'makeup';
  if (isOff && !definition.workdays.includes(date)) return false;
  const weekday = isMakeup ? 'mon' : (WEEKDAYS[(local.getUTCDay() + 6) % 7] ?? 'mon');
  return (definition.windows[weekday] ?? []).some(([open, close]) => time >= open && time < close);
}

/** Walks minute by minute until `minutes` of work are done; null where that takes beyond the horizon. */
function plod(definition: Written, from: number, minutes: number, stopped: readonly Pause[]): number | null {
  let rest = minutes;
  for (let at = from; at < from + 60 * DAY_MINUTES * MINUTE; at += MINUTE) {
    if (!isWorked(definition, at, stopped)) continue;
    if (rest === 0) return at;
    rest -= 1;
    if (rest === 0) return at + MINUTE;
  }
  return null;
}

describe('the business calendar', () => {
  it('agrees with walking through the minutes', () => {
    fc.assert(
      fc.property(written, minute, minutesLong, pauses, (definition, from, minutes, stopped) => {
        const expected = plod(definition, from, minutes, stopped);
        fc.pre(expected !== null);
        expect(build(definition).addWorking(from, minutes * MINUTE, stopped)).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('measures what it added, to the second', () => {
    fc.assert(
      fc.property(written, second, length, pauses, (definition, from, ms, stopped) => {
        const calendar = build(definition);
        expect(calendar.workingBetween(from, calendar.addWorking(from, ms, stopped), stopped)).toBe(ms);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never earlier for more work, a later opening or one more pause', () => {
    fc.assert(
      fc.property(written, second, length, length, pauses, (definition, from, ms, more, stopped) => {
        const calendar = build(definition);
        const due = calendar.addWorking(from, ms);
        expect(calendar.addWorking(from, ms + more)).toBeGreaterThanOrEqual(due);
        expect(calendar.addWorking(from + more, ms)).toBeGreaterThanOrEqual(due);
        expect(calendar.addWorking(from, ms, stopped)).toBeGreaterThanOrEqual(due);
      }),
      { numRuns: 1000 },
    );
  });

  it('adds in two steps what it adds in one', () => {
    fc.assert(
      fc.property(written, second, length, length, (definition, from, first, then) => {
        const calendar = build(definition);
        fc.pre(then > 0);
        expect(calendar.addWorking(calendar.addWorking(from, first), then)).toBe(
          calendar.addWorking(from, first + then),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('opens at the first worked moment, and no work lies before it', () => {
    fc.assert(
      fc.property(written, second, (definition, at) => {
        const calendar = build(definition);
        const opening = calendar.nextOpening(at);
        expect(calendar.isOpen(opening)).toBe(true);
        expect(calendar.workingBetween(at, opening)).toBe(0);
        expect(calendar.isOpen(at)).toBe(opening === at);
      }),
      { numRuns: 1000 },
    );
  });
});
