/**
 * What a text is indexed by: concepts (`c:`), words (`w:`), pairs of characters (`b:`), characters (`u:`) and pairs of
 * sounds (`p:`).
 */
import { CONCEPTS, type Concept } from '../lexicon/concepts.ts';
import { type Facet, facetOf } from '../lexicon/facets.ts';
import { HAN, normalize, runsOf } from '../text/normalize.ts';
import { soundPairs } from '../text/pinyin.ts';
import { plainSpeech } from '../text/plain-speech.ts';
import { characterTellingness, contentWords, latinTellingness, tellingness } from '../text/words.ts';
import { type AdmitsForm, exactMentions, type Mention, mentionsInQuery } from './match-concepts.ts';

/** Units with their strength: how sure it is that the text has them, times how much they tell. */
export type Units = Map<string, number>;

export interface Analysis {
  /** The concepts that are mentioned, and those that these imply. */
  concepts: Units;
  /** The concepts that are mentioned, with what each implies. */
  mentioned: { unit: string; facet: Facet; strength: number; implied: Units }[];
  words: Units;
  pairs: Units;
  characters: Units;
  sounds: Units;
  /** The devices and systems that the text names. */
  entities: Set<string>;
}

const byId = new Map(CONCEPTS.map((concept) => [concept.id, concept]));

/** Reads a text of the base; how it sounds is computed where `sounding` asks for it, because it takes as long as the rest. */
export function analyse(text: string, sounding: boolean): Analysis {
  const normalized = normalize(text);
  return analysed(normalized, exactMentions(normalized), normalized, sounding);
}

/** What a question is about stands in its first characters; the rest of a long message is left unread. */
const QUESTION_LENGTH = 600;

/** Reads what somebody asked: slips are repaired, circumstances left out. `admits` says which forms are known. */
export function analyseQuery(text: string, admits?: AdmitsForm): Analysis {
  const told = plainSpeech(normalize(text.slice(0, QUESTION_LENGTH)));
  const mentions = mentionsInQuery(told, admits);
  return analysed(told, mentions, inChinese(told, mentions), true);
}

function analysed(text: string, mentions: readonly Mention[], spelled: string, sounding: boolean): Analysis {
  return {
    concepts: conceptUnits(mentions),
    mentioned: mentions.map(({ concept, strength }) => ({
      unit: `c:${concept.id}`,
      facet: facetOf(concept),
      strength,
      implied: conceptUnits([{ concept, strength: 1 }]),
    })),
    words: wordUnits(text, mentions),
    pairs: count(characterPairs(spelled), 'b:'),
    characters: count(characters(spelled), 'u:'),
    sounds: sounding ? count(soundPairs(spelled), 'p:') : new Map(),
    entities: new Set(
      mentions
        .map((one) => one.concept)
        .filter(isEntity)
        .map((concept) => concept.id),
    ),
  };
}

/** The text with English mentions and slips as the Chinese word that an entry would use, so that characters can agree. */
function inChinese(text: string, mentions: readonly Mention[]): string {
  let spelled = text;
  for (const { concept, form, start, end } of [...mentions].sort((a, b) => b.start - a.start)) {
    const written = text.slice(start, end);
    const slip = !form.includes('*') && written !== form;
    if (HAN.test(written) && !slip) continue;
    const word =
      slip && HAN.test(form) ? form : concept.forms.find((one) => /^\p{Script=Han}{2,}$/u.test(one));
    if (word)
      spelled = `${spelled.slice(0, start)} ${word} ${HAN.test(written) ? '' : written} ${spelled.slice(end)}`;
  }
  return spelled;
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
  if (unit.startsWith('u:')) return characterTellingness(name);
  return HAN.test(name) ? 1 : latinTellingness(name);
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
