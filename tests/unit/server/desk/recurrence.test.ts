import { describe, expect, test } from 'vitest';
import { publicHolidaysCn } from '../../../../bot/holidays-cn.ts';
import type { Recurrence } from '../../../../bot/types.ts';
import { findRecurrence } from '../../../../bot/understand/recurrence.ts';
import { occurrences } from '../../../../server/desk/recurrence.ts';
import { NINE, ZONE } from '../../../support/small-desk.ts';

const daysOf = (recurrence: Recurrence, first: string) => {
  const start = Date.parse(`${first}T09:00:00+08:00`);
  const spans = occurrences(
    recurrence,
    { start, end: start + 3_600_000 },
    { zone: ZONE, holidays: publicHolidaysCn },
  );
  for (const span of spans) expect(span.end - span.start).toBe(3_600_000);
  return spans.map(({ start: at }) => new Date(at + 8 * 3_600_000).toISOString().slice(5, 10));
};

describe('the days of a meeting that comes again', () => {
  test('by weekdays, every other week, by the day of the month', () => {
    const until = '2026-09-20';
    expect(
      daysOf({ every: 'week', interval: 1, days: [0, 2], until, holidays: 'skip' }, '2026-09-02'),
    ).toEqual(['09-02', '09-07', '09-09', '09-14', '09-16']);
    expect(daysOf({ every: 'week', interval: 2, days: [2], until, holidays: 'skip' }, '2026-09-02')).toEqual([
      '09-02',
      '09-16',
    ]);
    expect(daysOf({ every: 'month', day: 31, until: '2026-12-31', holidays: 'skip' }, '2026-08-31')).toEqual([
      '08-31',
      '10-31',
      '12-31',
    ]);
  });

  test('a public holiday is left out, or moved to the next working day', () => {
    const weekly = { every: 'week' as const, interval: 1, days: [4], until: '2026-10-16' };
    expect(daysOf({ ...weekly, holidays: 'skip' }, '2026-09-18')).toEqual(['09-18', '10-09', '10-16']);
    expect(daysOf({ ...weekly, holidays: 'move' }, '2026-09-24')).toEqual([
      '09-28',
      '10-08',
      '10-09',
      '10-16',
    ]);
  });

  test('working days hold make-up days and no weekends', () => {
    const days = daysOf({ every: 'workday', until: '2026-10-11', holidays: 'skip' }, '2026-09-28');
    expect(days).toContain('10-10');
    expect(days).not.toContain('10-01');
    expect(days).not.toContain('10-11');
  });

  test('a series ends after a year of weeks', () => {
    expect(daysOf({ every: 'day', holidays: 'skip' }, '2026-01-05').length).toBe(53);
  });
});

describe('what says that a meeting comes again', () => {
  const read = (text: string) =>
    findRecurrence(text, { now: NINE, zone: ZONE, holidays: publicHolidaysCn })?.recurrence ?? null;

  test.each([
    ['每周一上午九点的例会', { every: 'week', interval: 1, days: [0], holidays: 'skip' }],
    [
      '每周二、周四下午培训到12月底',
      { every: 'week', interval: 1, days: [1, 3], holidays: 'skip', until: '2026-12-31' },
    ],
    ['每两周的周五开一次碰头会', { every: 'week', interval: 2, days: [4], holidays: 'skip' }],
    ['每月15号党支部学习会，遇节假日顺延', { every: 'month', day: 15, holidays: 'move' }],
    ['每个工作日早上八点半晨会', { every: 'workday', holidays: 'skip' }],
    ['every monday 9am team meeting', { every: 'week', interval: 1, days: [0], holidays: 'skip' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each(['每周一打印机都卡纸', '明天上午九点开会', '每次开会话筒都没声音', '每个人都要桌签，明天开会'])(
    '%s: nothing',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});
