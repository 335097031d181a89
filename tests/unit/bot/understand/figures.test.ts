/**
 * How well the built-in understanding reads the hand-labelled messages. `dev` is what it is trained on; `report` is never
 * read by the trainer and never tuned on. The table is printed; the floors keep a change from making it worse unseen.
 */
import { describe, expect, test } from 'vitest';
import { type Labelled, readLabelled } from '../../../../server/understanding/labelled.ts';
import { type Figures, measure } from '../../../../server/understanding/measure.ts';
import { understandingFor } from './reader.ts';

const understand = understandingFor();
const folder = new URL('../../../data/understanding/', import.meta.url);
const splits = ['dev', 'report'] as const;
const styles = ['formal', 'hurried'] as const;

function figuresOf(split: (typeof splits)[number], style?: Labelled['style']): Figures {
  const examples = readLabelled(new URL(`${split}.jsonl`, folder)).filter(
    (example) => style === undefined || example.style === style,
  );
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
  expect(rows).toHaveLength(4);
});

describe('on messages that were never trained on', () => {
  const figures = figuresOf('report');
  test('intent, category and urgency', () => {
    expect(figures.intent).toBeGreaterThanOrEqual(0.89);
    expect(figures.category ?? 0).toBeGreaterThanOrEqual(0.86);
    expect(figures.urgency ?? 0).toBeGreaterThanOrEqual(0.9);
  });
  test('slots, and times among them', () => {
    expect(figures.slots.f1).toBeGreaterThanOrEqual(0.83);
    expect(figures.slots.precision).toBeGreaterThanOrEqual(0.82);
    expect(figures.times.f1).toBeGreaterThanOrEqual(0.83);
  });
  test('one request is not seen as two', () => {
    expect(figures.oneSeenAsOne).toBeGreaterThanOrEqual(0.98);
    expect(figures.twoSeenAsTwo ?? 0).toBeGreaterThanOrEqual(0.6);
  });
});

test('messages of the reporting split do not stand in the other', () => {
  const trained = new Set(readLabelled(new URL('dev.jsonl', folder)).map(({ text }) => text));
  expect(readLabelled(new URL('report.jsonl', folder)).filter(({ text }) => trained.has(text))).toEqual([]);
});
