/** The twenty-four solar terms: 立春, 芒种, 冬至. */
import { dayOf } from './civil.ts';

/** Month, and the constant of the twenty-first century in the customary formula. */
const TERMS = {
  小寒: [1, 5.4055],
  大寒: [1, 20.12],
  立春: [2, 3.87],
  雨水: [2, 18.73],
  惊蛰: [3, 5.63],
  春分: [3, 20.646],
  清明: [4, 4.81],
  谷雨: [4, 20.1],
  立夏: [5, 5.52],
  小满: [5, 21.04],
  芒种: [6, 5.678],
  夏至: [6, 21.37],
  小暑: [7, 7.108],
  大暑: [7, 22.83],
  立秋: [8, 7.5],
  处暑: [8, 23.13],
  白露: [9, 7.646],
  秋分: [9, 23.042],
  寒露: [10, 8.318],
  霜降: [10, 23.438],
  立冬: [11, 7.438],
  小雪: [11, 22.36],
  大雪: [12, 7.18],
  冬至: [12, 21.94],
} as const satisfies Record<string, readonly [month: number, constant: number]>;

export type SolarTerm = keyof typeof TERMS;

/** Years in which the formula is a day off. */
const OFF_BY: Partial<Record<SolarTerm, Readonly<Record<number, 1 | -1>>>> = {
  小寒: { 2019: -1 },
  大寒: { 2082: 1 },
  雨水: { 2026: -1 },
  春分: { 2084: 1 },
  小满: { 2008: 1 },
  小暑: { 2016: 1 },
  立秋: { 2002: 1 },
  霜降: { 2089: 1 },
  立冬: { 2089: 1 },
  冬至: { 2021: -1 },
};

/** The day of a term in a Gregorian year; null outside 2001 to 2099. */
export function dayOfTerm(term: SolarTerm, year: number): number | null {
  const short = year - 2000;
  if (short < 1 || short > 99) return null;
  const [month, constant] = TERMS[term];
  const leaps = Math.floor((month < 3 ? short - 1 : short) / 4);
  const date = Math.floor(short * 0.2422 + constant) - leaps;
  return dayOf(year, month, date + (OFF_BY[term]?.[year] ?? 0));
}
