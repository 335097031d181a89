/** What becomes of an entry that is kept in two places, a folder and the desk: neither's change is lost. Pure. */

/** Content stands for itself by its hash. */
export interface KeptEntry {
  hash: string;
  /** Of what the folder had when it was last read; null: the folder never had it. */
  folderHash: string | null;
}

/**
 * `same`: nothing to do. `agreed`: the folder came to what the desk has. `changed`: the folder's content is taken. `conflict`: both
 * changed it since they last agreed; the desk's content stays until somebody decides.
 */
export type Merge = 'same' | 'agreed' | 'changed' | 'conflict';

export function mergeFromFolder(kept: KeptEntry, hash: string): Merge {
  if (kept.folderHash === hash) return 'same';
  if (kept.hash === hash) return 'agreed';
  return kept.hash === kept.folderHash ? 'changed' : 'conflict';
}

/** The other way: whether the desk's content may be written over what the folder has now (null: no such file). */
export function mayWriteToFolder(kept: KeptEntry, hashInFolder: string | null): boolean {
  return hashInFolder === null || hashInFolder === kept.folderHash || hashInFolder === kept.hash;
}
