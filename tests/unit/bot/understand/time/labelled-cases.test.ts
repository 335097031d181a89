import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { publicHolidaysCn } from '../../../../../bot/holidays-cn.ts';
import { readTime } from '../../../../../bot/understand/time/index.ts';

/**
 * Messages of office staff with the time they speak of, labelled by hand. `dev` is what the rules may be tried
 * against; `report` is never looked into when a rule is changed, so that its figure stays an honest one. The `staff`
 * sets were written and labelled before the rules were run on them.
 */
const Case = z.object({
  text: z.string(),
  now: z.string(),
  start: z.string().nullable(),
  end: z.string().optional(),
  kind: z.enum(['office', 'hurried', 'english', 'none']),
});
type Case = z.infer<typeof Case>;

const TRIED = ['dev', 'staff-dev'] as const;
const REPORTED = ['report', 'staff-report'] as const;
type Name = (typeof TRIED)[number] | (typeof REPORTED)[number];

function casesOf(name: Name): Case[] {
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

const FLOORS = { office: 0.87, hurried: 0.84, english: 0.8, none: 0.94 } as const;

describe.each([...TRIED, ...REPORTED])('the labelled cases of %s', (name) => {
  const cases = casesOf(name);

  test.each(Object.entries(FLOORS))('kind %s is read right in at least %d of 1', (kind, floor) => {
    const ofKind = cases.filter((each) => each.kind === kind);
    expect(ofKind.length).toBeGreaterThanOrEqual(5);
    expect(shareRight(ofKind)).toBeGreaterThanOrEqual(floor);
  });
});

test('no message stands both in what is tried and in what is reported', () => {
  const tried = new Set(TRIED.flatMap(casesOf).map(({ text, now }) => `${now} ${text}`));
  expect(REPORTED.flatMap(casesOf).filter(({ text, now }) => tried.has(`${now} ${text}`))).toEqual([]);
});
