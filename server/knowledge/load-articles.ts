/**
 * Brings the database's entries up to date with the folder that the desk is configured with (idempotent). A bad entry is
 * named in the log and left out; one that both sides changed waits for the keeper; one whose file went is retired.
 */
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { loadFolder } from '../../knowledge/load-folder.ts';
import { articleStore, retireMissing } from '../store/articles.ts';
import type { Db } from '../store/database.ts';
import { importArticles } from './import-articles.ts';

export async function loadArticles(
  { folder: given, db, now }: { folder: string; db: Db; now: () => number },
  log: Logger,
): Promise<void> {
  const folder = resolve(given);
  const base = await loadFolder(folder);
  const errors = base.faults.filter((fault) => fault.severity === 'error');
  for (const fault of errors) {
    log.warn(
      { file: fault.file, line: fault.line, found: fault.found, expected: fault.expected },
      'knowledge.bad_entry',
    );
  }
  const bad = new Set(errors.map((fault) => fault.file));
  const good = base.entries.filter(({ file }) => !bad.has(file)).map(({ entry }) => entry);
  const report = await importArticles(good, articleStore(db, now, folder));
  const there = base.entries.map(({ entry }) => entry.id);
  // A folder without a single entry is a folder that is not there yet, rather than a base given up.
  const retired =
    there.length > 0 && errors.length === 0 ? await retireMissing(db, folder, there, now()) : [];
  log.info(
    {
      entries: good.length,
      bad: errors.length,
      added: report.new.length,
      changed: report.changed.length,
      conflicts: report.conflict.length,
      retired: retired.length,
    },
    'knowledge.loaded',
  );
}
