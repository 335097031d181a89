/** Days and periods in English: tomorrow, next Wed, Nov 20th, the 5th, this week, end of month. */
import { openDate } from './absolute-dates.ts';
import { type Anchor, choose, type DateValue, oneDay } from './anchor.ts';
import { civilOf, existingDay, mondayOf, monthSpan, yearSpan } from './civil.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';
import { resolveWeekday } from './weekdays.ts';

const OFFSETS: readonly (readonly [offset: number, spellings: string])[] = [
  [0, 'today|2day|tdy'],
  [1, 'tomorrow|tomorow|tommorow|tommorrow|tmrw?|tmw|2moro'],
  [-1, 'yesterday|yday'],
  [2, '(?:the )?day after (?:tomorrow|tmrw?)'],
  [-2, '(?:the )?day before yesterday'],
];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATE = '(?<date>[0-3]?\\d)(?:st|nd|rd|th)?';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY =
  '(?<day>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday| ?(?=$|[,.;!?]|\\d|at \\d|morning|afternoon))|sun(?:day| ?(?=$|[,.;!?]|\\d|at \\d|morning|afternoon)))';
const STEPS: Record<string, number> = { last: -1, previous: -1, this: 0, current: 0, next: 1 };
const STEP = '(?<step>last|previous|this|current|next)';
/** «个mon黑晒»: behind a measure word it is a monitor. */
const STARTS = '(?<![a-z\\d]|[个部台嗰])';
const ENDS = '(?![a-z\\d])';

function stepOf({ step }: Groups): number | null {
  return step === undefined ? null : (STEPS[step] ?? null);
}

function monthNumber({ month = '' }: Groups): number {
  return MONTHS.indexOf(month.slice(0, 3)) + 1;
}

function monthAndDate(groups: Groups): DateValue | null {
  const month = monthNumber(groups);
  const date = Number(groups.date);
  if (groups.year !== undefined) {
    const day = existingDay(Number(groups.year), month, date);
    return day === null ? null : { resolve: () => oneDay(day), fixed: true };
  }
  if (existingDay(2024, month, date) === null) return null;
  return {
    resolve: (anchor) => {
      const day = openDate(anchor, month, date);
      return day === null ? null : oneDay(day);
    },
  };
}

function wholeMonth(groups: Groups): DateValue {
  const month = monthNumber(groups);
  return {
    resolve: (anchor) => {
      const { year } = civilOf(anchor.today);
      if (groups.year !== undefined) return { ...monthSpan(Number(groups.year), month), grain: 'month' };
      const days = choose(anchor, { at: (years) => monthSpan(year + years, month), recentDays: 62 });
      return days && { ...days, grain: 'month' };
    },
  };
}

function theNth({ date }: Groups): DateValue | null {
  const number = Number(date);
  if (number < 1 || number > 31) return null;
  return {
    resolve: (anchor) => {
      const { year, month } = civilOf(anchor.today);
      const at = (months: number) => {
        const { from, to } = monthSpan(year, month + months);
        const day = from + number - 1;
        return day <= to ? { from: day, to: day } : null;
      };
      const day = choose(anchor, { at, recentDays: 0 });
      return day && oneDay(day.from);
    },
  };
}

function weekday(groups: Groups): DateValue {
  const number = WEEKDAYS.indexOf((groups.day ?? '').slice(0, 3)) + 1;
  const step = stepOf(groups);
  return {
    resolve: (anchor) => resolveWeekday(anchor, number, step),
    weekday: true,
    ...(step === null ? { notToday: true } : { fixed: true }),
  };
}

function unitPeriod(anchor: Anchor, unit: string, step: number) {
  const { year, month } = civilOf(anchor.today);
  if (unit === 'week') {
    const from = mondayOf(anchor.today) + 7 * step;
    return { from, to: from + 6, grain: 'week' as const };
  }
  if (unit === 'weekend') {
    const from = mondayOf(anchor.today) + 7 * step + 5;
    return { from, to: from + 1, grain: 'day' as const };
  }
  if (unit === 'month') return { ...monthSpan(year, month + step), grain: 'month' as const };
  return { ...yearSpan(year + step), grain: 'year' as const };
}

function period(groups: Groups): DateValue {
  return { resolve: (anchor) => unitPeriod(anchor, groups.unit ?? '', stepOf(groups) ?? 0), fixed: true };
}

function endOf(groups: Groups): DateValue {
  return {
    resolve: (anchor) => {
      if (groups.unit === undefined || groups.unit === 'day') return oneDay(anchor.today);
      return oneDay(unitPeriod(anchor, groups.unit, stepOf(groups) ?? 0).to);
    },
    fixed: true,
  };
}

const PARTS = 'morning|afternoon|evening|night';

/** Readers of English dates. */
export const englishDates: readonly Reader<DateValue>[] = [
  ...OFFSETS.map(([offset, spellings]) =>
    pattern<DateValue>(`${STARTS}(?:${spellings})${ENDS}`, () => ({
      resolve: ({ today }) => oneDay(today + offset),
      fixed: true,
    })),
  ),
  pattern<DateValue>(`${STARTS}(?:tonight|tonite|this evening)${ENDS}`, () => ({
    resolve: ({ today }) => oneDay(today),
    part: 'evening',
    fixed: true,
  })),
  pattern<DateValue>(`${STARTS}last night${ENDS}`, () => ({
    resolve: ({ today }) => oneDay(today - 1),
    part: 'evening',
    fixed: true,
  })),
  pattern<DateValue>(`${STARTS}this (?<part>${PARTS})${ENDS}`, ({ part }) => ({
    resolve: ({ today }) => oneDay(today),
    ...(part && { part }),
    fixed: true,
  })),
  pattern(`${STARTS}(?:(?:${STEP}|coming) )?${WEEKDAY}(?:\\.|${ENDS})`, weekday),
  pattern(`${STARTS}${STEP} (?<unit>weekend|week|month|year)${ENDS}`, period),
  pattern(`${STARTS}(?:the )?(?<unit>weekend)${ENDS}`, period),
  pattern(`${STARTS}(?:by )?(?:the )?end of (?:the |${STEP} )?(?<unit>day|week|month|year)${ENDS}`, endOf),
  pattern(`${STARTS}${MONTH} ?${DATE}(?:,? ?(?<year>20\\d\\d))?${ENDS}(?!:)`, monthAndDate),
  pattern(`${STARTS}(?:the )?${DATE} (?:of )?${MONTH}(?:,? (?<year>20\\d\\d))?${ENDS}`, monthAndDate),
  pattern(
    `${STARTS}(?<month>${MONTH.slice('(?<month>'.length, -'\\.?'.length - 1)})(?: (?<year>20\\d\\d)| (?=\\b(?!may)))${ENDS}`,
    wholeMonth,
  ),
  pattern(
    `${STARTS}the (?<date>[0-3]?\\d)(?:st|nd|rd|th)(?! (?:floor|room|time|one|line|item|row))${ENDS}`,
    theNth,
  ),
];
