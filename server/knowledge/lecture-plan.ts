/** The year of a series of microlectures: what was planned, and how far each is. Pure. */
import { type Entry, LECTURE_SECONDS } from '../../knowledge/entry.ts';
import type { LectureUse, PlannedLecture } from '../store/lectures.ts';
import type { EntryUse } from '../store/questions.ts';

/** «IT办公技能微课堂»: one every two weeks, 25 a year. */
export const SERIES = 'IT办公技能微课堂';
export const LECTURES_A_YEAR = 25;
const EVERY_DAYS = 14;

export type LectureStatus = 'planned' | 'recorded' | 'published' | 'late';

export interface LectureRow {
  episode: number;
  title: string;
  owner: string | null;
  /** `YYYY-MM-DD`; null where it was published without a plan. */
  due: string | null;
  status: LectureStatus;
  article: string | null;
  published: string | null;
  /** Seconds. */
  duration: number | null;
  /** False where it runs shorter or longer than a microlecture may. */
  lengthFits: boolean | null;
  views: number;
  /** Of those who said whether it helped; null where nobody did. */
  solvedRate: number | null;
  /** 1 to 5. */
  rating: number | null;
  ratings: number;
}

/** The days by which the lectures of a year are due, the first given, `YYYY-MM-DD`. */
export function dueDays(first: string, count = LECTURES_A_YEAR): string[] {
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.parse(first) + at * EVERY_DAYS * 86_400_000).toISOString().slice(0, 10),
  );
}

export interface YearParts {
  series: string;
  year: number;
  plan: readonly PlannedLecture[];
  /** Of the whole base, published. */
  entries: readonly Entry[];
  use: ReadonlyMap<string, LectureUse>;
  answers: readonly EntryUse[];
  /** `YYYY-MM-DD`. */
  today: string;
}

/** One row a lecture, by its number; those that were published without a plan too. */
export function yearOfLectures(parts: YearParts): LectureRow[] {
  const published = parts.entries.filter((entry) => isOfYear(entry, parts));
  const byEpisode = new Map(published.map((entry) => [entry.video?.episode ?? 0, entry]));
  const planned = new Map(parts.plan.map((one) => [one.episode, one]));
  const episodes = [...new Set([...planned.keys(), ...byEpisode.keys()])].sort((a, b) => a - b);
  return episodes.map((episode) => {
    const plan = planned.get(episode);
    const entry = parts.entries.find(({ id }) => id === plan?.article) ?? byEpisode.get(episode);
    return rowOf(episode, plan, entry, parts);
  });
}

function isOfYear({ kind, video }: Entry, { series, year }: YearParts): boolean {
  const ofSeries = kind === 'microlecture' && (video?.series ?? SERIES) === series;
  return ofSeries && video?.episode !== undefined && (video.published ?? '').startsWith(String(year));
}

function rowOf(
  episode: number,
  plan: PlannedLecture | undefined,
  entry: Entry | undefined,
  { use, answers, today }: YearParts,
): LectureRow {
  const used = entry && use.get(entry.id);
  const told = answers.find(({ article }) => article === entry?.id);
  const said = told ? told.solved + told.unsolved : 0;
  const duration = entry?.video?.duration ?? null;
  return {
    episode,
    title: entry?.title ?? plan?.title ?? '',
    owner: plan?.owner ?? entry?.owner ?? null,
    due: plan?.due ?? null,
    status: statusOf(plan, entry, today),
    article: entry?.id ?? null,
    published: entry?.video?.published ?? null,
    duration,
    lengthFits: duration === null ? null : fits(duration),
    views: used?.views ?? 0,
    solvedRate: said === 0 || !told ? null : told.solved / said,
    rating: used?.stars ?? null,
    ratings: used?.ratings ?? 0,
  };
}

function statusOf(plan: PlannedLecture | undefined, entry: Entry | undefined, today: string): LectureStatus {
  if (entry) return 'published';
  if (plan && plan.due < today) return 'late';
  return plan?.recordedAt ? 'recorded' : 'planned';
}

const fits = (seconds: number) => seconds >= LECTURE_SECONDS.min && seconds <= LECTURE_SECONDS.max;
