/** Whether the word that stands where a password may stand is one. `text` is folded (fold.ts). */
import { CLOSING, DESCRIBING, MEASURE, OF_A_THING, PRODUCT, WHEN } from './password-words.ts';

/** The password itself: `start` to before `end`. */
export interface Value {
  start: number;
  end: number;
}

/** `said`: it is called the password; `beside`: it stands next to the name, and must look like one. */
export type Strength = 'said' | 'beside';

/** Bounded, so that a long run with many names in it is not read to its end again and again. */
const WORD = /[\x21-\x7e]{1,512}/y;
/** Digits in groups of one size: `123 456`, `8 8 9 9`. */
const GROUPED =
  /(?:[0-9](?: [0-9]){3,7}|[0-9]{2}(?: [0-9]{2}){1,3}|[0-9]{3}(?: [0-9]{3}){1,2})(?![0-9A-Za-z]| ?[0-9])/y;
const NUMERALS = /[零〇一二三四五六七八九幺]{4,20}/y;
const SO_MANY = /[0-9一二两三四五六七八九十]{1,2}个[0-9零一二三四五六七八九A-Za-z](?![样起组致A-Za-z0-9])/y;

/** The password that begins at `from`, quotes left out; null where nothing there is one. */
export function readValue(text: string, from: number, strength: Strength): Value | null {
  const quoted = readQuoted(text, from, strength);
  if (quoted !== null) return quoted;
  const start = text[from] !== undefined && text[from] in CLOSING ? from + 1 : from;
  const spelled =
    matchAt(NUMERALS, text, start) ?? (strength === 'said' ? matchAt(SO_MANY, text, start) : null);
  if (spelled !== null) return { start, end: start + spelled.length };
  const grouped = matchAt(GROUPED, text, start);
  if (grouped !== null && !MEASURE.test(text.slice(start + grouped.length, start + grouped.length + 12)))
    return { start, end: start + grouped.length };
  const word = trimmed(matchAt(WORD, text, start) ?? '');
  return isPassword(word, text, start + word.length, strength) ? { start, end: start + word.length } : null;
}

/** A password may hold letters, at least a digit or a sign, and is no date, telephone number, address … */
export function looksLikePassword(word: string, text: string, end: number): boolean {
  if (word.length < 4 || !/[0-9]|[A-Za-z][@#$%^&*!]/.test(word)) return false;
  return !isSomethingElse(word) && !MEASURE.test(text.slice(end, end + 12));
}

function matchAt(sticky: RegExp, text: string, at: number): string | null {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? null;
}

/** What the sentence, a list or a connection string puts after the password. */
function trimmed(run: string): string {
  const cut = run.search(/[,;&](?:[A-Za-z_ ]+[=:]|$)|<\//);
  return (cut < 0 ? run : run.slice(0, cut)).replace(/[,.;:?()[\]{}<>"'`]{1,9}$/, '');
}

function isPassword(word: string, text: string, end: number, strength: Strength): boolean {
  if (strength === 'beside') return looksLikePassword(word, text, end);
  if (word.length < 2 || !/[A-Za-z0-9]/.test(word) || ADDRESS_OR_TICKET.test(word)) return false;
  const next = text.slice(end, end + 12);
  if (/^[0-9./~-]+$/.test(word)) return !MEASURE.test(next) && !WHEN.test(next);
  return !/^[A-Za-z'-]+$/.test(word) || isPlainWord(word, next);
}

/** Letters alone are a password unless they describe one or name what it belongs to. */
function isPlainWord(word: string, next: string): boolean {
  if (word.length < 3 || /^x+$/i.test(word) || OF_A_THING.test(next)) return false;
  const describes = word
    .toLowerCase()
    .split(/['-]/)
    .some((part) => DESCRIBING.has(part));
  return !describes && !/[a-z](?:ed|ing|ly|n't)$/.test(word);
}

const ADDRESS_OR_TICKET = /^(?:https?:|ftp:|www\.)|^[TM][0-9]{8}-[0-9]{4}/i;
const DATE_OR_TIME =
  /^(?:[0-9]{4}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|(?:19|20)[0-9]{6})$/;
const TELEPHONE = /^(?:\+?86-?)?(?:1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(?:-[0-9]{1,5})?)$/;
const ADDRESS =
  /^(?:https?:|ftp:|www\.)|^[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:[:/][0-9]+)?$|^[\w.+-]+@[\w-]+\.[A-Za-z]{2,}$/i;

function isSomethingElse(word: string): boolean {
  return [DATE_OR_TIME, TELEPHONE, ADDRESS, PRODUCT, /^[TM][0-9]{8}-[0-9]{4}/i, /^0x/i].some((form) =>
    form.test(word),
  );
}

/** In real quotes any words are a password («密码是“芝麻开门”»), in brackets only what would be one without them. */
function readQuoted(text: string, from: number, strength: Strength): Value | null {
  const open = text[from] ?? '';
  const close = CLOSING[open];
  if (strength !== 'said' || close === undefined || !/["'`“‘「『]/.test(open)) return null;
  const end = text.slice(from + 1, from + 66).indexOf(close);
  const inside = end < 0 ? '' : text.slice(from + 1, from + 1 + end);
  if (inside.trim() === '' || /[\n]|密码|口令|错误|不正确|过期|已隐去/.test(inside)) return null;
  return /^[*•·.x-]+$/i.test(inside) ? null : { start: from + 1, end: from + 1 + end };
}
