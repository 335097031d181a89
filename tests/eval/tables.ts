/** What `npm run eval` prints, as Markdown tables. */
import type { Understand } from '../../bot/types.ts';
import type { Labelled } from '../../server/understanding/labelled.ts';
import { type Figures, type Miss, measure } from '../../server/understanding/measure.ts';
import type { Share } from './chrono-times.ts';

const STYLES = ['formal', 'hurried'] as const;
type Style = (typeof STYLES)[number];

interface Row {
  name: string;
  of(figures: Figures): number | null;
  /** To be reached. */
  target: Record<Style, number>;
}
const ROWS: readonly Row[] = [
  { name: 'intent', of: (figures) => figures.intent, target: { formal: 0.96, hurried: 0.92 } },
  { name: 'category', of: (figures) => figures.category, target: { formal: 0.94, hurried: 0.9 } },
  { name: 'urgency', of: (figures) => figures.urgency, target: { formal: 0.93, hurried: 0.9 } },
  { name: 'all slots, F1', of: (figures) => figures.slots.f1, target: { formal: 0.92, hurried: 0.86 } },
  { name: 'times, F1', of: (figures) => figures.times.f1, target: { formal: 0.97, hurried: 0.94 } },
  { name: 'two seen as two', of: (figures) => figures.twoSeenAsTwo, target: { formal: 0.85, hurried: 0.8 } },
  { name: 'one not as two', of: (figures) => figures.oneSeenAsOne, target: { formal: 0.98, hurried: 0.97 } },
];

const share = (value: number | null): string => (value === null ? '-' : value.toFixed(3));
const beside = (value: number | null, target: number): string =>
  `${share(value)} ${value !== null && value >= target ? '✓' : '✗'} ≥ ${target}`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const written = (examples: readonly Labelled[], style: Style): Labelled[] =>
  examples.filter((example) => example.style === style);

export function targetTable(examples: readonly Labelled[], understand: Understand): string {
  const figures = STYLES.map((style) => measure(written(examples, style), understand).figures);
  return table(
    ['', ...STYLES],
    ROWS.map(({ name, of, target }) => [
      name,
      ...STYLES.map((style, at) => beside(of(figures[at] as Figures), target[style])),
    ]),
  );
}

export function setTable(sets: Record<string, Labelled[]>, understand: Understand): string {
  const rows = Object.entries(sets).flatMap(([name, examples]) =>
    STYLES.map((style) => {
      const { figures } = measure(written(examples, style), understand);
      return [`${name}: ${figures.messages} ${style}`, ...ROWS.map(({ of }) => share(of(figures)))];
    }),
  );
  return table(['messages', ...ROWS.map(({ name }) => name)], rows);
}

export function peerTable(
  examples: readonly Labelled[],
  readers: Record<string, Understand>,
  times: Record<string, Record<Style, Share>>,
): string {
  const labels = Object.entries(readers).flatMap(([name, understand]) => {
    const [formal, hurried] = STYLES.map((style) => measure(written(examples, style), understand).figures);
    return [
      [`intent, ${name}`, share(formal?.intent ?? null), share(hurried?.intent ?? null)],
      [`category, ${name}`, share(formal?.category ?? null), share(hurried?.category ?? null)],
    ];
  });
  const found = Object.entries(times).map(([name, { formal, hurried }]) => [
    `times by value, F1, ${name}`,
    share(formal.f1),
    share(hurried.f1),
  ]);
  return table(['', ...STYLES], [...labels, ...found]);
}

/** How often one label was read as another, most often first. */
export function confusions(examples: readonly Labelled[], understand: Understand): string {
  const counts = new Map<string, number>();
  for (const { field, expected, found } of measure(examples, understand).misses)
    if (/^(?:intent|category|urgency)$/.test(field) && found !== undefined) {
      const key = [field, expected, found].join(' | ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const rows = [...counts].sort((a, b) => b[1] - a[1]).map(([key, count]) => [key, String(count)]);
  return table(['', 'labelled', 'read as', 'messages'], rows.slice(0, 25));
}

/** The messages with the most fields read otherwise than they are labelled. */
export function worst(examples: readonly Labelled[], understand: Understand, count: number): string {
  const byText = Map.groupBy(measure(examples, understand).misses, ({ text }) => text);
  const said = ({ field, expected, found }: Miss): string =>
    `${field}: ${JSON.stringify(found ?? null)}, labelled ${JSON.stringify(expected ?? null)}`;
  return [...byText]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, count)
    .map(([text, misses]) => `- ${text}\n${misses.map((miss) => `  - ${said(miss)}`).join('\n')}`)
    .join('\n');
}
