/** The data folder: one process at a time (PGlite knows no second), the admin token, daily backups. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export class DataFolderError extends Error {
  readonly code = 'data_folder';
}

export interface FolderLock {
  /** Tells others where the server that holds the folder listens. */
  publish(url: string): void;
  release(): void;
}

interface Holder {
  pid: number;
  url: string | null;
}

/** When a process began, in the kernel's ticks: a number given again to another process is not taken for the holder. */
function beginningOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    // Not Linux, or the process is gone: the number alone has to do.
    return '';
  }
}

const lockFile = (dataDir: string) => join(dataDir, 'server.lock');

/** Who holds the folder now; null where nobody does, or where that process is gone. */
export function holderOf(dataDir: string): Holder | null {
  const path = lockFile(dataDir);
  if (!existsSync(path)) return null;
  const [pid = '', began = '', url = ''] = readFileSync(path, 'utf8').split('\n');
  const holder = { pid: Number(pid), url: url || null };
  return isAlive(holder.pid) && beginningOf(holder.pid) === began ? holder : null;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Throws DataFolderError where another process has it. */
export function lockFolder(dataDir: string): FolderLock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const holder = holderOf(dataDir);
  if (holder) {
    const at = holder.url ? `, at ${holder.url}` : '';
    throw new DataFolderError(
      `DATA_DIR ${dataDir} is in use by process ${holder.pid}${at}; stop it, or set another DATA_DIR`,
    );
  }
  const path = lockFile(dataDir);
  rmSync(path, { force: true });
  const file = openLock(path, dataDir);
  const mine = `${process.pid}\n${beginningOf(process.pid)}\n`;
  writeSync(file, mine);
  closeSync(file);
  return {
    publish: (url) => {
      const next = `${path}.new`;
      writeFileSync(next, `${mine}${url}\n`);
      renameSync(next, path);
    },
    release: () => rmSync(path, { force: true }),
  };
}

/** Two that start in the same instant: one creates the file, the other is told. */
function openLock(path: string, dataDir: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new DataFolderError(`DATA_DIR ${dataDir} was just taken by another process; set another DATA_DIR`);
  }
}

/** The admin token of a desk without configured ones: made once, readable by its owner alone. */
export function adminToken(dataDir: string): { token: string; path: string } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'admin-token');
  if (!existsSync(path))
    writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return { token: readFileSync(path, 'utf8').trim(), path };
}

const BACKUPS_KEPT = 7;

/** Writes today's backup where there is none yet; keeps a week of them. `day` is `YYYYMMDD`. Gives its path, or null. */
export async function writeBackup(
  dataDir: string,
  day: string,
  dump: () => Promise<Buffer>,
): Promise<string | null> {
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${day}.tar.gz`);
  if (existsSync(path)) return null;
  const partial = `${path}.part`;
  writeFileSync(partial, await dump(), { mode: 0o600 });
  renameSync(partial, path);
  const old = readdirSync(folder)
    .filter((name) => name.endsWith('.tar.gz'))
    .sort()
    .slice(0, -BACKUPS_KEPT);
  for (const name of old) rmSync(join(folder, name));
  return path;
}
