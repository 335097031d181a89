/** The times of labelled messages by value, whichever slot they fill: found by chrono-node, and by an understanding. */
import { zh } from 'chrono-node';
import type { Slots, Understand } from '../../bot/types.ts';
import { DEFAULT_NOW, type Labelled } from '../../server/understanding/labelled.ts';

export interface Share {
  precision: number;
  recall: number;
  f1: number;
}
type Style = Labelled['style'];
type Finds = (example: Labelled, now: number) => string[];

const OFFSET_MINUTES = 480;
const timesIn = ({ start, end, deadline, since }: Slots): string[] =>
  [start, end, deadline, since].filter((time) => time !== undefined);

function shareOf(examples: readonly Labelled[], finds: Finds): Share {
  let [hits, wanted, found] = [0, 0, 0];
  for (const example of examples) {
    if (!example.slots) continue;
    const expected = [example.slots, ...(example.also ?? []).map(({ slots }) => slots ?? {})].flatMap(
      timesIn,
    );
    const times = [...new Set(finds(example, Date.parse(example.now ?? DEFAULT_NOW)))];
    wanted += expected.length;
    found += times.length;
    hits += times.filter((time) => expected.includes(time)).length;
  }
  const precision = found === 0 ? 1 : hits / found;
  const recall = wanted === 0 ? 1 : hits / wanted;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const byStyle = (examples: readonly Labelled[], finds: Finds): Record<Style, Share> => ({
  formal: shareOf(
    examples.filter(({ style }) => style === 'formal'),
    finds,
  ),
  hurried: shareOf(
    examples.filter(({ style }) => style === 'hurried'),
    finds,
  ),
});

export function timesFound(examples: readonly Labelled[], understand: Understand): Record<Style, Share> {
  return byStyle(examples, ({ text }, now) => {
    const { slots, also = [] } = understand(text, { now });
    return [slots, ...also.map((record) => record.slots)].flatMap(timesIn);
  });
}

/** All that its Chinese grammar finds, dates alone where no hour is certain. */
export function chronoTimes(examples: readonly Labelled[]): Record<Style, Share> {
  return byStyle(examples, ({ text }, now) =>
    zh.hans
      .parse(text, { instant: new Date(now), timezone: OFFSET_MINUTES })
      .flatMap(({ start, end }) => (end ? [start, end] : [start]))
      .map((point) => {
        const local = new Date(point.date().getTime() + OFFSET_MINUTES * 60_000).toISOString();
        return point.isCertain('hour') ? `${local.slice(0, 19)}+08:00` : local.slice(0, 10);
      }),
  );
}
