/** Where in a text an expression of time may begin. */

const NUMERAL = /[零〇一二两三四五六七八九十廿卅百]/;

/** False inside a number, a word or a code: the 2 of 302, the 455 of M455, the 1.2 of 10.1.2. */
export function canStart(text: string, at: number): boolean {
  const here = text.charAt(at);
  const before = text.charAt(at - 1);
  if (/\s/.test(here)) return false;
  if (/\d/.test(here)) return mayStartNumber(text, at, before);
  if (/[a-z]/.test(here)) return !/[a-z]/.test(before);
  return !(NUMERAL.test(here) && NUMERAL.test(before));
}

function mayStartNumber(text: string, at: number, before: string): boolean {
  if (/[\d_#$￥¥]/.test(before)) return false;
  if (/[.:/-]/.test(before) && /[\da-z]/.test(text.charAt(at - 2))) return false;
  if (!/[a-z]/.test(before)) return true;
  HOUR_AFTER_LETTERS.lastIndex = at;
  return HOUR_AFTER_LETTERS.test(text);
}

/** «OA9点就断»: a name runs into an hour or a date; in a code it would not have their signs. */
const HOUR_AFTER_LETTERS = /\d{1,2}(?:点|:\d\d(?!\d|:)|月\d|[ap]m(?![a-z\d]))/y;

/** 每周三, 每天, every: what recurs is no one time. */
export function isRepeated(text: string, at: number): boolean {
  return /(?:每个?|每隔|every |each )$/.test(text.slice(Math.max(0, at - 6), at));
}
