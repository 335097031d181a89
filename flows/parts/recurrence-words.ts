/** How a meeting comes again, read from what was said and told back. */

import type { Scene } from '../../bot/dialogue/flow.ts';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Recurrence } from '../../bot/types.ts';
import { findRecurrence } from '../../bot/understand/recurrence.ts';
import { findTimes } from '../../bot/understand/time/index.ts';
import { textsOf } from '../texts/index.ts';
import { when } from './card-fields.ts';

const NO_END = /一直|长期|不确定|不知道|没定|先.{0,4}(?:一年|着)|no end|forever/i;
/** So far ahead rooms can be booked. */
const FURTHEST_DAYS = 360;

/** Null where it is one meeting. */
export function recurrenceOf(scene: Scene): Recurrence | null {
  const { now, zone } = scene.facts;
  const { data } = scene;
  const said = [data.text, ...data.notes].join('，').normalize('NFKC').toLowerCase();
  const found = findRecurrence(said, { now, zone, holidays: publicHolidaysCn })?.recurrence ?? null;
  const until = data.until ?? found?.until ?? (NO_END.test(said) ? lastDay(now, FURTHEST_DAYS) : undefined);
  return found && until ? { ...found, until } : found;
}

/** The last day in an answer to «到什么时候为止», `YYYY-MM-DD`; «长期» is as far as can be booked. */
export function untilFrom(text: string, { now, zone }: { now: number; zone: string }): string | null {
  if (NO_END.test(text)) return lastDay(now, FURTHEST_DAYS);
  for (const time of findTimes(text.normalize('NFKC'), { now, zone, holidays: publicHolidaysCn })) {
    if (time.kind === 'duration') return lastDay(now, Math.floor(time.durationMs / 86_400_000));
    return (time.kind === 'range' ? time.end : time.start).slice(0, 10);
  }
  return null;
}

function lastDay(now: number, days: number): string {
  return new Date(now + days * 86_400_000).toISOString().slice(0, 10);
}

/** «每周一、周三，到 12月31日（周四），遇法定节假日跳过» */
export function recurrenceWords(scene: Scene, recurrence: Recurrence): string {
  const { series } = textsOf(scene);
  const rhythm = () => {
    switch (recurrence.every) {
      case 'day':
        return series.daily;
      case 'workday':
        return series.workdays;
      case 'week':
        return series.weekly(recurrence.interval, recurrence.days);
      case 'month':
        return series.monthly(recurrence.day);
    }
  };
  const until = recurrence.until ? series.until(when(scene, recurrence.until)) : '';
  return [rhythm(), until, recurrence.holidays === 'move' ? series.moved : series.skipped]
    .filter(Boolean)
    .join(series.comma);
}

const MOST_MISSED = 6;

/** The days of those that could not be had; empty where there are none. */
export function missedWords(scene: Scene): string {
  const { missed = [] } = scene.data;
  const shown = missed.slice(0, MOST_MISSED).map((one) => when(scene, one.start.slice(0, 10)));
  return missed.length > MOST_MISSED ? textsOf(scene).series.andMore(shown, missed.length) : shown.join('、');
}
