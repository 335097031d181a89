/** Checks, imports and searches a base of articles: `kb check FOLDER`, `kb import FOLDER`, `kb search --folder FOLDER --top 10`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Base } from '../../knowledge/check-folder.ts';
import { createIndex } from '../../knowledge/create-index.ts';
import { loadFolder } from '../../knowledge/load-folder.ts';
import { loadConfig } from '../config.ts';
import { DataFolderError, type FolderLock, lockFolder } from '../data-folder.ts';
import { importArticles } from '../knowledge/import-articles.ts';
import { articleStore } from '../store/articles.ts';
import { openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { eachTextLine, fail } from './json-lines.ts';

const USAGE =
  'usage: kb check FOLDER | kb import FOLDER | kb search --folder FOLDER [--top 10] < queries.txt';

function readArguments() {
  try {
    const options = { folder: { type: 'string' }, top: { type: 'string', default: '10' } } as const;
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

/** Entries of files that have an error stay out; the others are imported. */
async function importFolder(folder: string): Promise<void> {
  const base = await load(folder);
  const bad = report(base, process.stderr);
  const config = loadConfig();
  if (!config.ok) return fail(config.faults.join('\n'));
  const good = base.entries.filter(({ file }) => !bad.has(file)).map(({ entry }) => entry);
  const { databaseUrl, dataDir } = config.config;
  const lock = databaseUrl ? null : heldFolder(dataDir);
  const opened = await openDatabase({ databaseUrl: databaseUrl ?? undefined, dataDir });
  try {
    await migrate(opened.db);
    const done = await importArticles(good, articleStore(opened.db, Date.now, resolve(folder)));
    process.stdout.write(
      `${done.new.length} new, ${done.changed.length} changed, ${done.same.length} unchanged, ${done.conflict.length} changed on both sides and left, ${bad.size} files with errors left out\n`,
    );
  } finally {
    await opened.close();
    lock?.release();
  }
  if (bad.size > 0) process.exitCode = 1;
}

const { values, positionals } = readArguments();
const [command, folder] = positionals;
const top = Number(values.top);

if (command === 'check' && folder && positionals.length === 2) await check(folder);
else if (command === 'import' && folder && positionals.length === 2) await importFolder(folder);
else if (command === 'search' && values.folder && positionals.length === 1) {
  if (!Number.isInteger(top) || top < 1)
    fail(`--top ${values.top}: expected a whole number from 1 (${USAGE})`);
  await search(values.folder, top);
} else fail(USAGE);
