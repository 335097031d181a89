/**
 * One spelling for what people write in many: full-width forms, traditional characters and capital letters are folded
 * away. Everything after works on `plain`; spans are handed back as the person wrote them.
 */
import { Converter } from 'opencc-js/t2cn';
import { repair } from './repair.ts';

/** A message in both its forms. Offsets are UTF-16 units; `origin[i]` is where unit `i` of `plain` came from. */
export interface Message {
  source: string;
  plain: string;
  origin: Uint32Array;
}

const toSimplified = Converter({ from: 't', to: 'cn' });
const HAN_OR_WIDE = /[^\0-\x7f]/;
/** Blanks that NFKC leaves alone, and characters that show nothing. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]|\ufe0f/;
/** Word and quotation marks that people use for one another. */
const SAME: Record<string, string> = {
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '‘': "'",
  '’': "'",
  '—': '-',
  '–': '-',
  '～': '~',
  '〜': '~',
  帐: '账',
  喺: '在',
  嘅: '的',
  咗: '了',
  佢: '他',
  唔: '不',
  冇: '没',
  睇: '看',
  嚟: '来',
  係: '是',
  啲: '些',
};

function foldCharacter(character: string): string {
  const same = SAME[character];
  if (same !== undefined) return same;
  if (INVISIBLE.test(character)) return '';
  return character.normalize('NFKC').toLowerCase();
}

/** Folds `source` and sets misheard words right; linear in its length. */
export function normalise(source: string): Message {
  if (!HAN_OR_WIDE.test(source)) return identity(source, source.toLowerCase());
  const units: string[] = [];
  const origin: number[] = [];
  let offset = 0;
  for (const character of source) {
    const folded = character.charCodeAt(0) < 0x80 ? character.toLowerCase() : foldCharacter(character);
    for (let unit = 0; unit < folded.length; unit++) origin.push(offset);
    units.push(folded);
    offset += character.length;
  }
  origin.push(offset);
  return { source, plain: repair(simplify(units.join(''))), origin: Uint32Array.from(origin) };
}

function identity(source: string, plain: string): Message {
  const origin = new Uint32Array(source.length + 1);
  for (let index = 0; index <= source.length; index++) origin[index] = index;
  return { source, plain, origin };
}

/** Keeps every offset: where a phrase would change its length, characters are converted one by one. */
function simplify(text: string): string {
  const whole = toSimplified(text);
  if (whole.length === text.length) return whole;
  return Array.from(text, (character) => {
    const simple = toSimplified(character);
    return simple.length === character.length ? simple : character;
  }).join('');
}

/** The person's own words for `plain.slice(from, to)`. */
export function original(message: Message, from: number, to: number): string {
  const begin = message.origin[from] ?? 0;
  const last = message.origin[to - 1];
  if (last === undefined || to <= from) return '';
  let end = message.origin[to] ?? message.source.length;
  if (end === last) end = nextOrigin(message.origin, to, message.source.length);
  return message.source.slice(begin, end).trim();
}

function nextOrigin(origin: Uint32Array, from: number, end: number): number {
  const here = origin[from - 1] ?? 0;
  for (let index = from; index < origin.length; index++) {
    const value = origin[index] ?? end;
    if (value > here) return value;
  }
  return end;
}

/** The same message with another spelling of the same length (repaired typos). */
export function respelled(message: Message, plain: string): Message {
  return plain === message.plain ? message : { ...message, plain };
}

/** A part of a message as a message of its own. Offsets are into `plain`. */
export function part(message: Message, from: number, to: number): Message {
  const begin = message.origin[from] ?? message.source.length;
  const end = message.origin[to] ?? message.source.length;
  return {
    source: message.source.slice(begin, end),
    plain: message.plain.slice(from, to),
    origin: message.origin.slice(from, to + 1).map((offset) => offset - begin),
  };
}
