/**
 * What the time grammar takes and gives. All offsets are UTF-16 offsets into the text as it was handed in.
 */
import type { PublicHolidays } from '../../holidays.ts';

/** How a bare hour or day resolves: a meeting wants office hours and the future, `past` is for «since when». */
export type Preference = 'meeting' | 'deadline' | 'past';

/** What a message is read against. `now` is epoch milliseconds, `zone` an IANA name. */
export interface TimeContext {
  now: number;
  zone: string;
  holidays: PublicHolidays;
  /** Without it: the next plausible moment, for whatever purpose. */
  prefer?: Preference;
}

export type Grain = 'second' | 'minute' | 'hour' | 'daypart' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** `by`: X前, X之前, X内; `since`: 从X起, X开始, X以来, X就. */
export type Role = 'at' | 'by' | 'since';

/** Where in the text it stands. */
export interface Span {
  from: number;
  to: number;
  text: string;
}

/**
 * One expression of time. `start` and `end` are ISO 8601 with offset, or a date alone (`2026-11-17`).
 * - moment: a point of time or one day
 * - range: from start to end; of dates, `end` is the last day, inclusive («下周» is Monday to Sunday)
 * - duration: a bare length («两个小时») that gives an end to a start said elsewhere; in milliseconds
 */
export type TimeMatch =
  | (Span & { kind: 'moment'; start: string; role: Role; grain: Grain })
  | (Span & { kind: 'range'; start: string; end: string; role: Role; grain: Grain })
  | (Span & { kind: 'duration'; durationMs: number });

/** The first time in a text; `start` null where there is none. */
export interface TimeReading {
  start: string | null;
  end?: string;
}
