/** Writes what the desk has changed back into a folder, never over a change that the folder has of its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatEntry } from '../../knowledge/format-entry.ts';
import { loadFolder } from '../../knowledge/load-folder.ts';
import type { KeptArticle } from '../store/articles.ts';
import { mayWriteToFolder } from './entry-versions.ts';
import { hashOf } from './import-articles.ts';

export interface ExportReport {
  written: { id: string; file: string }[];
  /** The folder's file has a change that the desk has not read: import first, then decide. */
  conflicts: { id: string; file: string }[];
}

/** `written` is told after each file, so that the desk knows what the folder has. */
export async function exportFolder(
  folder: string,
  kept: readonly KeptArticle[],
  written: (article: KeptArticle) => Promise<void>,
): Promise<ExportReport> {
  await mkdir(folder, { recursive: true });
  const there = new Map(
    (await loadFolder(folder)).entries.map(({ file, entry }) => [entry.id, { file, hash: hashOf(entry) }]),
  );
  const report: ExportReport = { written: [], conflicts: [] };
  for (const article of kept) {
    const { id, entry, hash, status } = article;
    const found = there.get(id);
    if (status !== 'published' || found?.hash === hash) continue;
    const file = found?.file ?? `${entry.category}/${id}.md`;
    if (!mayWriteToFolder(article, found?.hash ?? null)) {
      report.conflicts.push({ id, file });
      continue;
    }
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, formatEntry(entry));
    await written(article);
    report.written.push({ id, file });
  }
  return report;
}
