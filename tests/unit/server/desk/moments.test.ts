import { describe, expect, test } from 'vitest';
import { dayOf, fromIso, hourOf, toIso } from '../../../../server/desk/moments.ts';
import { formatNumber, isNumber } from '../../../../server/desk/numbers.ts';
import { NINE, ZONE } from '../../../support/small-desk.ts';

describe('moments', () => {
  test('are written with the desk’s offset of that day', () => {
    expect(toIso(NINE, ZONE)).toBe('2026-11-18T09:00:00+08:00');
    expect(toIso(NINE, 'UTC')).toBe('2026-11-18T01:00:00+00:00');
    expect(toIso(NINE, 'Europe/Berlin')).toBe('2026-11-18T02:00:00+01:00');
    expect(toIso(Date.parse('2026-07-01T00:00:00Z'), 'Europe/Berlin')).toBe('2026-07-01T02:00:00+02:00');
    expect(toIso(NINE, 'Asia/Kolkata')).toBe('2026-11-18T06:30:00+05:30');
  });

  test('midnight is hour 00 of the new day', () => {
    const midnight = Date.parse('2026-11-18T00:00:00+08:00');
    expect(toIso(midnight, ZONE)).toBe('2026-11-18T00:00:00+08:00');
    expect([dayOf(midnight, ZONE), dayOf(midnight - 1, ZONE), hourOf(midnight, ZONE)]).toEqual([
      '20261118',
      '20261117',
      0,
    ]);
  });

  test('are read with any offset; a date alone begins where the desk is', () => {
    expect(fromIso('2026-11-18T10:00:00+09:00', ZONE)).toBe(NINE);
    expect(fromIso('2026-11-18T01:00Z', ZONE)).toBe(NINE);
    expect(fromIso('2026-11-18', ZONE)).toBe(Date.parse('2026-11-17T16:00:00Z'));
  });
});

describe('numbers', () => {
  test('have four digits, and more where a day has more', () => {
    expect(formatNumber('ticket', '20261118', 1)).toBe('T20261118-0001');
    expect(formatNumber('meeting', '20261118', 12_345)).toBe('M20261118-12345');
  });

  test('are known by their form', () => {
    expect(isNumber('ticket', 'T20261118-0001')).toBe(true);
    for (const text of ['M20261118-0001', 't20261118-0001', 'T20261118-001', 'T20261118-0001 ', 'T', ''])
      expect(isNumber('ticket', text), text).toBe(false);
  });
});
