/** What days the calendar shows, in words. Days are `YYYY-MM-DD` in the desk's zone. Pure. */

import { dayWords } from '../texts/wording.ts';
import type { Texts } from '../texts/zh.ts';
import { weekdayOf, weekOf } from './days.ts';

/** The date, with its year where it is not this one. */
function dateWords(day: string, today: string, { time }: Texts): string {
  const [year, month, date] = day.split('-');
  return year === today.slice(0, 4) ? time.day(Number(month), Number(date)) : day;
}

/** «11月18日 周三 · 今天». */
export function dayHeading(day: string, today: string, texts: Texts): string {
  const date = dateWords(day, today, texts);
  const near = dayWords(day, today, texts);
  const named = `${date} ${texts.calendar.weekdays[weekdayOf(day)]}`;
  return near === date ? named : `${named} · ${near}`;
}

/** «11月16日 – 11月22日», the week that `day` falls in. */
export function weekHeading(day: string, today: string, texts: Texts): string {
  const week = weekOf(day);
  return [week[0], week[6]].map((one = day) => dateWords(one, today, texts)).join(' – ');
}
