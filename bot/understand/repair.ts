/**
 * Misheard and mistyped words of the trade set right by their sound («打印鸡», «登陆», «没反映»), length for length, so
 * that offsets hold. Only for reading: spans are handed back as the person wrote them.
 */
import { pinyin } from 'pinyin-pro';
import { Gazetteer } from './gazetteer.ts';
import { longWords, shortWords, soundalikes } from './lexicon/misheard.ts';

const HAN = /[\u4e00-\u9fff]/;
/** Sounds that regional speech and voice input take for one another. */
const NEAR: [RegExp, string][] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^n(?=[aeiou])/, 'l'],
  [/ng$/, 'n'],
];

const numbers = new Map<string, number>();
const exactOf = new Map<string, number>();
const nearOf = new Map<string, number>();

function numberOf(sound: string): number {
  const known = numbers.get(sound);
  if (known !== undefined) return known;
  numbers.set(sound, numbers.size + 1);
  return numbers.size;
}

/** The syllable of a character as a small number; 0 where it is no Chinese character. Each is looked up once. */
function soundOf(character: string, near: boolean): number {
  const cache = near ? nearOf : exactOf;
  const known = cache.get(character);
  if (known !== undefined) return known;
  if (!HAN.test(character)) return 0;
  const exact = pinyin(character, { toneType: 'none' });
  const sound = near ? NEAR.reduce((result, [from, to]) => result.replace(from, to), exact) : exact;
  const number = numberOf(near ? `~${sound}` : sound);
  cache.set(character, number);
  return number;
}

const BASE = 1024;

/** How `count` characters from `at` sound, as one number; 0 where one of them is not Chinese. */
function keyAt(text: string, at: number, count: number, near: boolean): number {
  let key = 0;
  for (let index = at; index < at + count; index++) {
    const sound = soundOf(text[index] ?? '', near);
    if (sound === 0) return 0;
    key = key * BASE + sound;
  }
  return key;
}

const LONGEST = 4;
const bySound = new Map<number, string>();
for (const word of shortWords) bySound.set(keyAt(word, 0, word.length, false), word);
for (const word of longWords)
  if (word.length <= LONGEST) bySound.set(keyAt(word, 0, word.length, true), word);
const known = new Gazetteer([...shortWords, ...longWords].map((word) => [word, word] as const));

/** A word of more than `atLeast` characters that is misspelt at `at`. */
function misheardAt(text: string, at: number, atLeast: number): string | null {
  for (let count = LONGEST; count > atLeast; count--) {
    if (at + count > text.length) continue;
    const key = keyAt(text, at, count, count > 2);
    const word = key === 0 ? undefined : bySound.get(key);
    if (word === undefined) continue;
    const said = text.slice(at, at + count);
    if (said !== word && !soundalikes.has(said) && sharesCharacter(text, at, word)) return word;
  }
  return null;
}

/** One character may be wrong in a short word; two in one of three that sounds exactly so, or in a longer one. */
function sharesCharacter(text: string, at: number, word: string): boolean {
  let same = 0;
  for (let index = 0; index < word.length; index++) if (text[at + index] === word[index]) same += 1;
  const exact = keyAt(text, at, word.length, false) === keyAt(word, 0, word.length, false);
  return same >= word.length - (word.length > 3 || (word.length === 3 && exact) ? 2 : 1);
}

/** `plain` with misheard words set right; of the same length. */
export function repair(plain: string): string {
  if (!HAN.test(plain)) return plain;
  let result = '';
  let index = 0;
  while (index < plain.length) {
    const word = known.at(plain, index)?.word ?? plain.charAt(index);
    const right = misheardAt(plain, index, word.length) ?? word;
    result += right;
    index += right.length;
  }
  return result;
}
