import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { publicHolidaysCn } from '../../../../../bot/holidays-cn.ts';
import { readTime } from '../../../../../bot/understand/time/index.ts';

/**
 * Messages of office staff with the time they speak of, labelled by hand. `dev` is what the rules may be tried
 * against; `report` was labelled before the rules were run on it and is never looked into when a rule is changed, so
 * that its figure stays an honest one.
 */
const Case = z.object({
  text: z.string(),
  now: z.string(),
  start: z.string().nullable(),
  end: z.string().optional(),
  kind: z.enum(['office', 'hurried', 'english', 'none']),
});
type Case = z.infer<typeof Case>;

function casesOf(name: 'dev' | 'report'): Case[] {
  const file = new URL(`../../../../data/times/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => Case.parse(JSON.parse(line)));
}

function isRight({ text, now, start, end }: Case): boolean {
  const reading = readTime(text, {
    now: Date.parse(now),
    zone: 'Asia/Shanghai',
    holidays: publicHolidaysCn,
  });
  return reading.start === start && reading.end === end;
}

function shareRight(cases: Case[]): number {
  return cases.filter(isRight).length / cases.length;
}

const FLOORS = { office: 0.93, hurried: 0.92, english: 0.85, none: 0.95 } as const;

describe.each(['dev', 'report'] as const)('the labelled cases of %s', (name) => {
  const cases = casesOf(name);

  test.each(Object.entries(FLOORS))('kind %s is read right in at least %d of 1', (kind, floor) => {
    const ofKind = cases.filter((each) => each.kind === kind);
    expect(ofKind.length).toBeGreaterThanOrEqual(5);
    expect(shareRight(ofKind)).toBeGreaterThanOrEqual(floor);
  });
});

test('no message stands in both sets', () => {
  const dev = new Set(casesOf('dev').map(({ text, now }) => `${now} ${text}`));
  expect(casesOf('report').filter(({ text, now }) => dev.has(`${now} ${text}`))).toEqual([]);
});
