/** Where in an entry a question is answered: its steps by likeness, and the second of its lecture. */
import type { BuiltIndex } from './build.ts';
import type { IndexedEntry, Passage, Range } from './read-entry.ts';
import { analyse } from './units.ts';
import type { WeighedQuery } from './weigh-query.ts';

/** Below this a lecture's words only touch on the question: it is watched from its beginning. */
const SPEAKS_OF_IT = 0.3;
/** Who speaks of a thing goes on speaking of it. */
const NEXT_SHARE = 0.3;

/** Where the lecture speaks of what was asked, in milliseconds from its start; undefined where it has no such place. */
export function momentIn(index: BuiltIndex, query: WeighedQuery, indexed: IndexedEntry): number | undefined {
  const spoken = indexed.passages.filter(({ field }) => field === 'transcript');
  const rarity = rarityIn(indexed, spoken);
  const likeness = spoken.map((passage) => passageLikeness(index, query, indexed, passage, rarity));
  const sums = likeness.map((own, at) => own + NEXT_SHARE * (likeness[at + 1] ?? 0));
  const best = sums.reduce((most, sum, at) => (sum > (sums[most] ?? 0) ? at : most), 0);
  return (likeness[best] ?? 0) < SPEAKS_OF_IT ? undefined : spoken[best]?.startMs;
}

/** What all of a lecture is about tells no place in it apart: 1 for a unit that one passage has, towards 0 for one that all have. */
function rarityIn({ units, grams }: IndexedEntry, passages: readonly Passage[]): (unit: number) => number {
  const having = new Map<number, number>();
  for (const passage of passages) {
    const own = new Set([
      ...units.subarray(passage.units.from, passage.units.to),
      ...grams.subarray(passage.grams.from, passage.grams.to),
    ]);
    for (const unit of own) having.set(unit, (having.get(unit) ?? 0) + 1);
  }
  const all = passages.length;
  return (unit) => (all < 2 ? 1 : 1 - ((having.get(unit) ?? 1) - 1) / all);
}

function passageLikeness(
  index: BuiltIndex,
  query: WeighedQuery,
  { units, strengths, grams }: IndexedEntry,
  passage: Passage,
  rarity: (unit: number) => number,
): number {
  const told = each(passage.units, (at) => {
    const unit = units[at] ?? 0;
    const weight = Math.min(query.weights[unit] ?? 0, index.idf[unit] ?? 0);
    return weight * (strengths[at] ?? 0) * rarity(unit);
  });
  const written = each(passage.grams, (at) => {
    const gram = grams[at] ?? 0;
    return (query.grams.weights[gram] ?? 0) * rarity(gram);
  });
  return shareOf(told, query.total) + shareOf(written, query.grams.total);
}

const each = ({ from, to }: Range, value: (at: number) => number) => {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += value(at);
  return sum;
};

const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** How much of the question each text speaks of, 0 to 2. */
export function likenessOf(index: BuiltIndex, query: WeighedQuery, texts: readonly string[]): number[] {
  const weightOf = (unit: string) => query.weights[index.numbers.get(unit) ?? -1] ?? 0;
  const gramOf = (unit: string) => query.grams.weights[index.numbers.get(unit) ?? -1] ?? 0;
  return texts.map((text) => {
    const { concepts, words, pairs, characters } = analyse(text, false);
    const told = [...concepts].reduce((sum, [unit, strength]) => sum + weightOf(unit) * strength, 0);
    const named = [...words.keys()].reduce((sum, unit) => sum + weightOf(unit), 0);
    const written = [...pairs.keys(), ...characters.keys()].reduce((sum, unit) => sum + gramOf(unit), 0);
    return shareOf(told + named, query.total) + shareOf(written, query.grams.total);
  });
}
