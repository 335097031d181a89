/** The keeper's part of the desk's HTTP interface. */
import { query, request } from '../api.ts';
import type { Category } from '../shapes.ts';

export const ARTICLE_STATUSES = ['draft', 'published', 'retired'] as const;
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

export interface ListedArticle {
  id: string;
  title: string;
  kind: string;
  category: Category;
  owner: string | null;
  audience: string[];
  /** `YYYY-MM-DD`. */
  updated: string;
  status: ArticleStatus;
  version: number;
  /** Changed in the folder and in the desk. */
  conflict: boolean;
}

export interface Article extends ListedArticle {
  markdown: string;
  folderMarkdown: string | null;
}

export interface ArticleVersion {
  version: number;
  at: string;
  actor: string;
  action: string;
  status: string;
  markdown: string;
}

export interface Saved {
  id: string;
  version: number;
  status: ArticleStatus;
  /** How many people heard of it. */
  told?: number;
}

export interface KnowledgeGap {
  id: string;
  question: string;
  people: number;
  tickets: string[];
  questions: string[];
  resolutions: string[];
  lastAt: string;
}

export interface EntryHealth {
  misleading: { article: string; title: string; solved: number; unsolved: number }[];
  stale: { article: string; title: string; updated: string; days: number }[];
}

export interface Lecture {
  episode: number;
  title: string;
  owner: string | null;
  due: string | null;
  status: 'planned' | 'recorded' | 'published' | 'late';
  article: string | null;
  published: string | null;
  /** Seconds. */
  duration: number | null;
  lengthFits: boolean | null;
  views: number;
  /** 0 to 1. */
  solvedRate: number | null;
  rating: number | null;
  ratings: number;
}

export interface ImportReport {
  added: string[];
  taken: string[];
  unread: { where: string; why: string }[];
}

const articles = '/api/knowledge/articles';
const at = (id: string) => `${articles}/${encodeURIComponent(id)}`;

export const knowledgeApi = {
  articles: (wanted: { status: ArticleStatus | ''; q: string }, signal?: AbortSignal) =>
    request<{ items: ListedArticle[] }>('GET', `${articles}${query(wanted)}`, undefined, signal),
  article: (id: string, signal?: AbortSignal) => request<Article>('GET', at(id), undefined, signal),
  history: (id: string, signal?: AbortSignal) =>
    request<{ items: ArticleVersion[] }>('GET', `${at(id)}/history`, undefined, signal),
  draft: (markdown: string, actor?: string) =>
    request<Saved>('POST', articles, { markdown, ...(actor ? { actor } : {}) }),
  save: (id: string, body: { version: number; markdown: string; actor?: string | undefined }) =>
    request<Saved>('PUT', at(id), body),
  move: (id: string, body: { version: number; status: ArticleStatus; actor?: string | undefined }) =>
    request<Saved>('POST', `${at(id)}/status`, body),
  decide: (id: string, body: { version: number; keep: 'folder' | 'desk'; actor?: string | undefined }) =>
    request<Saved>('POST', `${at(id)}/decide`, body),
  gaps: (signal?: AbortSignal) =>
    request<{ items: KnowledgeGap[] }>('GET', '/api/knowledge/gaps', undefined, signal),
  draftGap: (id: string, owner?: string) =>
    request<{ article: string }>('POST', `/api/knowledge/gaps/${id}/draft`, owner ? { owner } : {}),
  health: (signal?: AbortSignal) => request<EntryHealth>('GET', '/api/knowledge/health', undefined, signal),
  lectures: (year: number, signal?: AbortSignal) =>
    request<{ items: Lecture[] }>('GET', `/api/lectures/${year}`, undefined, signal),
  lectureTable: (year: number) => `/api/lectures/${year}/table.xlsx`,
  importFile: (file: File) =>
    request<ImportReport>('POST', `/api/knowledge/imports${query({ name: file.name })}`, file),
};
