/**
 * Where the symptom begins and ends, learnt from labelled messages: each character is outside it, begins it or goes on with
 * it, by the characters around it and by what the rules have found there; the best sequence of tags is taken (an averaged
 * perceptron over hashed features).
 */
import type { Analysis } from './analysis.ts';

/** Tags of a character; `GOES_ON` stands only behind another of the span. */
export const OUTSIDE = 0;
export const BEGINS = 1;
export const GOES_ON = 2;
const TAGS = 3;
/** Features are hashed into so many buckets. */
export const SYMPTOM_BUCKETS = 1 << 18;

/** What the tags weigh. `rowOf`: the row of `rows` for a bucket, where not every bucket has its own; row 0 is then of zeros. */
export interface TagWeights {
  rowOf: Uint16Array | null;
  rows: Float32Array;
  /** From tag to tag, `TAGS` by `TAGS`. */
  moves: Float32Array;
}
/** `buckets`: those that are kept, 32-bit, little-endian; `rows`: a signed byte for each (bucket, tag). Both in base64. */
export interface StoredTagger {
  buckets: string;
  rows: string;
  scale: number;
  moves: number[];
}

/** How the weights of a bucket lie in memory. */
export const offsetOf = (bucket: number, tag: number): number => bucket * TAGS + tag;

const BEFORE_FIRST = 2;
const AFTER_LAST = 3;

const mixed = (hash: number, value: number): number => {
  const product = Math.imul(hash ^ (value + 0x7f4a7c15), 0x85ebca6b);
  return product ^ (product >>> 13);
};

function hashOf(kind: number, a: number, b = 0, c = 0, d = 0): number {
  const last = mixed(mixed(mixed(mixed(Math.imul(kind + 1, 0x9e3779b1), a), b), c), d);
  const hash = Math.imul(last, 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) & (SYMPTOM_BUCKETS - 1);
}

/** Bits of a mark: which kind of name covers a character, and whether it is the first or the last of it. */
const FIRST = 1;
const LAST = 2;
const KIND_BITS = 2;

/** What the rules have found, character by character: 0 where nothing. Later kinds stand over earlier ones. */
function marksOf(analysis: Analysis): Int32Array {
  const { devices, systems, departments, people, times, places, phones, models, assets, tickets, symptom } =
    analysis;
  const marks = new Int32Array(analysis.message.plain.length);
  const kinds: readonly (readonly { from: number; to: number }[])[] = [
    times,
    places,
    departments,
    people,
    devices,
    systems,
    phones,
    models,
    assets,
    tickets,
    symptom?.vague === true ? [symptom] : [],
    symptom?.vague === false ? [symptom] : [],
  ];
  for (const [index, spans] of kinds.entries())
    for (const { from, to } of spans)
      for (let at = from; at < to; at++) {
        const edges = (at === from ? FIRST : 0) | (at === to - 1 ? LAST : 0);
        marks[at] = Math.imul(marks[at] ?? 0, 61) + ((index + 1) << KIND_BITS) + edges;
      }
  return marks;
}

const classOf = (code: number): number => {
  if (code >= 48 && code <= 57) return 1;
  if (code >= 97 && code <= 122) return 2;
  return code >= 0x4e00 && code <= 0x9fff ? 3 : code;
};
const isStop = (code: number): boolean =>
  code === 44 || code === 59 || code === 0xff0c || code === 0x3002 || code === 46;

/** Farther than this nothing is looked for. */
const SIGHT = 12;
const NEAR = 3;

/** The nearest name or stop in one direction, and how near: one number. */
function seen(codes: Int32Array, marks: Int32Array, at: number, step: 1 | -1): number {
  for (let far = 1; far <= SIGHT; far++) {
    const index = at + step * far;
    if (index < 0 || index >= codes.length) return 0;
    const distance = Math.min(far - 1, NEAR);
    const mark = marks[index] ?? 0;
    if (mark !== 0) return (((mark >> KIND_BITS) + 1) << KIND_BITS) + distance;
    if (isStop(codes[index] ?? 0)) return (1 << KIND_BITS) + distance;
  }
  return 0;
}

/** So many buckets speak for a character. */
const FEATURES = 33;

/** The buckets that speak for each character of the message. */
export function symptomFeatures(analysis: Analysis): Uint32Array[] {
  const { plain } = analysis.message;
  const codes = Int32Array.from({ length: plain.length }, (_, at) => plain.charCodeAt(at));
  const marks = marksOf(analysis);
  const code = (at: number): number =>
    at < 0 ? BEFORE_FIRST : at >= plain.length ? AFTER_LAST : (codes[at] ?? 0);
  const mark = (at: number): number => (at < 0 ? -1 : at >= plain.length ? -2 : (marks[at] ?? 0));
  return Array.from({ length: plain.length }, (_, at) => {
    const buckets = new Uint32Array(FEATURES);
    let next = 0;
    const add = (bucket: number): void => {
      buckets[next] = bucket;
      next += 1;
    };
    for (let by = -4; by <= 4; by++) add(hashOf(10 + by, code(at + by)));
    for (let by = -3; by <= 2; by++) add(hashOf(30 + by, code(at + by), code(at + by + 1)));
    for (let by = -3; by <= 1; by++)
      add(hashOf(50 + by, code(at + by), code(at + by + 1), code(at + by + 2)));
    const [left, here, right] = [mark(at - 1), mark(at), mark(at + 1)];
    const [behind, ahead] = [seen(codes, marks, at, -1), seen(codes, marks, at, 1)];
    add(hashOf(60, code(at - 3), code(at - 2), code(at - 1), code(at)));
    add(hashOf(61, code(at), code(at + 1), code(at + 2), code(at + 3)));
    add(hashOf(62, classOf(code(at - 1)), classOf(code(at)), classOf(code(at + 1))));
    add(hashOf(70, here));
    add(hashOf(71, left));
    add(hashOf(72, right));
    add(hashOf(73, left, here));
    add(hashOf(74, here, right));
    add(hashOf(75, here, code(at)));
    add(hashOf(76, left, here, right));
    add(hashOf(80, behind));
    add(hashOf(81, ahead));
    add(hashOf(82, behind, ahead));
    return buckets;
  });
}

const IMPOSSIBLE = -1e9;

/** What each tag of each character scores; `margin` is added to what is not in `expected`, for training. */
function scoresOf(
  features: readonly Uint32Array[],
  { rowOf, rows }: TagWeights,
  training?: { expected: Uint8Array; margin: number },
): Float64Array {
  const scores = new Float64Array(features.length * TAGS);
  for (const [at, buckets] of features.entries()) {
    for (const bucket of buckets) {
      const row = rowOf === null ? bucket : (rowOf[bucket] ?? 0);
      for (let tag = 0; tag < TAGS; tag++) {
        const index = at * TAGS + tag;
        scores[index] = (scores[index] ?? 0) + (rows[row * TAGS + tag] ?? 0);
      }
    }
    if (training === undefined) continue;
    for (let tag = 0; tag < TAGS; tag++)
      if (tag !== training.expected[at])
        scores[at * TAGS + tag] = (scores[at * TAGS + tag] ?? 0) + training.margin;
  }
  return scores;
}

/** The best sequence of tags (Viterbi); linear in the number of characters. */
export function bestTags(
  features: readonly Uint32Array[],
  weights: TagWeights,
  training?: { expected: Uint8Array; margin: number },
): Uint8Array {
  const scores = scoresOf(features, weights, training);
  const cameFrom = new Uint8Array(features.length * TAGS);
  let reached = [0, IMPOSSIBLE, IMPOSSIBLE];
  for (let at = 0; at < features.length; at++) {
    reached = [OUTSIDE, BEGINS, GOES_ON].map((tag) => {
      let best = IMPOSSIBLE * 2;
      for (let last = 0; last < TAGS; last++) {
        if (tag === GOES_ON && last === OUTSIDE) continue;
        const score = (reached[last] ?? 0) + (at === 0 ? 0 : (weights.moves[last * TAGS + tag] ?? 0));
        if (score <= best) continue;
        best = score;
        cameFrom[at * TAGS + tag] = last;
      }
      return best + (scores[at * TAGS + tag] ?? 0);
    });
  }
  const tags = new Uint8Array(features.length);
  let tag = reached.indexOf(Math.max(...reached));
  for (let at = features.length - 1; at >= 0; at--) {
    tags[at] = tag;
    tag = cameFrom[at * TAGS + tag] ?? OUTSIDE;
  }
  return tags;
}

/** The first span that is tagged, or null. */
export function firstSpan(tags: Uint8Array): { from: number; to: number } | null {
  const from = tags.indexOf(BEGINS);
  if (from < 0) return null;
  let to = from + 1;
  while (tags[to] === GOES_ON) to += 1;
  return { from, to };
}

export type FindSymptomSpan = (analysis: Analysis) => { from: number; to: number } | null;

export function loadSymptomTagger(stored: StoredTagger): FindSymptomSpan {
  const bytes = (base64: string): Uint8Array =>
    Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const kept = new DataView(bytes(stored.buckets).buffer);
  const rowOf = new Uint16Array(SYMPTOM_BUCKETS);
  for (let row = 0; row * 4 < kept.byteLength; row++) rowOf[kept.getUint32(row * 4, true)] = row + 1;
  const rows = Float32Array.from(
    [...new Uint8Array(TAGS), ...bytes(stored.rows)],
    (byte) => ((byte << 24) >> 24) * stored.scale,
  );
  const weights: TagWeights = { rowOf, rows, moves: Float32Array.from(stored.moves) };
  return (analysis) => firstSpan(bestTags(symptomFeatures(analysis), weights));
}
