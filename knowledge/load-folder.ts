/** The one place of this folder that reads files. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Base, type BaseFile, checkFolder } from './check-folder.ts';

/** Reads a base from a folder and its subfolders; names that begin with a dot are left out. Throws where the folder cannot be read. */
export async function loadFolder(folder: string): Promise<Base> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
  const wanted = names.filter((path) => /\.(md|markdown|srt|vtt)$/i.test(path));
  const files = await Promise.all(wanted.map((path) => readText(folder, path)));
  return checkFolder(files, new Set(names));
}

async function readText(folder: string, path: string): Promise<BaseFile> {
  const bytes = await readFile(join(folder, path));
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { path, text: undefined };
  }
}
