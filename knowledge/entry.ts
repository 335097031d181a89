/** One entry of the knowledge base: an article, or a microlecture of 2 to 5 minutes. */
import { z } from 'zod';
import { CATEGORIES, type Category } from '../bot/types.ts';

/** Length of a microlecture, in seconds. */
export const LECTURE_SECONDS = { min: 120, max: 300 } as const;

/** One cue of a transcript; moments in milliseconds from the start of the video. */
export interface Segment {
  startMs: number;
  endMs: number;
  text: string;
}

export interface Video {
  url: string;
  /** Seconds. */
  duration: number;
  series?: string | undefined;
  episode?: number | undefined;
  /** `YYYY-MM-DD`. */
  published?: string | undefined;
  /** Name of the SRT or VTT file beside the entry's own. */
  transcript?: string | undefined;
}

export interface Entry {
  id: string;
  title: string;
  kind: 'article' | 'microlecture';
  category: Category;
  tags: string[];
  questions: string[];
  /** `YYYY-MM-DD`. */
  updated: string;
  owner?: string | undefined;
  /** Units that may see it; `all` for everybody. */
  audience: string[];
  video?: Video | undefined;
  /** Markdown. */
  body: string;
  /** The lecture's transcript, in order; empty where there is none. */
  transcript: Segment[];
}

/** Something in a file that a keeper should mend. A warning does not make the entry unusable. */
export interface Fault {
  severity: 'error' | 'warning';
  file: string;
  /** Counted from 1. */
  line: number;
  found: string;
  expected: string;
}

/** True where the date exists in the calendar: `2026-02-30` does not. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** YAML reads `tags: [2016, WPS]` as a number and a word; both are words here. */
const word = z
  .union([z.string(), z.number()], { error: 'a word' })
  .transform((value) => String(value).trim())
  .refine((value) => value !== '', { error: 'a word that is not blank' });

/** A list, or one word that stands for a list of one. */
const words = z.union([z.array(word), word.transform((one) => [one])], { error: 'a list of words' });

const date = z
  .string({ error: 'a date, YYYY-MM-DD' })
  .refine(isCalendarDate, { error: 'a date of the calendar, YYYY-MM-DD' });

const VideoMatter = z.object({
  url: z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' }),
  duration: z.number({ error: 'a length in seconds' }).positive({ error: 'a length in seconds above 0' }),
  series: word.optional(),
  episode: z
    .number({ error: 'a whole number from 1' })
    .int()
    .min(1, { error: 'a whole number from 1' })
    .optional(),
  published: date.optional(),
  transcript: word.optional(),
});

/** The front matter of an entry. */
export const FrontMatter = z.object({
  id: z
    .string({ error: 'letters a-z, digits and hyphens' })
    .regex(/^[a-z0-9-]+$/, { error: 'letters a-z, digits and hyphens' }),
  title: word,
  kind: z.enum(['article', 'microlecture'], { error: 'article or microlecture' }),
  category: z.enum(CATEGORIES, { error: `one of ${CATEGORIES.join(', ')}` }),
  tags: words,
  questions: words.nullish().transform((list) => list ?? []),
  updated: date,
  owner: word.nullish().transform((name) => name ?? undefined),
  audience: words.nullish().transform((list) => (list?.length ? list : ['all'])),
  video: VideoMatter.optional(),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

export const KNOWN_KEYS: readonly string[] = Object.keys(FrontMatter.shape);
export const KNOWN_VIDEO_KEYS: readonly string[] = Object.keys(VideoMatter.shape);
