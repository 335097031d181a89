/** Where in a text an expression of time may begin. */
import { readLength } from './lengths.ts';
import { skip } from './pattern.ts';

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

const REPEATED = /(?:每个?|每隔|逢|every |each )\s*/y;
const REPEATED_UNIT = /(?:个?(?:周末|工作日|天|日|周|星期|礼拜|月|年|day |week |month )){0,2}的?/y;

/** 每周三下午, 每天9点, every Monday: what recurs is no one time. Gives the offset after it, or `at`. */
export function skipRepeated(text: string, at: number, readTo: (from: number) => number | null): number {
  const start = skip(REPEATED, text, at);
  if (start === at) return at;
  const unit = skip(REPEATED_UNIT, text, start);
  return (
    readTo(start) ??
    readTo(unit) ??
    Math.max(unit, readLength(text, start)?.to ?? 0, readLength(text, unit)?.to ?? 0)
  );
}
