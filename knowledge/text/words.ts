/** Words of Chinese text, and how much each tells. */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { CONCEPTS } from '../lexicon/concepts.ts';
import { STOPWORDS } from '../lexicon/stopwords.ts';
import { HAN } from './normalize.ts';

/** Words in the text that jieba's own frequencies were counted on, about. */
const CORPUS_SIZE = 60_000_000;

let segmenter: Jieba | undefined;

/** jieba with the field's words; made at first use, because its dictionary takes a quarter of a second. */
function jieba(): Jieba {
  if (segmenter) return segmenter;
  segmenter = Jieba.withDict(dict);
  const own = CONCEPTS.flatMap((concept) => concept.forms).filter(
    (form) => HAN.test(form) && form.length <= 6,
  );
  segmenter.loadDict(new TextEncoder().encode(own.map((form) => `${form} 2000 n`).join('\n')));
  return segmenter;
}

/** The words of a normalized text that carry meaning; runs of letters and digits whole. */
export function contentWords(text: string): string[] {
  return jieba()
    .cut(text, true)
    .map((word) => word.trim())
    .filter((word) => /[\p{Script=Han}a-z0-9]/u.test(word) && !STOPWORDS.has(word));
}

/** Where, in a normalized text, a single character is a word of its own. */
export function loneCharacters(text: string): Set<number> {
  const found = new Set<number>();
  let at = 0;
  for (const word of jieba().cut(text, true)) {
    if (word.length === 1) found.add(at);
    at += word.length;
  }
  return found;
}

/** True where jieba takes these characters together as a word. */
export function isWord(text: string): boolean {
  return jieba().cut(text, false).length === 1;
}

let frequencies: Map<string, number> | undefined;

/** Counts of the words that are common in general Chinese; rarer ones are left out. */
function commonWords(): Map<string, number> {
  if (frequencies) return frequencies;
  const lines = new TextDecoder().decode(dict).matchAll(/^(\S+) (\d{3,})/gm);
  frequencies = new Map([...lines].map((match) => [match[1] ?? '', Number(match[2])]));
  return frequencies;
}

/** How much a word tells apart from any base, 0.1 (everyday word) to 1 (rare word, or a name in letters). */
export function tellingness(word: string): number {
  if (!HAN.test(word)) return latinTellingness(word);
  const surprise = Math.log(CORPUS_SIZE / (commonWords().get(word) ?? 50));
  const share = Math.min(1, Math.max(0.1, (surprise - 7) / 5));
  return word.length === 1 ? share * 0.4 : share;
}

/** How much a single character tells, 0 (a particle) to 1. */
export function characterTellingness(character: string): number {
  if (STOPWORDS.has(character)) return 0.05;
  const surprise = Math.log(CORPUS_SIZE / (commonWords().get(character) ?? 50));
  return Math.min(1, Math.max(0.1, (surprise - 6) / 5));
}

/** How much a run of letters and digits tells: a code or a name with digits most, an English word or a bare number little. */
export function latinTellingness(run: string): number {
  if (STOPWORDS.has(run)) return 0.02;
  if (/^\d+$/.test(run)) return 0.3;
  return /\d/.test(run) ? 1 : 0.25;
}
