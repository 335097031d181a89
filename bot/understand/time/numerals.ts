/** Numbers as people write them: 3, 1.5, 三, 两, 十五, 廿三, 一百二, 二零二六. */

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** A whole number in either script, as a pattern. */
export const WHOLE = '(?:\\d{1,4}|[零〇○一壹二贰两俩三叁仨四五六七八九十廿卅百]{1,7})';
/** A number that may have a decimal part. */
export const NUMBER = `(?:\\d{1,4}(?:\\.\\d{1,2})?|${WHOLE})`;

/** Its value; null where the characters make no number («十百»). */
export function numberOf(text: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (!/[十廿卅百]/.test(text)) return spelledDigits(text);
  return composed(text);
}

/** 二零二六, 一五: digit after digit. */
function spelledDigits(text: string): number | null {
  let value = 0;
  for (const char of text) {
    const digit = DIGITS[char];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return text.length > 0 ? value : null;
}

const COMPOSED =
  /^(?:(?<hundreds>[一二两三四五六七八九])百零?)?(?:(?<tens>[一二三四五六七八九])?(?<ten>十)|(?<twenty>廿)|(?<thirty>卅))?(?<ones>[一二两三四五六七八九])?$/;

function composed(text: string): number | null {
  const groups = COMPOSED.exec(text)?.groups;
  if (!groups) return null;
  const ones = DIGITS[groups.ones ?? '零'] ?? 0;
  const hundreds = (DIGITS[groups.hundreds ?? '零'] ?? 0) * 100;
  if (groups.twenty) return hundreds + 20 + ones;
  if (groups.thirty) return hundreds + 30 + ones;
  if (groups.ten) return hundreds + (DIGITS[groups.tens ?? '一'] ?? 1) * 10 + ones;
  return hundreds + (text.includes('零') ? ones : ones * 10);
}
