/**
 * What the classifier sees of a message: hashed n-grams of its characters, once as written and once with names, places,
 * times and numbers replaced by what they are, so that a system or room never seen in training reads like any other;
 * and traits: turns of speech and kinds of things named.
 */
import { CATEGORIES } from '../types.ts';
import type { Analysis } from './analysis.ts';
import { CUES, cuesOf } from './cues.ts';

export const BUCKETS = 1 << 18;
/** Messages are judged by their first part: what is wanted stands there, and the work stays bounded. */
const LONGEST = 400;

/** `grams` are hash buckets, `traits` indices in `TRAITS`; each at most once. */
export interface Features {
  grams: Uint32Array;
  traits: number[];
}

const KINDS = [
  'time',
  'place',
  'phone',
  'ticket',
  'asset',
  'model',
  'quantity',
  'headcount',
  'person',
  'unit',
] as const;
const SHAPES = [
  'symptom',
  'symptom+thing',
  'thing',
  'question',
  'tiny',
  'short',
  'long',
  'latin',
  'time.first',
  'leader',
] as const;
/** Names of the traits, in the order of the trained weights. */
export const TRAITS: readonly string[] = [
  ...CUES,
  ...CATEGORIES.flatMap((category) => [`system:${category}`, `device:${category}`, `first:${category}`]),
  ...KINDS,
  ...SHAPES,
];
const indexOf = new Map(TRAITS.map((name, index) => [name, index]));

const MASK = {
  system: '\ue000',
  device: '\ue001',
  place: '\ue002',
  time: '\ue003',
  number: '\ue004',
  unit: '\ue005',
  person: '\ue006',
};

interface Span {
  from: number;
  to: number;
}

function maskedText(analysis: Analysis): string {
  const text = analysis.message.plain;
  const spans: [Span, string][] = [];
  const put = (list: readonly Span[], mask: string): void => {
    for (const span of list) spans.push([span, mask]);
  };
  put(analysis.systems, MASK.system);
  put(analysis.devices, MASK.device);
  put(analysis.places, MASK.place);
  put(analysis.times, MASK.time);
  put(analysis.phones, MASK.number);
  put(analysis.tickets, MASK.number);
  put(analysis.assets, MASK.number);
  put(analysis.models, MASK.number);
  put(analysis.departments, MASK.unit);
  put(analysis.people, MASK.person);
  spans.sort((a, b) => a[0].from - b[0].from || b[0].to - a[0].to);
  let result = '';
  let at = 0;
  for (const [{ from, to }, mask] of spans) {
    if (from < at) continue;
    result += text.slice(at, from) + mask;
    at = to;
  }
  return result + text.slice(at);
}

const squeeze = (text: string): string => text.slice(0, LONGEST).replace(/\s+/g, ' ').trim();

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function bucket(hash: number): number {
  let value = hash ^ (hash >>> 15);
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  return (value >>> 0) & (BUCKETS - 1);
}

function addGrams(text: string, seed: number, longest: number, into: Set<number>): void {
  const padded = `\u0002${text}\u0003`;
  for (let start = 0; start < padded.length; start++) {
    let hash = seed;
    const end = Math.min(padded.length, start + longest);
    for (let index = start; index < end; index++) {
      hash = mix(hash, padded.charCodeAt(index));
      into.add(bucket(mix(hash, index - start + 1)));
    }
  }
}

function addWords(text: string, seed: number, into: Set<number>): void {
  let previous = 0;
  for (const word of text.match(/[a-z']+/g) ?? []) {
    let hash = seed;
    for (let index = 0; index < word.length; index++) hash = mix(hash, word.charCodeAt(index));
    into.add(bucket(hash));
    if (previous !== 0) into.add(bucket(mix(hash, previous)));
    previous = hash;
  }
}

function thingTraits(analysis: Analysis): string[] {
  const traits: string[] = [];
  for (const { value } of analysis.systems) traits.push(`system:${value.category ?? 'business'}`);
  for (const { value } of analysis.devices) if (value) traits.push(`device:${value}`);
  const device = analysis.devices[0];
  const system = analysis.systems[0];
  const first =
    device && (!system || device.from < system.from) ? device.value : (system?.value.category ?? null);
  if (first) traits.push(`first:${first}`);
  return traits;
}

function shapeTraits(analysis: Analysis): string[] {
  const text = analysis.message.plain.trim();
  const thing = analysis.systems.length + analysis.devices.length > 0;
  const size = /[\u4e00-\u9fff]/.test(text) ? text.length : text.length / 3;
  const shapes: [boolean, string][] = [
    [analysis.symptom !== null, 'symptom'],
    [analysis.symptom !== null && thing, 'symptom+thing'],
    [thing, 'thing'],
    [/[?]|[吗呢么没未]$/.test(text), 'question'],
    [size <= 6, 'tiny'],
    [size > 6 && size <= 14, 'short'],
    [size > 40, 'long'],
    [!/[\u4e00-\u9fff]/.test(text), 'latin'],
    [(analysis.times[0]?.from ?? 99) <= 2, 'time.first'],
    [analysis.leader, 'leader'],
  ];
  return shapes.filter(([holds]) => holds).map(([, name]) => name);
}

function kindTraits(analysis: Analysis): string[] {
  const lists = {
    time: analysis.times,
    place: analysis.places,
    phone: analysis.phones,
    ticket: analysis.tickets,
    asset: analysis.assets,
    model: analysis.models,
    quantity: analysis.quantities,
    headcount: analysis.headcounts,
    person: analysis.people,
    unit: analysis.departments,
  };
  return KINDS.filter((kind) => lists[kind].length > 0);
}

/** Two turns of speech together can say what neither says alone: «修» with «又», «申请» with «了吗». */
function addPairs(traits: Iterable<number>, into: Set<number>): void {
  const list = [...traits].filter((trait) => trait < CUES.length).sort((a, b) => a - b);
  for (const [index, first] of list.entries())
    for (const second of list.slice(index + 1)) into.add(bucket(mix(mix(0x51ed270b, first), second)));
}

export function featuresOf(analysis: Analysis): Features {
  const masked = squeeze(maskedText(analysis));
  const plain = squeeze(analysis.message.plain);
  const grams = new Set<number>();
  addGrams(masked, 0x811c9dc5, 4, grams);
  addGrams(plain, 0x1234567, 3, grams);
  addWords(plain, 0x9747b28c, grams);
  const traits = new Set(cuesOf(plain));
  for (const name of [...thingTraits(analysis), ...shapeTraits(analysis), ...kindTraits(analysis)]) {
    const index = indexOf.get(name);
    if (index !== undefined) traits.add(index);
  }
  addPairs(traits, grams);
  return { grams: Uint32Array.from(grams), traits: [...traits] };
}
