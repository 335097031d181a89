/**
 * How well the built-in understanding reads the hand-labelled messages. `dev*` is what it is trained on; `report` is never
 * read by the trainer and never tuned on, and the messages of `blind-*` were written by somebody who did not know how it
 * reads. The table is printed; the floors keep a change from making it worse unseen.
 */
import { describe, expect, test } from 'vitest';
import { type Labelled, readDevelopment, readReporting } from '../../../../server/understanding/labelled.ts';
import { type Figures, measure } from '../../../../server/understanding/measure.ts';
import { understandingFor } from './reader.ts';

const understand = understandingFor();
const folder = new URL('../../../data/understanding/', import.meta.url);
const splits = ['report', 'report-second', 'blind'] as const;
const styles = ['formal', 'hurried'] as const;

const messages = {
  dev: readDevelopment(folder),
  ...readReporting(folder),
};

function figuresOf(split: (typeof splits)[number], style?: Labelled['style']): Figures {
  const examples = messages[split].filter((example) => style === undefined || example.style === style);
  return measure(examples, understand).figures;
}

const share = (value: number | null): string => (value === null ? '-' : value.toFixed(3));

test('the table of figures', () => {
  const rows = splits.flatMap((split) =>
    styles.map((style) => {
      const { messages, intent, category, urgency, slots, times, twoSeenAsTwo, oneSeenAsOne } = figuresOf(
        split,
        style,
      );
      return {
        split,
        style,
        messages,
        intent: share(intent),
        category: share(category),
        urgency: share(urgency),
        'slots P/R/F1': [slots.precision, slots.recall, slots.f1].map(share).join(' '),
        'times P/R/F1': [times.precision, times.recall, times.f1].map(share).join(' '),
        two: share(twoSeenAsTwo),
        one: share(oneSeenAsOne),
      };
    }),
  );
  console.table(rows);
  expect(rows).toHaveLength(6);
});

describe.each(splits)('on messages that were never trained on: %s', (split) => {
  const figures = figuresOf(split);
  test('intent, category and urgency', () => {
    expect(figures.intent).toBeGreaterThanOrEqual(0.94);
    expect(figures.category ?? 0).toBeGreaterThanOrEqual(0.9);
    expect(figures.urgency ?? 0).toBeGreaterThanOrEqual(0.91);
  });
  test('slots, and times among them', () => {
    expect(figures.slots.f1).toBeGreaterThanOrEqual(0.85);
    expect(figures.slots.precision).toBeGreaterThanOrEqual(0.84);
    expect(figures.times.f1).toBeGreaterThanOrEqual(0.84);
  });
  test('one request is not seen as two', () => {
    expect(figures.oneSeenAsOne).toBeGreaterThanOrEqual(0.98);
    expect(figures.twoSeenAsTwo ?? 0).toBeGreaterThanOrEqual(0.85);
  });
});

test('messages to report on are not learnt from', () => {
  const trained = new Set(messages.dev.map(({ text }) => text));
  expect(
    [...messages.report, ...messages['report-second'], ...messages.blind].filter(({ text }) =>
      trained.has(text),
    ),
  ).toEqual([]);
});
