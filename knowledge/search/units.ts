/**
 * What a text is indexed by: concepts (`c:`), words (`w:`), pairs of characters (`b:`), characters (`u:`) and pairs of
 * sounds (`p:`).
 */
import { CONCEPTS, type Concept } from '../lexicon/concepts.ts';
import { normalize, runsOf } from '../text/normalize.ts';
import { soundPairs } from '../text/pinyin.ts';
import { characterTellingness, contentWords, tellingness } from '../text/words.ts';
import { exactMentions, type Mention, mentionsInQuery } from './match-concepts.ts';

/** Units with their strength: how sure it is that the text has them, times how much they tell. */
export type Units = Map<string, number>;

export interface Analysis {
  /** The concepts that are mentioned, and those that these imply. */
  concepts: Units;
  /** The concepts that are mentioned, with what each implies. */
  mentioned: { unit: string; strength: number; implied: Units }[];
  words: Units;
  pairs: Units;
  characters: Units;
  sounds: Units;
  /** The devices and systems that the text names. */
  entities: Set<string>;
}

const byId = new Map(CONCEPTS.map((concept) => [concept.id, concept]));

/** Reads a text of the base. */
export const analyse = (text: string): Analysis => analysed(normalize(text), exactMentions);

/** Reads what somebody asked: slips are repaired. */
export const analyseQuery = (text: string): Analysis => analysed(normalize(text), mentionsInQuery);

function analysed(text: string, find: (text: string) => Mention[]): Analysis {
  const mentions = find(text);
  return {
    concepts: conceptUnits(mentions),
    mentioned: mentions.map(({ concept, strength }) => ({
      unit: `c:${concept.id}`,
      strength,
      implied: conceptUnits([{ concept, strength: 1 }]),
    })),
    words: wordUnits(text, mentions),
    pairs: count(characterPairs(text), 'b:'),
    characters: count(characters(text), 'u:'),
    sounds: count(soundPairs(text), 'p:'),
    entities: new Set(
      mentions
        .map((one) => one.concept)
        .filter(isEntity)
        .map((concept) => concept.id),
    ),
  };
}

const isEntity = (concept: Concept) => concept.kind === 'device' || concept.kind === 'system';

function conceptUnits(mentions: readonly Pick<Mention, 'concept' | 'strength'>[]): Units {
  const units: Units = new Map();
  for (const { concept, strength } of mentions) {
    for (const [id, share] of withBroader(concept)) {
      const unit = `c:${id}`;
      units.set(unit, Math.max(units.get(unit) ?? 0, strength * share));
    }
  }
  return units;
}

const closures = new Map<string, Map<string, number>>();

/** A concept and all that it implies, with strengths. */
export function withBroader(concept: Concept): Map<string, number> {
  const known = closures.get(concept.id);
  if (known) return known;
  const closure = new Map([[concept.id, 1]]);
  closures.set(concept.id, closure);
  for (const [id, strength] of concept.broader) {
    const next = byId.get(id);
    if (!next) throw new Error(`concept ${concept.id} implies ${id}, which is in no table`);
    for (const [implied, share] of withBroader(next)) {
      closure.set(implied, Math.max(closure.get(implied) ?? 0, strength * share));
    }
  }
  return closure;
}

/** How much a unit tells apart from any base, 0 to 1. */
export function tellingOf(unit: string): number {
  const name = unit.slice(2);
  if (unit.startsWith('c:')) return byId.get(name)?.telling ?? 1;
  if (unit.startsWith('w:')) return tellingness(name);
  return unit.startsWith('u:') ? characterTellingness(name) : 1;
}

/** Words outside the mentions: inside them the concept already says it. */
function wordUnits(text: string, mentions: readonly Mention[]): Units {
  const rest = text.split('');
  for (const { start, end } of mentions) rest.fill(' ', start, end);
  const units: Units = new Map();
  for (const word of contentWords(rest.join(''))) units.set(`w:${word}`, 1);
  return units;
}

function characterPairs(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    if (!run.han) return codesOf(run.text);
    if (run.text.length === 1) return [];
    return [...run.text].slice(1).map((character, at) => `${run.text[at]}${character}`);
  });
}

function characters(text: string): string[] {
  return runsOf(text).flatMap((run) => (run.han ? [...run.text] : []));
}

/** A run of letters and digits; of an error code as Windows writes it also the part that people quote. */
function codesOf(run: string): string[] {
  const code = /^0x0*([0-9a-f]{2,})$/.exec(run)?.[1];
  return code === undefined ? [run] : [run, code];
}

function count(list: readonly string[], prefix: string): Units {
  const units: Units = new Map();
  for (const one of list) units.set(prefix + one, (units.get(prefix + one) ?? 0) + 1);
  return units;
}
