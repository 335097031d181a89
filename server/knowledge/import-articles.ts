/** Brings the entries of a folder into the database: by id, changed ones only. */
import { createHash } from 'node:crypto';
import type { Entry } from '../../knowledge/entry.ts';

/** What became of one entry. */
export type Upserted = 'new' | 'changed' | 'same' | 'conflict';

/** An entry with the hash that stands for its content. */
export interface HashedEntry {
  entry: Entry;
  hash: string;
}

/** Where imported entries are kept. */
export interface ArticleStore {
  /** Keeps entries under their ids, those that the desk has changed meanwhile excepted. The same content again changes nothing. */
  upsert(entries: readonly HashedEntry[]): Promise<Upserted[]>;
}

export interface ImportReport {
  new: string[];
  changed: string[];
  same: string[];
  /** Changed in the folder and in the desk: the desk's content stays until somebody decides. */
  conflict: string[];
}

/** Imports the entries in order; gives their ids by what became of them. Run twice, the second time changes nothing. */
export async function importArticles(entries: readonly Entry[], store: ArticleStore): Promise<ImportReport> {
  const report: ImportReport = { new: [], changed: [], same: [], conflict: [] };
  const done = await store.upsert(entries.map((entry) => ({ entry, hash: hashOf(entry) })));
  entries.forEach(({ id }, at) => {
    report[done[at] ?? 'same'].push(id);
  });
  return report;
}

/** SHA-256 of an entry's content; the order of its keys does not count. */
export function hashOf(entry: Entry): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(entry)))
    .digest('hex');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]),
  );
}
