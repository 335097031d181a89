import { describe, expect, test } from 'vitest';
import { dueOf } from '../../../server/console/src/board/time-left.ts';
import { en } from '../../../server/console/src/texts/en.ts';
import { dueWords, momentWords } from '../../../server/console/src/texts/wording.ts';
import { zh } from '../../../server/console/src/texts/zh.ts';

const NOW = Date.parse('2026-11-20T10:00:00+08:00');
const CHINESE = { texts: zh, zone: 'Asia/Shanghai' };
const ENGLISH = { texts: en, zone: 'Asia/Shanghai' };

function dueAt(respondBy: string | null, status: 'new' | 'on_hold' = 'new') {
  const sla = { respondBy, resolveBy: null, respondedAt: null, resolvedAt: null, breached: [], pausedMs: 0 };
  return dueOf({ status, sla }, NOW);
}

describe('a moment in words', () => {
  test.each([
    ['2026-11-20T14:05:00+08:00', '14:05'],
    ['2026-11-20T06:05:00Z', '14:05'],
    ['2026-11-21T09:00:00+08:00', '明天 09:00'],
    ['2026-11-19T23:59:00+08:00', '昨天 23:59'],
    ['2026-12-01T09:00:00+08:00', '12月1日 09:00'],
    ['2027-01-04T09:00:00+08:00', '2027-01-04 09:00'],
    ['2026-11-21', '明天'],
    ['2026-11-30', '11月30日'],
  ])('%s is «%s»', (moment, words) => {
    expect(momentWords(moment, NOW, CHINESE)).toBe(words);
  });

  test('is told in the zone of the desk, whatever the machine is set to', () => {
    expect(momentWords('2026-11-20T14:05:00+08:00', NOW, { texts: zh, zone: 'Asia/Urumqi' })).toBe('12:05');
  });

  test('in English', () => {
    expect(momentWords('2026-12-01T09:00:00+08:00', NOW, ENGLISH)).toBe('1 Dec 09:00');
  });

  test('what is no moment has no words', () => {
    expect(momentWords('等通知', NOW, CHINESE)).toBe('');
  });
});

describe('what a row says about its target', () => {
  test.each([
    ['2026-11-20T10:25:30+08:00', '剩 25 分钟'],
    ['2026-11-20T12:00:00+08:00', '剩 2 小时'],
    ['2026-11-20T12:10:00+08:00', '剩 2 小时 10 分'],
    ['2026-11-20T09:59:30+08:00', '超 1 分钟'],
    ['2026-11-18T09:00:00+08:00', '超 2 天 1 小时'],
  ])('due %s: %s', (by, words) => {
    expect(dueWords(dueAt(by), NOW, CHINESE)).toBe(words);
  });

  test('far ahead, when it is due says more than how long that is', () => {
    expect(dueWords(dueAt('2026-11-21T09:30:00+08:00'), NOW, CHINESE)).toBe('明天 09:30 前');
    expect(dueWords(dueAt('2026-11-21T09:30:00+08:00'), NOW, ENGLISH)).toBe('by tomorrow 09:30');
  });

  test('without a target, and on hold', () => {
    expect(dueWords(dueAt(null), NOW, CHINESE)).toBe('未设时限');
    expect(dueWords(dueAt('2026-11-20T09:00:00+08:00', 'on_hold'), NOW, CHINESE)).toBe('计时暂停');
  });
});
