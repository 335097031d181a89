/** Decades and centuries: 九十年代, 上世纪80年代末, 19世纪初, 1990年代. */
import type { DateValue } from './anchor.ts';
import { civilOf, dayOf } from './civil.ts';
import { numberOf } from './numerals.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';

/** A side of an age, in years: from its first year through its last. */
type Side = (years: { from: number; to: number }) => { from: number; to: number };

/** 末期 of a decade is its last three years, 初 of a century its first twenty. */
const SIDES: Record<string, (length: number) => Side> = {
  初: (length) => (years) => ({ from: years.from, to: years.from + side(length) - 1 }),
  中: (length) => (years) => ({ from: years.from + middle(length), to: years.to - middle(length) }),
  末: (length) => (years) => ({ from: years.to - side(length) + 1, to: years.to }),
};

const side = (length: number): number => (length === 10 ? 3 : 20);
const middle = (length: number): number => (length === 10 ? 3 : 40);

function sideOf(word: string | undefined, length: number): Side {
  if (word === undefined) return (years) => years;
  const name = /[初早前]/.test(word) ? '初' : word.startsWith('中') ? '中' : '末';
  return SIDES[name]?.(length) ?? ((years) => years);
}

/** The age of `length` years that begins with the year `first` gives for the running year. */
function age(groups: Groups, length: number, first: (thisYear: number) => number | null): DateValue {
  return {
    resolve: ({ today }) => {
      const from = first(civilOf(today).year);
      if (from === null || from < 100) return null;
      const years = sideOf(groups.side, length)({ from, to: from + length - 1 });
      return { from: dayOf(years.from, 1, 1), to: dayOf(years.to, 12, 31), grain: 'year' };
    },
    fixed: true,
  };
}

/** The first year of the century that the groups name: the 19th begins with 1800 as its decades are counted. */
function centuryStart({ number, relative }: Groups, thisYear: number): number | null {
  const running = Math.floor(thisYear / 100) * 100;
  if (relative !== undefined) return running + (relative === '上' ? -100 : relative === '下' ? 100 : 0);
  const century = numberOf(number ?? '');
  return century === null || century < 2 || century > 30 ? null : (century - 1) * 100;
}

const wholeCentury = (groups: Groups): DateValue =>
  age(groups, 100, (thisYear) => centuryStart(groups, thisYear));

function decadeOfCentury(groups: Groups): DateValue | null {
  const decade = numberOf(groups.decade ?? '');
  if (decade === null) return null;
  return age(groups, 10, (thisYear) => {
    const century = centuryStart(groups, thisYear);
    return century === null ? null : century + decade;
  });
}

/** 九十年代: the latest one that has begun. */
function latestDecade(groups: Groups): DateValue | null {
  const decade = numberOf(groups.decade ?? '');
  if (decade === null) return null;
  return age(groups, 10, (thisYear) => {
    const inThisCentury = Math.floor(thisYear / 100) * 100 + decade;
    return inThisCentury <= thisYear ? inThisCentury : inThisCentury - 100;
  });
}

const decadeByYear = (groups: Groups): DateValue => age(groups, 10, () => Number(groups.year));

const CENTURY =
  '(?:(?<relative>[上本这下])个?|(?<number>\\d{1,2}|[一二]?十[一二三四五六七八九]?|[二三四五六七八九]))世纪';
const DECADE = '(?<decade>[1-9]0|[一二三四五六七八九]十)年代';
const SIDE = '的?(?<side>早期|前期|中期|后期|晚期|末期|初期?|中叶|末)?';

/** Readers of decades and centuries. */
export const ages: readonly Reader<DateValue>[] = [
  pattern(`${CENTURY}的?${DECADE}${SIDE}`, decadeOfCentury),
  pattern(`${CENTURY}${SIDE}`, wholeCentury),
  pattern(`(?<year>(?:1\\d|20)\\d0)年代${SIDE}`, decadeByYear),
  pattern(`(?<![\\d一二三四五六七八九十])${DECADE}${SIDE}`, latestDecade),
];
