import { describe, expect, test } from 'vitest';
import { isoMoment, momentOf } from '../../../../../bot/understand/time/zone.ts';
import { find } from './reading.ts';

describe('spans', () => {
  test('cover the words that say the time, in the text as it was written', () => {
    const text = '１１月２０號下午叁點前要用，後天來也行';
    const spans = find(text).map(({ from, to }) => text.slice(from, to));
    expect(spans).toEqual(['１１月２０號下午叁點前', '後天']);
  });

  test('keep their offsets behind characters outside the basic plane', () => {
    const [match] = find('😀😀明天下午');
    expect(match).toMatchObject({ from: 4, to: 8, text: '明天下午' });
  });
});

describe('roles', () => {
  test.each([
    ['下午两点前要用', 'by'],
    ['三天内装好', 'by'],
    ['最迟周五', 'by'],
    ['by Friday', 'by'],
    ['从昨天下午开始蓝屏', 'since'],
    ['周一就坏了', 'since'],
    ['上周以来', 'since'],
    ['since yesterday', 'since'],
    ['明天下午三点开会', 'at'],
    ['两天前', 'at'],
  ])('%s: %s', (text, role) => {
    expect(find(text)[0]).toMatchObject({ role });
  });
});

describe('kinds and grains', () => {
  test.each([
    ['两个小时', { kind: 'duration', durationMs: 7_200_000 }],
    ['一个半小时', { kind: 'duration', durationMs: 5_400_000 }],
    ['half an hour', { kind: 'duration', durationMs: 1_800_000 }],
    ['三点', { kind: 'moment', grain: 'hour' }],
    ['三点半', { kind: 'moment', grain: 'minute' }],
    ['明天', { kind: 'moment', grain: 'day' }],
    ['明天上午', { kind: 'moment', grain: 'daypart' }],
    ['下周', { kind: 'range', grain: 'week' }],
    ['12月', { kind: 'range', grain: 'month' }],
    ['二季度', { kind: 'range', grain: 'quarter' }],
    ['九点到十点', { kind: 'range', grain: 'hour' }],
  ])('%s', (text, expected) => {
    expect(find(text)[0]).toMatchObject(expected);
  });
});

describe('several times in one message', () => {
  test('stand left to right, the day carried to the hours after it', () => {
    const starts = find('昨天报的修，明天下午三点要用，五点结束').map(
      (match) => 'start' in match && match.start,
    );
    expect(starts).toEqual(['2026-11-17', '2026-11-19T15:00:00+08:00', '2026-11-19T17:00:00+08:00']);
  });

  test('what recurs is no one time', () => {
    expect(find('每周一上午九点例会，每天两小时')).toEqual([]);
  });
});

describe('preference', () => {
  test('past looks back: an hour, a weekday, a day of the month', () => {
    const past = (text: string) => find(text, { prefer: 'past' })[0];
    expect(past('八点半')).toMatchObject({ start: '2026-11-18T08:30:00+08:00' });
    expect(past('周五')).toMatchObject({ start: '2026-11-13' });
    expect(past('20号')).toMatchObject({ start: '2026-10-20' });
  });

  test('without it, words of what has happened look back too', () => {
    expect(find('周五报的修')[0]).toMatchObject({ start: '2026-11-13' });
    expect(find('上午八点就断网了')[0]).toMatchObject({ start: '2026-11-18T08:00:00+08:00' });
    expect(find('周五要修好')[0]).toMatchObject({ start: '2026-11-20' });
  });

  test('a meeting is within office hours, however late it is now', () => {
    const late = { now: Date.parse('2026-11-18T18:30:00+08:00') };
    expect(find('八点', { ...late, prefer: 'meeting' })[0]).toMatchObject({
      start: '2026-11-19T08:00:00+08:00',
    });
    expect(find('八点', late)[0]).toMatchObject({ start: '2026-11-18T20:00:00+08:00' });
  });
});

describe('zones', () => {
  test('the wall clock and the offset are those of the zone', () => {
    const [match] = find('tomorrow at 3pm', { zone: 'America/New_York' });
    expect(match).toMatchObject({ start: '2026-11-18T15:00:00-05:00' });
  });

  test('each moment has the offset of its own day', () => {
    const zone = 'Europe/Berlin';
    const now = Date.parse('2026-03-28T09:00:00+01:00');
    expect(find('明天下午三点', { zone, now })[0]).toMatchObject({ start: '2026-03-29T15:00:00+02:00' });
  });

  test('a wall time that a clock change skips falls after it', () => {
    const day = Date.UTC(2026, 2, 8) / 86_400_000;
    const moment = momentOf({ day, seconds: 2.5 * 3600 }, 'America/New_York');
    expect(isoMoment(moment, 'America/New_York')).toBe('2026-03-08T03:30:00-04:00');
  });
});
