/** Tables of the knowledge base, as TypeScript sees them. A change here comes with a migration (server/store/migrations/). */
import type { Generated } from 'kysely';
import type { Json } from './columns.ts';

export interface DeflectionTable {
  id: Generated<number>;
  at: Date;
  conversation_key: string;
  query: string;
  articles: Json<string[]>;
  outcome: 'solved' | 'unsolved' | 'unanswered';
  ticket: string | null;
}

export interface ArticleTable {
  id: string;
  hash: string;
  body: Json<unknown>;
  updated_at: Date;
  status: Generated<'draft' | 'published' | 'retired'>;
  version: Generated<number>;
  /** The folder that it was read from; null: written in the desk. */
  folder: string | null;
  /** Of the content that the folder had last; another `hash` beside it: changed in the desk since. */
  folder_hash: string | null;
  /** What the folder has now, where both sides changed it; as `body`. */
  conflict: Json<unknown> | null;
}

export interface ArticleHistoryTable {
  article: string;
  version: number;
  at: Date;
  actor: string;
  action: string;
  status: string;
  body: Json<unknown>;
}

export interface ArticleAskerTable {
  article: string;
  conversation_key: string;
  question: string;
  told_at: Date | null;
}

export interface LectureSubscriptionTable {
  conversation_key: string;
  since: Date;
}

export interface LectureTable {
  series: string;
  year: number;
  episode: number;
  title: string;
  owner: string | null;
  due: string;
  recorded_at: Date | null;
  article: string | null;
  published_at: Date | null;
  reminded_at: Date | null;
}

export interface LectureRatingTable {
  article: string;
  conversation_key: string;
  stars: number;
  at: Date;
}
