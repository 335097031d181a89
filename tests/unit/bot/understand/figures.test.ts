/**
 * How well the built-in understanding reads the hand-labelled messages. `dev*` is what it is trained on; `report` is never
 * read by the trainer and never tuned on, and the messages of `blind-*` were written by somebody who did not know how it
 * reads. `npm run eval` prints the table; the floors keep a change from
 * making it worse unseen.
 */
import { describe, expect, test } from 'vitest';
import { readDevelopment, readReporting } from '../../../../server/understanding/labelled.ts';
import { measure } from '../../../../server/understanding/measure.ts';
import { understandingFor } from './reader.ts';

const understand = understandingFor();
const folder = new URL('../../../data/understanding/', import.meta.url);
const splits = ['report', 'report-second', 'blind'] as const;

const messages = {
  dev: readDevelopment(folder),
  ...readReporting(folder),
};

describe.each(splits)('on messages that were never trained on: %s', (split) => {
  const { figures } = measure(messages[split], understand);
  test('intent, category and urgency', () => {
    expect(figures.intent).toBeGreaterThanOrEqual(0.94);
    expect(figures.category ?? 0).toBeGreaterThanOrEqual(0.9);
    expect(figures.urgency ?? 0).toBeGreaterThanOrEqual(0.91);
  });
  test('slots, and times among them', () => {
    expect(figures.slots.f1).toBeGreaterThanOrEqual(0.87);
    expect(figures.slots.precision).toBeGreaterThanOrEqual(0.86);
    expect(figures.times.f1).toBeGreaterThanOrEqual(0.88);
  });
  test('one request is not seen as two', () => {
    expect(figures.oneSeenAsOne).toBeGreaterThanOrEqual(0.98);
    expect(figures.twoSeenAsTwo ?? 0).toBeGreaterThanOrEqual(0.85);
  });
});

/** Long formal messages, full of names that no list holds. */
test('on formal messages that were never trained on: report-third', () => {
  const { figures } = measure(messages['report-third'], understand);
  expect(figures.intent).toBeGreaterThanOrEqual(0.9);
  expect(figures.urgency ?? 0).toBeGreaterThanOrEqual(0.89);
  expect(figures.slots.f1).toBeGreaterThanOrEqual(0.8);
  expect(figures.times.f1).toBeGreaterThanOrEqual(0.86);
  expect(figures.oneSeenAsOne).toBeGreaterThanOrEqual(0.98);
});

test('messages to report on are not learnt from', () => {
  const trained = new Set(messages.dev.map(({ text }) => text));
  expect(
    [...messages.report, ...messages['report-second'], ...messages['report-third'], ...messages.blind].filter(
      ({ text }) => trained.has(text),
    ),
  ).toEqual([]);
});
