import { describe, expect, test } from 'vitest';
import { publicHolidaysCn } from '../../../bot/holidays-cn.ts';

describe('the public holidays of China', () => {
  test('know holidays, make-up days and ordinary days', () => {
    expect(publicHolidaysCn.day('2026-10-01')).toEqual({ kind: 'holiday', name: '国庆节' });
    expect(publicHolidaysCn.day('2026-10-10')).toEqual({ kind: 'makeup', name: '国庆节' });
    expect(publicHolidaysCn.day('2026-10-12')).toBeNull();
  });

  test('say nothing about a year that is not published', () => {
    const unknown = publicHolidaysCn.knownThrough + 1;
    expect(publicHolidaysCn.day(`${unknown}-10-01`)).toBeNull();
    expect(publicHolidaysCn.span('国庆节', unknown)).toBeNull();
    expect(publicHolidaysCn.span('国庆节', publicHolidaysCn.knownThrough)).not.toBeNull();
  });

  test.each([
    ['国庆节', 2026, '2026-10-01', '2026-10-07'],
    ['国庆', 2026, '2026-10-01', '2026-10-07'],
    ['春节', 2026, '2026-02-15', '2026-02-23'],
    ['元旦', 2026, '2026-01-01', '2026-01-03'],
  ])('%s of %d', (name, year, from, to) => {
    expect(publicHolidaysCn.span(name, year)).toEqual({ from, to });
  });
});
