import { expect, test } from 'vitest';
import { freeSpans, overlaps } from '../../../../server/desk/alternatives.ts';
import { DAY, HOUR, NINE, ZONE } from '../../../support/small-desk.ts';

const span = (from: number, to: number) => ({ start: NINE + from * HOUR, end: NINE + to * HOUR });
const WEEK = { start: NINE, end: NINE + 7 * DAY };
const free = (busy: { start: number; end: number }[], wanted = span(1, 2), window = WEEK, most = 3) =>
  freeSpans(busy, wanted, { window, zone: ZONE, most });

test('spans that touch do not overlap', () => {
  expect(overlaps(span(0, 1), span(1, 2))).toBe(false);
  expect(overlaps(span(0, 2), span(1, 3))).toBe(true);
  expect(overlaps(span(0, 3), span(1, 2))).toBe(true);
});

test('the nearest free times come first, right before or right after what is there', () => {
  expect(free([span(1, 2)])).toEqual([span(2, 3), span(0, 1)]);
  expect(free([span(1, 4)])).toEqual([span(0, 1), span(4, 5)]);
});

test('a gap that is too short is none', () => {
  expect(free([span(1, 2), span(2.5, 4)])).toEqual([span(0, 1), span(4, 5)]);
});

test('what begins before the window or after it is not offered', () => {
  expect(free([span(0, 3)])).toEqual([span(3, 4)]);
  expect(free([span(0, 200)])).toEqual([]);
});

test('a time at night is offered only after those by day, however far they are', () => {
  const evening = span(12, 13);
  const nextDay = span(24, 25);
  expect(free([evening, nextDay], evening, WEEK, 9)).toEqual([
    span(11, 12),
    span(23, 24),
    span(25, 26),
    span(13, 14),
  ]);
});
