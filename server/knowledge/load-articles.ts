/** Loads the base that this server answers from. A bad entry is named in the log and left out; the rest is served. */
import type { Logger } from 'pino';
import { createIndex } from '../../knowledge/create-index.ts';
import { loadFolder } from '../../knowledge/load-folder.ts';
import { type Articles, createArticles } from '../turn/articles.ts';

export async function loadArticles(folder: string, log: Logger): Promise<Articles> {
  const base = await loadFolder(folder);
  const errors = base.faults.filter((fault) => fault.severity === 'error');
  for (const fault of errors) {
    log.warn(
      { file: fault.file, line: fault.line, found: fault.found, expected: fault.expected },
      'knowledge.bad_entry',
    );
  }
  log.info({ entries: base.entries.length, bad: errors.length }, 'knowledge.loaded');
  const entries = base.entries.map((one) => one.entry);
  return createArticles(createIndex(entries), entries);
}
