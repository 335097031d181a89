/** Seasons, from one solar term to the next, and the summer holidays: 去年夏天, 2021年春, 明年暑假. */
import type { DateValue } from './anchor.ts';
import { civilOf, type Days, dayOf } from './civil.ts';
import { RELATIVE_YEAR, YEAR, yearOf } from './months.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';
import { period } from './periods.ts';
import { dayOfTerm, type SolarTerm } from './solar-terms.ts';

const BEGINNINGS: Readonly<Record<string, readonly [from: SolarTerm, next: SolarTerm]>> = {
  春: ['立春', '立夏'],
  夏: ['立夏', '立秋'],
  秋: ['立秋', '立冬'],
  冬: ['立冬', '立春'],
};

function season(name: string, year: number): Days | null {
  const terms = BEGINNINGS[name];
  const from = terms ? dayOfTerm(terms[0], year) : null;
  const next = terms ? dayOfTerm(terms[1], name === '冬' ? year + 1 : year) : null;
  return from === null || next === null ? null : { from, to: next - 1 };
}

function seasonOfYear(groups: Groups): DateValue {
  return period('quarter', (anchor) => {
    const year = yearOf(groups, anchor);
    return year === null ? null : season(groups.season ?? '', year);
  });
}

function summerHolidays(groups: Groups): DateValue {
  return period('month', (anchor) => {
    const here = civilOf(anchor.today);
    const passed = here.month > 8 && anchor.lean !== 'past';
    const year = yearOf(groups, anchor) ?? here.year + (passed ? 1 : 0);
    return { from: dayOf(year, 7, 1), to: dayOf(year, 8, 31) };
  });
}

/** A season's games, term or hiring is a name, no time. */
const NO_NAME = '(?!运动会|学期|招聘|校招|班|款|赛|节|游|装|晚)';

/** Readers of seasons and the summer holidays. */
export const seasons: readonly Reader<DateValue>[] = [
  pattern(`${YEAR}的?(?<season>[春夏秋冬])(?:[季天]|(?=$|[,。!?;]))${NO_NAME}`, seasonOfYear),
  pattern(`${RELATIVE_YEAR}(?<season>[春夏秋冬])[季天]?${NO_NAME}`, seasonOfYear),
  pattern(`${YEAR}?的?暑假(?:期间|里)?(?!作业|工|班)`, summerHolidays),
];
