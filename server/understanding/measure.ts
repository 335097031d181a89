/** Measures an understanding against labelled messages: accuracy of the labels, precision, recall and F1 of the slots. */
import type { Intent, Slots, Understand, Understanding } from '../../bot/types.ts';
import { DEFAULT_NOW, type Labelled } from './labelled.ts';

interface Count {
  right: number;
  total: number;
}
interface Overlap {
  hit: number;
  expected: number;
  found: number;
}

/** Shares from 0 to 1; null where nothing was there to measure. */
export interface Figures {
  messages: number;
  intent: number;
  category: number | null;
  urgency: number | null;
  slots: { precision: number; recall: number; f1: number };
  times: { precision: number; recall: number; f1: number };
  /** Two requests seen as two, and one seen as one. */
  twoSeenAsTwo: number | null;
  oneSeenAsOne: number;
  bySlot: Record<string, { precision: number; recall: number; f1: number; expected: number }>;
}

export interface Miss {
  text: string;
  field: string;
  expected: unknown;
  found: unknown;
}

const TIMES = new Set(['deadline', 'since', 'start', 'end']);
const TEXTS = new Set([
  'device',
  'system',
  'symptom',
  'model',
  'asset',
  'department',
  'person',
  'title',
  'ticket',
]);

const folded = (value: unknown): string => String(value).normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** One side holds the other; for a symptom, where its span ends is a matter of taste. */
function sameText(name: string, expected: string, found: string): boolean {
  const [a, b] = [folded(expected), folded(found)];
  if (a === b) return true;
  if (name !== 'symptom') return false;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return longer.includes(shorter) && shorter.length * 2 >= longer.length;
}

function samePlace(expected: Slots['location'], found: Slots['location']): boolean {
  if (!expected || !found) return false;
  const parts = (['floor', 'room', 'building'] as const).every(
    (part) => folded(expected[part] ?? '') === folded(found[part] ?? ''),
  );
  return parts && folded(expected.text) === folded(found.text);
}

function sameSlot(name: string, expected: unknown, found: unknown): boolean {
  if (name === 'location') return samePlace(expected as Slots['location'], found as Slots['location']);
  if (TEXTS.has(name)) return sameText(name, String(expected), String(found));
  if (Array.isArray(expected) && Array.isArray(found))
    return [...expected].sort().join() === [...found].sort().join();
  return expected === found;
}

const score = ({ hit, expected, found }: Overlap): { precision: number; recall: number; f1: number } => {
  const precision = found === 0 ? 1 : hit / found;
  const recall = expected === 0 ? 1 : hit / expected;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
};

interface Labels {
  intent: Intent;
  category?: string | undefined;
  urgency?: string | undefined;
  slots?: Slots | undefined;
}

class Tally {
  readonly intent: Count = { right: 0, total: 0 };
  readonly category: Count = { right: 0, total: 0 };
  readonly urgency: Count = { right: 0, total: 0 };
  readonly two: Count = { right: 0, total: 0 };
  readonly one: Count = { right: 0, total: 0 };
  readonly slots = new Map<string, Overlap>();
  readonly misses: Miss[] = [];

  label(field: 'intent' | 'category' | 'urgency', text: string, expected: unknown, found: unknown): void {
    if (expected === undefined) return;
    this[field].total += 1;
    if (expected === found) this[field].right += 1;
    else this.misses.push({ text, field, expected, found });
  }

  slot(text: string, name: string, expected: unknown, found: unknown): void {
    const count = this.slots.get(name) ?? { hit: 0, expected: 0, found: 0 };
    this.slots.set(name, count);
    if (expected !== undefined) count.expected += 1;
    if (found !== undefined) count.found += 1;
    if (expected !== undefined && found !== undefined && sameSlot(name, expected, found)) count.hit += 1;
    else if (expected !== undefined || found !== undefined)
      this.misses.push({ text, field: name, expected, found });
  }

  record(text: string, expected: Labels, found: Labels | undefined): void {
    this.label('intent', text, expected.intent, found?.intent);
    this.label('category', text, expected.category, found?.category);
    this.label('urgency', text, expected.urgency, found?.urgency);
    if (!expected.slots) return;
    const ours = (found?.slots ?? {}) as Record<string, unknown>;
    const theirs = expected.slots as Record<string, unknown>;
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
      this.slot(text, name, theirs[name], ours[name]);
  }

  sum(wanted: (name: string) => boolean): Overlap {
    const total = { hit: 0, expected: 0, found: 0 };
    for (const [name, count] of this.slots) {
      if (!wanted(name)) continue;
      total.hit += count.hit;
      total.expected += count.expected;
      total.found += count.found;
    }
    return total;
  }
}

const share = ({ right, total }: Count): number | null => (total === 0 ? null : right / total);

/** Figures, and every field that was read otherwise than it is labelled. */
export function measure(
  examples: readonly Labelled[],
  understand: Understand,
): { figures: Figures; misses: Miss[] } {
  const tally = new Tally();
  for (const example of examples) {
    const found: Understanding = understand(example.text, { now: Date.parse(example.now ?? DEFAULT_NOW) });
    tally.record(example.text, example, found);
    const expected = example.also ?? [];
    for (const [index, label] of expected.entries()) tally.record(example.text, label, found.also?.[index]);
    const seen = found.also?.length ?? 0;
    const count = expected.length > 0 ? tally.two : tally.one;
    count.total += 1;
    if (seen === expected.length) count.right += 1;
    else tally.misses.push({ text: example.text, field: 'also', expected: expected.length, found: seen });
  }
  const bySlot = Object.fromEntries(
    [...tally.slots].map(([name, count]) => [name, { ...score(count), expected: count.expected }]),
  );
  return {
    misses: tally.misses,
    figures: {
      messages: examples.length,
      intent: share(tally.intent) ?? 0,
      category: share(tally.category),
      urgency: share(tally.urgency),
      slots: score(tally.sum(() => true)),
      times: score(tally.sum((name) => TIMES.has(name))),
      twoSeenAsTwo: share(tally.two),
      oneSeenAsOne: share(tally.one) ?? 1,
      bySlot,
    },
  };
}
