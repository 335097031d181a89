/**
 * Loads the base that this server answers from, and brings the database's copy up to date (idempotent). A bad entry is
 * named in the log and left out; the rest is served.
 */
import type { Logger } from 'pino';
import { createIndex } from '../../knowledge/create-index.ts';
import { loadFolder } from '../../knowledge/load-folder.ts';
import { articleStore } from '../store/articles.ts';
import type { Db } from '../store/database.ts';
import { type Articles, createArticles } from '../turn/articles.ts';
import { importArticles } from './import-articles.ts';

export async function loadArticles(
  { folder, db, now }: { folder: string; db: Db; now: () => number },
  log: Logger,
): Promise<Articles> {
  const base = await loadFolder(folder);
  const errors = base.faults.filter((fault) => fault.severity === 'error');
  for (const fault of errors) {
    log.warn(
      { file: fault.file, line: fault.line, found: fault.found, expected: fault.expected },
      'knowledge.bad_entry',
    );
  }
  const entries = base.entries.map((one) => one.entry);
  const bad = new Set(errors.map((fault) => fault.file));
  const good = base.entries.filter(({ file }) => !bad.has(file)).map(({ entry }) => entry);
  const report = await importArticles(good, articleStore(db, now));
  const [added, changed] = [report.new.length, report.changed.length];
  log.info({ entries: entries.length, bad: errors.length, added, changed }, 'knowledge.loaded');
  return createArticles(createIndex(entries));
}
