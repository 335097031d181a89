import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { addMonths, civilOf, existingDay, mondayOf, weekdayOf } from '../../bot/understand/time/civil.ts';
import { findTimes, readTime } from '../../bot/understand/time/index.ts';
import { dayOfLunar } from '../../bot/understand/time/lunar.ts';
import { normalise } from '../../bot/understand/time/normalise.ts';
import { numberOf } from '../../bot/understand/time/numerals.ts';
import { isoMoment, momentOf, wallTimeOf } from '../../bot/understand/time/zone.ts';

const moments = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2040, 0, 1) });
const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu');
const PIECES =
  '明天 下午 三点 半 两 周三 下周 号 月 年 到 - 前 内 从 起 一点 11 20 : . / 国庆 正月 初八 小时 分钟 后 过 每 早上 ， 的 tomorrow at 3pm next Friday 会议 🙂 點 鐘';
const speech = fc
  .array(fc.constantFrom(...PIECES.split(' ')), { maxLength: 14 })
  .map((words) => words.join(''));
const texts = fc.oneof(speech, fc.string({ unit: 'binary', maxLength: 60 }));
const contexts = fc.record({
  now: moments,
  zone: zones,
  holidays: fc.constant(publicHolidaysCn),
});

const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$/;

describe('whatever is written', () => {
  test('spans lie in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        let last = 0;
        for (const match of findTimes(text, context)) {
          expect(match.from).toBeGreaterThanOrEqual(last);
          expect(match.to).toBeGreaterThan(match.from);
          expect(match.text).toBe(text.slice(match.from, match.to));
          last = match.to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });

  test('each moment is a real one, and an end does not come before its start', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const { start, end } = readTime(text, context);
        for (const moment of [start, end]) {
          if (typeof moment !== 'string') continue;
          expect(moment).toMatch(ISO);
          expect(Date.parse(moment)).not.toBeNaN();
        }
        if (start !== null && end !== undefined) {
          expect(end.slice(0, 10) >= start.slice(0, 10)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('the same text and moment give the same times, in whatever order they are read', () => {
    fc.assert(
      fc.property(texts, texts, contexts, (text, other, context) => {
        const first = findTimes(text, context);
        findTimes(other, context);
        expect(findTimes(text, context)).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });

  test('folding keeps the length and is done once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = normalise(text);
        expect(folded.length).toBe(text.length);
        expect(normalise(folded)).toBe(folded);
      }),
    );
  });
});

describe('what is written out is read back', () => {
  test('every minute as a date and an hour', () => {
    fc.assert(
      fc.property(contexts, moments, (context, moment) => {
        const minute = isoMoment(moment - (moment % 60_000), context.zone);
        const { start } = readTime(minute.slice(0, 16).replace('T', ' '), context);
        expect(start?.slice(0, 16)).toBe(minute.slice(0, 16));
      }),
    );
  });

  test('every day in Chinese', () => {
    fc.assert(
      fc.property(contexts, moments, (context, moment) => {
        const { year, month, date } = civilOf(wallTimeOf(moment, 'UTC').day);
        const { start } = readTime(`会议定在${year}年${month}月${date}日`, context);
        expect(start).toBe(new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10));
      }),
    );
  });

  test('a bare hour is never past, unless looking back', () => {
    fc.assert(
      fc.property(contexts, fc.integer({ min: 0, max: 23 }), (context, hour) => {
        const { start } = readTime(`${hour}点开会`, context);
        if (start === null) return;
        expect(Date.parse(start)).toBeGreaterThan(context.now - 3_600_000);
        expect(Date.parse(start) - context.now).toBeLessThanOrEqual(49 * 3_600_000);
      }),
    );
  });

  test('Chinese numerals to 999', () => {
    const digits = '零一二三四五六七八九';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (value) => {
        const tens = Math.floor(value / 10);
        const ones = value % 10;
        const written = `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
        expect(numberOf(written)).toBe(value);
      }),
    );
  });
});

describe('calendars', () => {
  const days = fc.integer({ min: 0, max: 40_000 });

  test('a wall time and its moment are each other’s inverse', () => {
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const second = moment - (moment % 1000);
        const wall = wallTimeOf(second, zone);
        const back = momentOf(wall, zone);
        expect(wallTimeOf(back, zone)).toEqual(wall);
      }),
    );
  });

  test('months are added without leaving the month meant', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -30, max: 30 }), (day, months) => {
        const from = civilOf(day);
        const to = civilOf(addMonths(day, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.date).toBeLessThanOrEqual(from.date);
      }),
    );
  });

  test('a week begins on its Monday', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(weekdayOf(mondayOf(day))).toBe(1);
        expect(day - mondayOf(day)).toBe(weekdayOf(day) - 1);
      }),
    );
  });

  test('the lunar new year falls between 21 January and 21 February', () => {
    for (let year = 1902; year <= 2098; year++) {
      const day = dayOfLunar({ year, month: 1, date: 1 });
      expect(day).not.toBeNull();
      expect(day ?? 0).toBeGreaterThanOrEqual(existingDay(year, 1, 21) ?? Number.NaN);
      expect(day ?? 0).toBeLessThanOrEqual(existingDay(year, 2, 21) ?? Number.NaN);
    }
  });
});
