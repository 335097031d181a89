import { useState } from 'react';
import { ApiError, newId } from '../api.ts';
import type { ShownFile } from '../shapes.ts';

/** What the desk takes at most: of one file in bytes, and in one message. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;
export const MOST_FILES = 10;

export interface Picked {
  key: string;
  name: string;
  /** Once it has arrived. */
  file?: ShownFile;
  error?: unknown;
}

export type UploadFile = (file: File) => Promise<ShownFile>;

export interface Uploads {
  picked: Picked[];
  /** Something is on its way still. */
  busy: boolean;
  add: (files: Iterable<File>) => void;
  remove: (key: string) => void;
  /** Empties the list, and gives what had arrived. */
  take: () => ShownFile[];
  /** Puts back what `take` gave: the message did not get through. */
  giveBack: (files: readonly ShownFile[]) => void;
}

/** Files that were chosen for the next message: each is uploaded at once, so that sending does not wait for it. */
export function useUploads(upload: UploadFile | undefined): Uploads {
  const [picked, setPicked] = useState<Picked[]>([]);
  const change = (key: string, to: Partial<Picked>) =>
    setPicked((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const start = async (key: string, file: File) => {
    try {
      if (!upload) return;
      if (file.size > MOST_FILE_BYTES) throw new ApiError(413, {});
      change(key, { file: await upload(file) });
    } catch (error) {
      change(key, { error });
    }
  };
  return {
    picked,
    busy: picked.some(({ file, error }) => !file && error === undefined),
    add(files) {
      const room = MOST_FILES - picked.length;
      for (const file of [...files].slice(0, Math.max(room, 0))) {
        const key = newId('f');
        setPicked((all) => [...all, { key, name: file.name }]);
        void start(key, file);
      }
    },
    remove: (key) => setPicked((all) => all.filter((one) => one.key !== key)),
    take() {
      setPicked([]);
      return picked.flatMap(({ file }) => (file ? [file] : []));
    },
    giveBack: (files) =>
      setPicked((since) => [...files.map((file) => ({ key: file.id, name: file.name, file })), ...since]),
  };
}
