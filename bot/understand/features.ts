/**
 * What the classifier sees of a message: hashed n-grams of its characters, once as written and once with names, places,
 * times and numbers replaced by what they are, so that a system or room never seen in training reads like any other.
 */
import type { Analysis } from './analysis.ts';

export const BUCKETS = 1 << 14;
/** Messages are judged by their first part: what is wanted stands there, and the work stays bounded. */
const LONGEST = 400;

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

function addFlag(name: string, into: Set<number>): void {
  let hash = 0x811c9dc5 ^ 0x5bd1e995;
  for (let index = 0; index < name.length; index++) hash = mix(hash, name.charCodeAt(index));
  into.add(bucket(hash));
}

function flagsOf(analysis: Analysis): string[] {
  const text = analysis.message.plain;
  const flags: string[] = [];
  for (const { value } of analysis.systems) flags.push(`system:${value.category ?? 'business'}`);
  for (const { value } of analysis.devices) flags.push(`device:${value ?? ''}`);
  const first = analysis.devices[0];
  if (first) flags.push(`first:${first.value ?? ''}`);
  const firstSystem = analysis.systems[0];
  if (firstSystem) flags.push(`firstsystem:${firstSystem.value.category ?? 'business'}`);
  flags.push(analysis.symptom ? 'symptom' : 'nosymptom');
  if (analysis.symptom && analysis.systems.length + analysis.devices.length > 0) flags.push('thing+symptom');
  if (analysis.tickets.length > 0) flags.push('ticket');
  if (analysis.times.length > 0) flags.push(`time:${analysis.times[0]?.kind}`);
  if (analysis.phones.length > 0) flags.push('phone');
  if (analysis.headcounts.length > 0) flags.push('headcount');
  if (analysis.quantities.length > 0) flags.push('quantity');
  if (analysis.places.length > 0) flags.push('place');
  flags.push(`length:${Math.min(6, Math.floor(Math.log2(text.length + 1)))}`);
  if (/[?？]|[吗呢么]$/.test(text)) flags.push('question');
  return flags;
}

/** Buckets that are on for this message, each once. */
export function featuresOf(analysis: Analysis): Uint16Array {
  const into = new Set<number>();
  const masked = squeeze(maskedText(analysis));
  const plain = squeeze(analysis.message.plain);
  addGrams(masked, 0x811c9dc5, 4, into);
  if (masked !== plain) addGrams(plain, 0x1234567, 3, into);
  addWords(plain, 0x9747b28c, into);
  for (const flag of flagsOf(analysis)) addFlag(flag, into);
  return Uint16Array.from(into);
}
