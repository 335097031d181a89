/** All readers of dates, as one. */
import { absoluteDates } from './absolute-dates.ts';
import { ages } from './ages.ts';
import type { DateValue } from './anchor.ts';
import { dayWords } from './day-words.ts';
import { englishDates } from './english-dates.ts';
import { eras } from './eras.ts';
import { holidayDates } from './holiday-dates.ts';
import { lunarDates } from './lunar.ts';
import { ordinals } from './ordinals.ts';
import { longest, type Reader } from './pattern.ts';
import { periods } from './periods.ts';
import { seasons } from './seasons.ts';
import { weekdays } from './weekdays.ts';

/** The date at this place that reaches farthest. A lunar reading wins over a solar one of the same length. */
export const readDate: Reader<DateValue> = longest([
  ...lunarDates,
  ...holidayDates,
  ...dayWords,
  ...weekdays,
  ...periods,
  ...seasons,
  ...ages,
  ...eras,
  ...ordinals,
  ...absoluteDates,
  ...englishDates,
]);
