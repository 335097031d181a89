import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockOf, dayOf, daysApart, instantOf } from '../../../server/console/src/moments.ts';

describe('an instant from a date-and-time field', () => {
  test('is read as wall time in the zone of the desk', () => {
    expect(instantOf('2026-11-20T14:30', 'Asia/Shanghai')).toBe('2026-11-20T06:30:00.000Z');
  });

  test('across a change of the offset', () => {
    expect(instantOf('2026-10-25T12:00', 'Europe/Berlin')).toBe('2026-10-25T11:00:00.000Z');
    expect(instantOf('2026-10-24T12:00', 'Europe/Berlin')).toBe('2026-10-24T10:00:00.000Z');
  });

  test('what is no time gives none', () => {
    expect(instantOf('', 'Asia/Shanghai')).toBeNull();
    expect(instantOf('tomorrow', 'Asia/Shanghai')).toBeNull();
  });

  test('shown again, it is the time that was filled in', () => {
    const minute = fc.integer({
      min: Date.parse('2020-01-01T00:00Z') / 60_000,
      max: Date.parse('2035-01-01T00:00Z') / 60_000,
    });
    fc.assert(
      fc.property(minute, fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu', 'UTC'), (at, zone) => {
        const wall = new Date(at * 60_000).toISOString().slice(0, 16);
        const instant = Date.parse(instantOf(wall, zone) ?? '');
        expect(`${dayOf(instant, zone)}T${clockOf(instant, zone)}`).toBe(wall);
      }),
    );
  });
});

test('days apart are counted across months and years', () => {
  expect(daysApart('2027-01-01', '2026-12-31')).toBe(1);
  expect(daysApart('2026-11-20', '2026-11-20')).toBe(0);
  expect(daysApart('2026-02-28', '2026-03-01')).toBe(-1);
});
