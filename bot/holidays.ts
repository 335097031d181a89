/**
 * Chinese public holidays with their make-up working days (调休), as a port: the data behind it is published a year at
 * a time, so it says through which year it is known.
 */
export interface PublicHolidays {
  /** Years (inclusive) whose schedule has been published and is held here. */
  knownFrom: number;
  knownThrough: number;
  /** `date` is `YYYY-MM-DD`. Null: an ordinary day (weekday or weekend). Outside the known years: null. */
  day(date: string): { kind: 'holiday' | 'makeup'; name: string } | null;
  /** The days off of a holiday by its Chinese name (国庆节, 春节 …) in a year, first and last; null where unknown. */
  span(name: string, year: number): { from: string; to: string } | null;
}
