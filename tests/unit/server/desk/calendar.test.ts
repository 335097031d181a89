import { describe, expect, it } from 'vitest';
import { publicHolidaysCn } from '../../../../bot/holidays-cn.ts';
import { createCalendar } from '../../../../server/desk/calendar.ts';
import { CalendarDefinition } from '../../../../server/desk/calendar-definition.ts';
import { toIso } from '../../../../server/desk/moments.ts';

const DAY = [
  ['08:30', '12:00'],
  ['14:30', '17:30'],
];
const WEEK = { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY };
const HOUR = 3_600_000;

function calendarOf(definition: object, zone = 'Asia/Shanghai') {
  return createCalendar(CalendarDefinition.parse(definition), publicHolidaysCn, zone);
}
const office = calendarOf({ windows: WEEK, holidays: 'cn' });
const at = (text: string) => Date.parse(`${text}+08:00`);
const shown = (ms: number) => toIso(ms, 'Asia/Shanghai').slice(0, 19);
const due = (from: string, hours: number, calendar = office) =>
  shown(calendar.addWorking(at(from), hours * HOUR));

describe('adding working time', () => {
  it.each([
    ['within a window', '2026-11-18T09:00:00', 1, '2026-11-18T10:00:00'],
    ['to the second', '2026-11-18T09:00:01', 1 / 3600, '2026-11-18T09:00:02'],
    ['across lunch', '2026-11-18T11:00:00', 2, '2026-11-18T15:30:00'],
    ['from lunch', '2026-11-18T13:00:00', 1, '2026-11-18T15:30:00'],
    ['over night', '2026-11-18T17:00:00', 1, '2026-11-19T09:00:00'],
    ['over a weekend', '2026-11-20T17:00:00', 1, '2026-11-23T09:00:00'],
    ['on a make-up Saturday', '2026-10-10T10:00:00', 4, '2026-10-10T16:30:00'],
    ['used up at a window’s end, it falls there', '2026-11-18T11:00:00', 1, '2026-11-18T12:00:00'],
    ['used up at the day’s end, it falls there', '2026-11-18T16:30:00', 1, '2026-11-18T17:30:00'],
    ['no length while open', '2026-11-18T09:00:00', 0, '2026-11-18T09:00:00'],
    ['no length while closed is the opening', '2026-11-18T12:30:00', 0, '2026-11-18T14:30:00'],
    ['no length at the moment of closing', '2026-11-18T12:00:00', 0, '2026-11-18T14:30:00'],
    ['thirteen hours are two days', '2026-11-18T08:30:00', 13, '2026-11-19T17:30:00'],
  ])('%s', (_what, from, hours, expected) => {
    expect(due(from, hours)).toBe(expected);
  });

  it('goes from the last day before a long holiday to the first day after it', () => {
    expect(due('2026-09-30T17:00:00', 1)).toBe('2026-10-08T09:00:00');
    expect(due('2026-10-09T17:00:00', 1)).toBe('2026-10-10T09:00:00');
  });

  it('counts on without a break where the desk is always open', () => {
    const always = calendarOf({ windows: '7x24' });
    expect(due('2026-10-01T23:00:00', 24, always)).toBe('2026-10-02T23:00:00');
    expect(due('2026-10-01T23:00:00', 1, always)).toBe('2026-10-02T00:00:00');
  });
});

describe('days that are not like their weekday', () => {
  it('a make-up day has the windows of a Monday', () => {
    const mondays = calendarOf({
      windows: { mon: [['10:00', '11:00']], sat: [['08:00', '09:00']] },
      holidays: 'cn',
    });
    expect(due('2026-10-10T00:00:00', 1, mondays)).toBe('2026-10-10T11:00:00');
    expect(due('2026-10-17T00:00:00', 1, mondays)).toBe('2026-10-17T09:00:00');
  });

  it('a listed holiday is closed, a listed workday is open and wins', () => {
    const listed = calendarOf({
      windows: WEEK,
      holidays: ['2026-11-18', '2026-11-19'],
      workdays: ['2026-11-19', '2026-11-22'],
    });
    expect(due('2026-11-18T09:00:00', 1, listed)).toBe('2026-11-19T09:30:00');
    expect(due('2026-11-20T17:30:00', 1, listed)).toBe('2026-11-22T09:30:00');
  });

  it('workdays add to the published ones', () => {
    const more = calendarOf({
      windows: WEEK,
      holidays: 'cn',
      workdays: ['2026-11-21'],
      closedDays: ['2026-11-23'],
    });
    expect(due('2026-10-10T10:00:00', 4, more)).toBe('2026-10-10T16:30:00');
    expect(due('2026-11-20T17:30:00', 7, more)).toBe('2026-11-24T09:00:00');
  });

  it('a special day has its own windows', () => {
    const special = calendarOf({ windows: WEEK, specialDays: { '2026-11-18': [['13:00', '15:00']] } });
    expect(due('2026-11-18T08:00:00', 2, special)).toBe('2026-11-18T15:00:00');
  });
});

describe('pauses', () => {
  const paused = (from: string, hours: number, ...pauses: [string, string][]) =>
    shown(
      office.addWorking(
        at(from),
        hours * HOUR,
        pauses.map(([a, b]) => ({ from: at(a), to: at(b) })),
      ),
    );

  it('stop the clock for the working time they cover', () => {
    expect(paused('2026-11-18T09:00:00', 2, ['2026-11-18T10:00:00', '2026-11-18T15:00:00'])).toBe(
      '2026-11-18T16:00:00',
    );
  });

  it('count once where they overlap, and in any order', () => {
    const pauses: [string, string][] = [
      ['2026-11-18T10:30:00', '2026-11-18T11:00:00'],
      ['2026-11-18T10:00:00', '2026-11-18T10:45:00'],
    ];
    expect(paused('2026-11-18T09:00:00', 2, ...pauses)).toBe('2026-11-18T12:00:00');
  });

  it('leave a target alone that is used up where they begin', () => {
    expect(paused('2026-11-18T09:00:00', 1, ['2026-11-18T10:00:00', '2026-11-18T11:00:00'])).toBe(
      '2026-11-18T10:00:00',
    );
  });

  it('that lie before the opening or after the target change nothing', () => {
    const pauses: [string, string][] = [
      ['2026-11-17T10:00:00', '2026-11-18T09:00:00'],
      ['2026-11-18T10:30:00', '2026-11-18T11:00:00'],
    ];
    expect(paused('2026-11-18T09:00:00', 1, ...pauses)).toBe('2026-11-18T10:00:00');
  });

  it('that have begun before the opening hold it', () => {
    expect(paused('2026-11-18T09:00:00', 1, ['2026-11-18T08:00:00', '2026-11-18T09:30:00'])).toBe(
      '2026-11-18T10:30:00',
    );
  });
});

describe('measuring and asking', () => {
  it('gives the working time between two moments', () => {
    expect(office.workingBetween(at('2026-11-18T11:00:00'), at('2026-11-19T09:30:00'))).toBe(5 * HOUR);
    expect(office.workingBetween(at('2026-10-01T00:00:00'), at('2026-10-08T00:00:00'))).toBe(0);
    expect(office.workingBetween(at('2026-11-19T09:30:00'), at('2026-11-18T11:00:00'))).toBe(0);
  });

  it('knows whether it is open, from the opening to before the closing', () => {
    expect(
      ['08:29:59', '08:30:00', '11:59:59', '12:00:00'].map((time) => office.isOpen(at(`2026-11-18T${time}`))),
    ).toEqual([false, true, true, false]);
  });

  it('knows when it opens next', () => {
    expect(shown(office.nextOpening(at('2026-09-30T18:00:00')))).toBe('2026-10-08T08:30:00');
    expect(shown(office.nextOpening(at('2026-11-18T09:15:00')))).toBe('2026-11-18T09:15:00');
  });

  it('warns about years without a published schedule, unless they were filled in by hand', () => {
    const unknown = publicHolidaysCn.knownThrough + 2;
    const span = [at(`${unknown}-03-01T09:00:00`), at(`${unknown}-03-02T09:00:00`)] as const;
    expect(office.warningFor(...span)).toContain(`${unknown}年`);
    expect(office.warningFor(at('2026-03-01T09:00:00'), at('2026-03-02T09:00:00'))).toBeNull();
    expect(
      calendarOf({ windows: WEEK, holidays: 'cn', filledYears: [unknown] }).warningFor(...span),
    ).toBeNull();
    expect(calendarOf({ windows: '7x24' }).warningFor(...span)).toBeNull();
  });

  it('follows the wall clock of another zone through its changes', () => {
    const berlin = calendarOf({ windows: { sun: [['00:00', '24:00']] } }, 'Europe/Berlin');
    const spring = Date.parse('2026-03-29T00:00:00+01:00');
    const autumn = Date.parse('2026-10-25T00:00:00+02:00');
    expect(berlin.workingBetween(spring, spring + 48 * HOUR)).toBe(23 * HOUR);
    expect(berlin.workingBetween(autumn, autumn + 48 * HOUR)).toBe(25 * HOUR);
  });
});
