/** Turns entries into the arrays that a search runs over. */
import type { Entry } from '../entry.ts';
import { blocksOf } from '../markdown.ts';
import { type Analysis, analyse, tellingOf } from './units.ts';

/** How much a mention counts by where it stands. */
const FIELD_WEIGHTS = { title: 3, question: 2, tag: 2, lead: 1.5, body: 0.8, transcript: 0.6 } as const;
type Field = keyof typeof FIELD_WEIGHTS;

/** Where an entry says what it is about; its steps name many things in passing. */
const HEAD: readonly Field[] = ['title', 'question', 'tag', 'lead'];

/** BM25's saturation and length normalization. */
const K1 = 1.6;
const B = 0.4;

/** A short text as sorted pairs of unit number and strength. */
export interface Passage {
  field: Field;
  /** Of a transcript's segments: where it begins in the video. */
  startMs?: number;
  units: Int32Array;
  strengths: Float32Array;
  /** Its characters and pairs of characters. */
  grams: Int32Array;
}

/** Concepts and words, ascending, and how strongly each is mentioned where it is mentioned most. */
export interface UnitSet {
  units: Int32Array;
  strengths: Float32Array;
}

export interface IndexedEntry {
  entry: Entry;
  passages: Passage[];
  /** Of the whole entry, and of where it says what it is about. */
  whole: UnitSet;
  head: UnitSet;
  entities: Set<string>;
  titleEntities: Set<string>;
}

/** Where a unit stands: the entries' numbers, and how strongly, 0 to 1. */
export interface Postings {
  entries: Int32Array;
  strengths: Float32Array;
}

export interface BuiltIndex {
  entries: IndexedEntry[];
  numbers: Map<string, number>;
  postings: Postings[];
  /** By unit number: rarity in the base times how much the unit tells at all. */
  idf: Float32Array;
  /** The idf of a unit that no entry has. */
  unknownIdf: number;
}

interface Draft {
  /** By unit number. */
  tf: Map<number, number>;
  length: number;
  indexed: IndexedEntry;
}

/** Analyses every entry once. Time and memory grow with the text. */
export function buildIndex(entries: readonly Entry[]): BuiltIndex {
  const numbers = new Map<string, number>();
  const drafts = entries.map((entry) => draftOf(entry, numbers));
  const mean = drafts.reduce((sum, draft) => sum + draft.length, 0) / Math.max(1, drafts.length);
  const lists: { entries: number[]; strengths: number[] }[] = Array.from({ length: numbers.size }, () => ({
    entries: [],
    strengths: [],
  }));
  drafts.forEach((draft, at) => {
    const slack = K1 * (1 - B + (B * draft.length) / mean);
    for (const [unit, tf] of draft.tf) {
      const list = lists[unit];
      list?.entries.push(at);
      list?.strengths.push((tf * (1 + K1)) / (tf + slack) / (1 + K1));
    }
  });
  return {
    entries: drafts.map((draft) => draft.indexed),
    numbers,
    postings: lists.map((list) => ({
      entries: Int32Array.from(list.entries),
      strengths: Float32Array.from(list.strengths),
    })),
    idf: Float32Array.from(
      numbers.keys(),
      (unit, at) => tellingOf(unit) * idf(lists[at]?.entries.length ?? 0, entries.length),
    ),
    unknownIdf: idf(0, entries.length),
  };
}

/** Grows with rarity; the floor keeps a small base from making every word seem common. */
const idf = (having: number, all: number) =>
  Math.log(1 + (Math.max(all, 60) - having + 0.5) / (having + 0.5));

function draftOf(entry: Entry, numbers: Map<string, number>): Draft {
  const draft: Draft = {
    tf: new Map(),
    length: 0,
    indexed: {
      entry,
      passages: [],
      whole: unitsOf([]),
      head: unitsOf([]),
      entities: new Set(),
      titleEntities: new Set(),
    },
  };
  for (const { field, text, startMs } of passagesOf(entry)) {
    const analysis = analyse(text);
    addTerms(draft, field, analysis, numbers);
    draft.indexed.passages.push({
      ...passage(field, analysis, numbers),
      ...(startMs === undefined ? {} : { startMs }),
    });
    for (const entity of analysis.entities) {
      draft.indexed.entities.add(entity);
      if (field === 'title') draft.indexed.titleEntities.add(entity);
    }
  }
  const { passages } = draft.indexed;
  const head = passages.filter(({ field }) => HEAD.includes(field));
  return { ...draft, indexed: { ...draft.indexed, whole: unitsOf(passages), head: unitsOf(head) } };
}

function unitsOf(passages: readonly Passage[]): UnitSet {
  const strongest = new Map<number, number>();
  for (const { units, strengths } of passages) {
    units.forEach((unit, at) => {
      strongest.set(unit, Math.max(strongest.get(unit) ?? 0, strengths[at] ?? 0));
    });
  }
  const sorted = [...strongest].sort(([a], [b]) => a - b);
  return {
    units: Int32Array.from(sorted, ([unit]) => unit),
    strengths: Float32Array.from(sorted, ([, strength]) => strength),
  };
}

function passagesOf(entry: Entry): { field: Field; text: string; startMs?: number }[] {
  const blocks = blocksOf(entry.body);
  const steps = blocks.findIndex((block) => block.kind === 'step');
  const isLead = (at: number) => (steps < 0 ? at === 0 : at < steps);
  return [
    { field: 'title', text: entry.title },
    ...entry.questions.map((text) => ({ field: 'question' as const, text })),
    { field: 'tag', text: entry.tags.join('，') },
    ...blocks.flatMap((block, at) =>
      sentences(block.text).map((text) => ({
        field: isLead(at) ? ('lead' as const) : ('body' as const),
        text,
      })),
    ),
    ...entry.transcript.map(({ text, startMs }) => ({ field: 'transcript' as const, text, startMs })),
  ];
}

const sentences = (text: string) => text.split(/(?<=[。！？；!?;])/).filter((one) => one.trim() !== '');

function addTerms(draft: Draft, field: Field, analysis: Analysis, numbers: Map<string, number>): void {
  const { concepts, words, pairs, characters, sounds } = analysis;
  const weight = FIELD_WEIGHTS[field];
  const add = (name: string, tf: number) => {
    const unit = numberOf(name, numbers);
    draft.tf.set(unit, (draft.tf.get(unit) ?? 0) + weight * tf);
  };
  for (const [unit, strength] of concepts) add(unit, strength);
  for (const unit of words.keys()) add(unit, 1);
  for (const [unit, times] of [...pairs, ...characters]) add(unit, times);
  if (weight >= FIELD_WEIGHTS.tag) for (const unit of sounds.keys()) add(unit, 1);
  for (const times of pairs.values()) draft.length += weight * times;
}

function passage(
  field: Field,
  { concepts, words, pairs, characters }: Analysis,
  numbers: Map<string, number>,
): Passage {
  const units = [...concepts, ...[...words.keys()].map((unit): [string, number] => [unit, 1])];
  return {
    field,
    units: Int32Array.from(units, ([unit]) => numberOf(unit, numbers)),
    strengths: Float32Array.from(units, ([, strength]) => strength),
    grams: Int32Array.from([...pairs.keys(), ...characters.keys()], (unit) => numberOf(unit, numbers)),
  };
}

function numberOf(unit: string, numbers: Map<string, number>): number {
  const known = numbers.get(unit);
  if (known !== undefined) return known;
  numbers.set(unit, numbers.size);
  return numbers.size - 1;
}
