/** Reads an entry into the units of its passages. */
import type { Entry } from '../entry.ts';
import { blocksOf } from '../markdown.ts';
import { meanTopics, TOPICS, type TopicShares, topicsOf } from './topics.ts';
import { type Analysis, analyse } from './units.ts';

/** How much a mention counts by where it stands. */
const FIELD_WEIGHTS = { title: 3, question: 2, tag: 2, lead: 1.5, body: 0.8, transcript: 0.6 } as const;
type Field = keyof typeof FIELD_WEIGHTS;

/** Where an entry says what it is about; its steps name many things in passing. */
const HEAD: readonly Field[] = ['title', 'question', 'tag', 'lead'];

/** A short text of an entry: its part of the entry's `units` and `strengths`, and of its `grams`. */
export interface Passage {
  field: Field;
  /** Of a transcript's segments: where it begins in the video. */
  startMs?: number;
  units: Range;
  grams: Range;
}

/** From `from` to before `to`. */
export interface Range {
  from: number;
  to: number;
}

/** Concepts and words, ascending, and how strongly each is mentioned where it is mentioned most. */
export interface UnitSet {
  units: Int32Array;
  strengths: Float32Array;
}

export interface IndexedEntry {
  entry: Entry;
  passages: Passage[];
  /** Concepts and words of all passages, each with its strength; and their characters and pairs of characters. */
  units: Int32Array;
  strengths: Float32Array;
  grams: Int32Array;
  /** Of the whole entry, and of where it says what it is about. */
  whole: UnitSet;
  head: UnitSet;
  entities: Set<string>;
  titleEntities: Set<string>;
  /** Half by its category, half by what its title, questions and tags say. */
  topics: TopicShares;
}

/** An entry as read, before the whole base is known. */
export interface Draft {
  /** Units, and how often each is mentioned, by where it stands; arrays, because ten thousand maps of them weigh a quarter of a gigabyte. */
  units: Int32Array;
  mentions: Float32Array;
  length: number;
  indexed: IndexedEntry;
}

/** What is counted while an entry is read. */
interface Tally {
  /** By unit number. */
  tf: Map<number, number>;
  length: number;
}

/** Of all passages of an entry, one behind the other. */
interface Packed {
  units: number[];
  strengths: number[];
  grams: number[];
}

/** Reads one entry; units that are new get the next number in `numbers`. */
export function draftOf(entry: Entry, numbers: Map<string, number>): Draft {
  const tally: Tally = { tf: new Map(), length: 0 };
  const packed: Packed = { units: [], strengths: [], grams: [] };
  const passages: Passage[] = [];
  const entities = new Set<string>();
  const titleEntities = new Set<string>();
  const topics: TopicShares[] = [];
  for (const { field, text, startMs } of passagesOf(entry)) {
    const analysis = analyse(text, FIELD_WEIGHTS[field] >= FIELD_WEIGHTS.tag);
    addTerms(tally, field, analysis, numbers);
    if (field !== 'lead' && HEAD.includes(field)) topics.push(topicsOf(analysis));
    passages.push({
      ...pack(packed, field, analysis, numbers),
      ...(startMs === undefined ? {} : { startMs }),
    });
    for (const entity of analysis.entities) {
      entities.add(entity);
      if (field === 'title') titleEntities.add(entity);
    }
  }
  const head = passages.filter(({ field }) => HEAD.includes(field));
  return {
    units: Int32Array.from(tally.tf.keys()),
    mentions: Float32Array.from(tally.tf.values()),
    length: tally.length,
    indexed: {
      entry,
      passages,
      units: Int32Array.from(packed.units),
      strengths: Float32Array.from(packed.strengths),
      grams: Int32Array.from(packed.grams),
      whole: unitsOf(packed, passages),
      head: unitsOf(packed, head),
      entities,
      titleEntities,
      topics: meanTopics([TOPICS.map((topic) => (topic === entry.category ? 1 : 0)), meanTopics(topics)]),
    },
  };
}

/** The strongest mention of each unit in some passages. */
function unitsOf({ units, strengths }: Packed, passages: readonly Passage[]): UnitSet {
  const strongest = new Map<number, number>();
  for (const { units: range } of passages) {
    for (let at = range.from; at < range.to; at += 1) {
      const unit = units[at] ?? 0;
      strongest.set(unit, Math.max(strongest.get(unit) ?? 0, strengths[at] ?? 0));
    }
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

function addTerms(tally: Tally, field: Field, analysis: Analysis, numbers: Map<string, number>): void {
  const { concepts, words, pairs, characters, sounds } = analysis;
  const weight = FIELD_WEIGHTS[field];
  const add = (name: string, tf: number) => {
    const unit = numberOf(name, numbers);
    tally.tf.set(unit, (tally.tf.get(unit) ?? 0) + weight * tf);
  };
  for (const [unit, strength] of concepts) add(unit, strength);
  for (const unit of words.keys()) add(unit, 1);
  for (const [unit, times] of [...pairs, ...characters]) add(unit, times);
  for (const unit of sounds.keys()) add(unit, 1);
  for (const times of pairs.values()) tally.length += weight * times;
}

/** Puts a passage behind the others. */
function pack(
  packed: Packed,
  field: Field,
  { concepts, words, pairs, characters }: Analysis,
  numbers: Map<string, number>,
): Passage {
  const from = { units: packed.units.length, grams: packed.grams.length };
  const add = (unit: string, strength: number) => {
    packed.units.push(numberOf(unit, numbers));
    packed.strengths.push(strength);
  };
  for (const [unit, strength] of concepts) add(unit, strength);
  for (const unit of words.keys()) add(unit, 1);
  for (const unit of pairs.keys()) packed.grams.push(numberOf(unit, numbers));
  for (const unit of characters.keys()) packed.grams.push(numberOf(unit, numbers));
  return {
    field,
    units: { from: from.units, to: packed.units.length },
    grams: { from: from.grams, to: packed.grams.length },
  };
}

function numberOf(unit: string, numbers: Map<string, number>): number {
  const known = numbers.get(unit);
  if (known !== undefined) return known;
  numbers.set(unit, numbers.size);
  return numbers.size - 1;
}
