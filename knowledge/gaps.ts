/** Questions that found no answer, put together by what they mean. Pure. */
import { analyseQuery, tellingOf } from './search/units.ts';

export interface AskedInVain {
  /** In the person's words, secrets masked. */
  query: string;
  /** One a person. */
  who: string;
  /** Number of the ticket that followed. */
  ticket: string | null;
  /** Epoch milliseconds. */
  at: number;
}

export interface Gap<T extends AskedInVain = AskedInVain> {
  /** The question that stands for all: the one most like the others. */
  question: string;
  people: number;
  tickets: string[];
  asked: T[];
  lastAt: number;
}

/** From this likeness on two questions mean the same. */
const SAME_MATTER = 0.42;

/** What counts beside a person: each ticket costs the desk as much as another one asking. */
const costOf = (gap: Gap) => gap.people + gap.tickets.length;

type Vector = Map<string, number>;

interface Group<T> {
  members: { vector: Vector; one: T }[];
  sum: Vector;
}

/** The costliest first: by people and tickets, then the latest. */
export function groupGaps<T extends AskedInVain>(asked: readonly T[]): Gap<T>[] {
  const groups: Group<T>[] = [];
  for (const one of asked) {
    const vector = vectorOf(one.query);
    const likest = groups
      .map((group) => ({ group, likeness: cosine(vector, group.sum) }))
      .reduce<{ group: Group<T>; likeness: number } | null>(
        (best, next) => (next.likeness > (best?.likeness ?? SAME_MATTER) ? next : best),
        null,
      );
    const group: Group<T> = likest?.group ?? { members: [], sum: new Map() };
    if (!likest) groups.push(group);
    group.members.push({ vector, one });
    for (const [unit, weight] of vector) group.sum.set(unit, (group.sum.get(unit) ?? 0) + weight);
  }
  return groups
    .map(({ members, sum }) => gapOf(members, sum))
    .sort((a, b) => costOf(b) - costOf(a) || b.lastAt - a.lastAt);
}

function gapOf<T extends AskedInVain>(members: readonly { vector: Vector; one: T }[], sum: Vector): Gap<T> {
  const asked = members.map(({ one }) => one);
  const central = members.reduce((best, next) =>
    cosine(next.vector, sum) > cosine(best.vector, sum) ? next : best,
  );
  return {
    question: central.one.query,
    people: new Set(asked.map(({ who }) => who)).size,
    tickets: [...new Set(asked.flatMap(({ ticket }) => ticket ?? []))],
    asked,
    lastAt: Math.max(...asked.map(({ at }) => at)),
  };
}

/** What a question speaks of: the field's concepts most, words, and pairs of characters a little. */
function vectorOf(query: string): Vector {
  const { concepts, words, pairs } = analyseQuery(query);
  const vector: Vector = new Map();
  for (const [unit, strength] of concepts) vector.set(unit, 2 * strength * tellingOf(unit));
  for (const unit of words.keys()) vector.set(unit, tellingOf(unit));
  for (const unit of pairs.keys()) vector.set(unit, 0.4 * tellingOf(unit));
  return vector;
}

function cosine(a: Vector, b: Vector): number {
  let shared = 0;
  for (const [unit, weight] of a) shared += weight * (b.get(unit) ?? 0);
  const length = (vector: Vector) => Math.hypot(...vector.values());
  return shared === 0 ? 0 : shared / (length(a) * length(b));
}
