/** What a point is resolved in, and what comes of it. */
import type { Anchor } from './anchor.ts';
import type { Part } from './dayparts.ts';
import type { Grain } from './types.ts';

/** Whole days, or a moment: its day and the seconds since that day's midnight (past 86400 on the next). */
export type When =
  | { kind: 'days'; from: number; to: number; grain: Grain }
  | { kind: 'moment'; day: number; seconds: number; grain: Grain };

export interface Setting {
  anchor: Anchor;
  /** The range's beginning, when its end is resolved. */
  begin?: When;
  beginPart?: Part | null;
  /** A day said earlier in the message, and the seconds into it that are already spoken for. */
  carried?: { day: number; seconds: number };
  /** It begins a range, which may have begun this very minute. */
  beginsRange?: boolean;
}
