/** Years counted from a reign or the republic: 民国三年, 康熙二十年九月, 光绪元年. */
import { type DateValue, oneDay } from './anchor.ts';
import { existingDay, monthSpan, yearSpan } from './civil.ts';
import { numberOf, WHOLE } from './numerals.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';

/** The Gregorian year in which each began, which is its first (元年). */
const FIRST_YEARS: Readonly<Record<string, number>> = {
  民国: 1912,
  宣统: 1909,
  光绪: 1875,
  同治: 1862,
  咸丰: 1851,
  道光: 1821,
  嘉庆: 1796,
  乾隆: 1736,
  雍正: 1723,
  康熙: 1662,
  顺治: 1644,
  崇祯: 1628,
  万历: 1573,
  嘉靖: 1522,
  永乐: 1403,
  洪武: 1368,
  天宝: 742,
  开元: 713,
  神龙: 705,
  贞观: 627,
};

/** Months and days are taken by their numbers. */
function eraDate({ era = '', count = '', month, date }: Groups): DateValue | null {
  const first = FIRST_YEARS[era];
  const number = count === '元' ? 1 : numberOf(count);
  if (first === undefined || number === null || number < 1 || number > 200) return null;
  const year = first + number - 1;
  if (month === undefined) return { resolve: () => ({ ...yearSpan(year), grain: 'year' }), fixed: true };
  const monthNumber = /[元正]/.test(month) ? 1 : numberOf(month);
  if (monthNumber === null || monthNumber < 1 || monthNumber > 12) return null;
  if (date === undefined)
    return { resolve: () => ({ ...monthSpan(year, monthNumber), grain: 'month' }), fixed: true };
  const day = existingDay(year, monthNumber, numberOf(date) ?? 0);
  return day === null ? null : { resolve: () => oneDay(day), fixed: true };
}

/** Readers of years of an era, with a month and a day where they are said. */
export const eras: readonly Reader<DateValue>[] = [
  pattern(
    `(?<era>${Object.keys(FIRST_YEARS).join('|')})(?<count>元|${WHOLE})年(?:的?(?<month>${WHOLE}|元|正)月(?:初?(?<date>${WHOLE})[日号]?)?)?`,
    eraDate,
  ),
];
