/** A length of time in words: «12 分钟», «8 小时 30 分钟», «3 天». */
import type { Texts } from '../texts/index.ts';

const MINUTE_MS = 60_000;

/** At least a minute. */
export function lengthWords(ms: number, texts: Texts): string {
  const { alert: words } = texts.dispatch;
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 48 * 60) return words.hours(Math.floor(minutes / 60), minutes % 60);
  return words.days(Math.floor(minutes / (24 * 60)));
}
