/**
 * Text and moments as they may come in from outside. PostgreSQL refuses NUL and unpaired surrogates, so both are
 * refused at the door, with the place named.
 */
import { z } from 'zod';

const STORABLE = 'characters that can be stored (no NUL, no half of a surrogate pair)';

/** Any text up to `most` UTF-16 units, the empty one too. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), { error: STORABLE });

/** Text that says something: not empty, not only blanks. */
export const words = (most: number) =>
  text(most)
    .min(1)
    .refine((value) => value.trim() !== '', { error: 'more than blanks' });

/** Optional free words beside an action. */
export const note = text(2000);

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const inRange = (value: string) => {
  const year = new Date(value).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};
const RANGE = { error: `a moment from ${FIRST_YEAR} to ${LAST_YEAR}` };

/** ISO 8601 with an offset (`2026-11-18T14:00:00+08:00` or `Z`); seconds may be left out. */
export const moment = z.iso.datetime({ offset: true }).refine(inRange, RANGE);

/** A moment, or a date alone. */
export const dateOrMoment = z.union([z.iso.date().refine(inRange, RANGE), moment]);
