/** Numbers as people write them: 302, 三零二, 二十, 负一, third. */

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  o: 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  两: 2,
  俩: 2,
  贰: 2,
  三: 3,
  叁: 3,
  仨: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  拐: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
  洞: 0,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const ENGLISH = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ENGLISH_ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** Characters of a Chinese numeral, for use in a character class. */
export const HAN_NUMERAL = '零〇一二两三四五六七八九十百千';
/** Characters of digits read one by one, as in a telephone number. */
export const HAN_DIGIT = '零〇一幺二三四五六七八九';

/** The whole number that `text` writes («302», «二十五», «三零二», «third», «3rd»), or null. */
export function parseNumber(text: string): number | null {
  const ascii = /^(\d+)(?:st|nd|rd|th)?$/.exec(text);
  if (ascii) return Number(ascii[1]);
  const english = ENGLISH.indexOf(text);
  if (english >= 0) return english;
  const ordinal = ENGLISH_ORDINALS.indexOf(text);
  if (ordinal >= 0) return ordinal;
  return /[十百千]/.test(text) ? parseUnits(text) : parseDigits(text);
}

function parseDigits(text: string): number | null {
  const digits = digitsOf(text);
  return digits === null ? null : Number(digits);
}

function parseUnits(text: string): number | null {
  let total = 0;
  let pending: number | null = null;
  let lastUnit = 1;
  for (const character of text) {
    const unit = UNITS[character];
    const digit = DIGITS[character];
    if (unit !== undefined) {
      total += (pending ?? 1) * unit;
      pending = null;
      lastUnit = unit;
    } else if (digit !== undefined) {
      pending = digit;
      if (digit === 0) lastUnit = 10;
    } else return null;
  }
  if (pending === null) return total;
  return total + pending * (lastUnit >= 100 ? lastUnit / 10 : 1);
}

/**
 * A count as people round it: «七八» is 8 and «二三十» is 30, the most that it can be (there has to be room for all).
 * «十几» and «几十» give no number: null.
 */
export function parseCount(text: string): number | null {
  if (text.includes('几')) return null;
  const between = /^([十百]?)([一二两三四五六七八])([二三四五六七八九])([十百千]?)$/.exec(text);
  if (between) {
    const [, tens = '', low = '', high = '', unit = ''] = between;
    const values = [DIGITS[low] ?? 0, DIGITS[high] ?? 0];
    if (values[1] === (values[0] ?? 0) + 1) return parseNumber(`${tens}${high}${unit}`);
  }
  return parseNumber(text);
}

/** Digits read one by one («八零一二» → `8012`; ASCII digits stay), or null where something else stands between. */
export function digitsOf(text: string): string | null {
  let digits = '';
  for (const character of text) {
    if (character >= '0' && character <= '9') digits += character;
    else {
      const digit = DIGITS[character];
      if (digit === undefined) return null;
      digits += digit;
    }
  }
  return digits === '' ? null : digits;
}
