/** Where the bytes of attachments lie: a file each in the data folder, or in memory for a desk that keeps nothing. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Blobs {
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Null where there are none of that id. */
  get(id: string): Promise<Uint8Array | null>;
  remove(id: string): Promise<void>;
}

/** Ids are our own; anything else is no name of a file. */
function nameOf(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not the id of an attachment');
  return id;
}

export function blobsInFolder(folder: string): Blobs {
  const pathOf = (id: string) => join(folder, nameOf(id).slice(0, 2), nameOf(id));
  return {
    async put(id, bytes) {
      const path = pathOf(id);
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
      // Under another name until it is whole: a process that ends in the middle leaves no half of a file.
      await writeFile(`${path}.part`, bytes, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    async get(id) {
      return readFile(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    },
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}

export function blobsInMemory(): Blobs {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (id, bytes) => void kept.set(nameOf(id), bytes),
    get: async (id) => kept.get(nameOf(id)) ?? null,
    remove: async (id) => void kept.delete(nameOf(id)),
  };
}
