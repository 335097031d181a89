/** Checks, imports and searches a base of articles: `kb check FOLDER`, `kb import FOLDER`, `kb search --folder FOLDER --top 10`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CATEGORIES, Category } from '../../bot/types.ts';
import type { Base } from '../../knowledge/check-folder.ts';
import { createIndex } from '../../knowledge/create-index.ts';
import { formatEntry } from '../../knowledge/format-entry.ts';
import { loadFolder } from '../../knowledge/load-folder.ts';
import { loadConfig } from '../config.ts';
import { DataFolderError, type FolderLock, lockFolder } from '../data-folder.ts';
import { exportFolder } from '../knowledge/export-folder.ts';
import { importArticles } from '../knowledge/import-articles.ts';
import { entriesFromFile } from '../knowledge/import-files.ts';
import { articleStore, readKept, writtenToFolder } from '../store/articles.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { eachTextLine, fail } from './json-lines.ts';

const USAGE = [
  'usage: kb check FOLDER',
  'kb import FOLDER',
  'kb export FOLDER',
  'kb search --folder FOLDER [--top 10] < queries.txt',
  'kb import-files FILE... --folder FOLDER [--category other] [--owner NAME]',
].join(' | ');

function readArguments() {
  try {
    const options = {
      folder: { type: 'string' },
      top: { type: 'string', default: '10' },
      category: { type: 'string', default: 'other' },
      owner: { type: 'string' },
    } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return fail(`${(error as Error).message} (${USAGE})`);
  }
}

async function load(folder: string): Promise<Base> {
  try {
    return await loadFolder(folder);
  } catch (error) {
    return fail(
      `cannot read ${folder}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`,
    );
  }
}

/** Prints one line a fault; gives the files that have an error. */
function report({ faults }: Base, to: NodeJS.WritableStream): Set<string> {
  for (const { severity, file, line, found, expected } of faults) {
    to.write(`${file}:${line}: ${severity}: found ${found}; expected ${expected}\n`);
  }
  return new Set(faults.filter((fault) => fault.severity === 'error').map((fault) => fault.file));
}

async function check(folder: string): Promise<void> {
  const base = await load(folder);
  const bad = report(base, process.stdout);
  process.stderr.write(`${base.entries.length} entries read, ${bad.size} files with errors\n`);
  if (bad.size > 0) process.exitCode = 1;
}

async function search(folder: string, top: number): Promise<void> {
  const base = await load(folder);
  report(base, process.stderr);
  const index = createIndex(base.entries.map(({ entry }) => entry));
  await eachTextLine((query) => ({ query, ...index.search(query, { top, everyAudience: true }) }));
}

/** The embedded database knows no second process: a server that is running has to be stopped first. */
function heldFolder(dataDir: string): FolderLock {
  try {
    return lockFolder(dataDir);
  } catch (error) {
    if (error instanceof DataFolderError) return fail(error.message);
    throw error;
  }
}

async function withDatabase(work: (db: Db) => Promise<void>): Promise<void> {
  const config = loadConfig();
  if (!config.ok) return fail(config.faults.join('\n'));
  const { databaseUrl, dataDir } = config.config;
  const lock = databaseUrl ? null : heldFolder(dataDir);
  const opened = await openDatabase({ databaseUrl: databaseUrl ?? undefined, dataDir });
  try {
    await migrate(opened.db);
    await work(opened.db);
  } finally {
    await opened.close();
    lock?.release();
  }
}

/** Entries of files that have an error stay out; the others are imported. */
async function importFolder(folder: string): Promise<void> {
  const base = await load(folder);
  const bad = report(base, process.stderr);
  const good = base.entries.filter(({ file }) => !bad.has(file)).map(({ entry }) => entry);
  await withDatabase(async (db) => {
    const done = await importArticles(good, articleStore(db, Date.now, resolve(folder)));
    process.stdout.write(
      `${done.new.length} new, ${done.changed.length} changed, ${done.same.length} unchanged, ${done.conflict.length} changed on both sides and left, ${bad.size} files with errors left out\n`,
    );
  });
  if (bad.size > 0) process.exitCode = 1;
}

/** What the desk changed goes into the folder's files; a file with a change of its own is named and left. */
async function exportTo(folder: string): Promise<void> {
  await withDatabase(async (db) => {
    const done = await exportFolder(folder, await readKept(db), ({ id, hash }) =>
      writtenToFolder(db, id, hash, resolve(folder)),
    );
    for (const { id, file } of done.conflicts)
      process.stderr.write(`${file}: ${id} was changed here and in the desk; import it, then decide\n`);
    process.stdout.write(`${done.written.length} written, ${done.conflicts.length} left\n`);
    if (done.conflicts.length > 0) process.exitCode = 1;
  });
}

/** Lists of questions and answers become entries in a folder, to be looked at and imported from there. */
async function importFiles(files: readonly string[], folder: string): Promise<void> {
  const category = Category.safeParse(values.category);
  if (!category.success)
    return fail(`--category ${values.category}: expected one of ${CATEGORIES.join(', ')}`);
  const today = new Date().toISOString().slice(0, 10);
  const how = { category: category.data, today, ...(values.owner ? { owner: values.owner } : {}) };
  let unread = 0;
  for (const file of files) {
    const done = await entriesFromFile(file, await readFile(file), how).catch((error: Error) => ({
      entries: [],
      images: new Map<string, Uint8Array>(),
      unread: [{ where: 'the whole file', why: error.message.split('\n')[0] ?? 'unreadable' }],
    }));
    const place = join(folder, basename(file, extname(file)));
    await mkdir(place, { recursive: true });
    for (const entry of done.entries) await writeFile(join(place, `${entry.id}.md`), formatEntry(entry));
    for (const [name, bytes] of done.images) await writeFile(join(place, name), bytes);
    for (const { where, why } of done.unread) process.stderr.write(`${file}: ${where}: ${why}\n`);
    unread += done.unread.length;
    process.stdout.write(
      `${file}: ${done.entries.length} entries, ${done.images.size} images, ${done.unread.length} not read\n`,
    );
  }
  if (unread > 0) process.exitCode = 1;
}

const { values, positionals } = readArguments();
const [command, folder] = positionals;
const top = Number(values.top);

if (command === 'check' && folder && positionals.length === 2) await check(folder);
else if (command === 'import' && folder && positionals.length === 2) await importFolder(folder);
else if (command === 'export' && folder && positionals.length === 2) await exportTo(folder);
else if (command === 'import-files' && folder && values.folder)
  await importFiles(positionals.slice(1), values.folder);
else if (command === 'search' && values.folder && positionals.length === 1) {
  if (!Number.isInteger(top) || top < 1)
    fail(`--top ${values.top}: expected a whole number from 1 (${USAGE})`);
  await search(values.folder, top);
} else fail(USAGE);
