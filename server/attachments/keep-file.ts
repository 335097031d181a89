/** Files that the desk makes itself (a sheet to sign in, name cards, a report) and says in chat. */
import type { ReplyFile } from '../../bot/reply.ts';
import { recordOwnFile } from '../store/attachments.ts';
import type { Db } from '../store/database.ts';
import type { Blobs } from './blobs.ts';
import { fileKind } from './file-kind.ts';
import { kindOf } from './reply-file.ts';

export interface MadeFile {
  /** As the person who gets it will see it, with its ending: `签到表-M20261118-0001.docx`. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Keeps a file and gives what a reply carries of it:
 *
 *     const file = await keepFile(scope.trx, scope.blobs, { name, bytes }, scope.context.now());
 *     return { text: '签到表做好了：', files: [file], meeting: number };
 *
 * The outbox sends it after the words, on every channel; where a channel has no files the words get a line with a link.
 * It is kept for 30 days. Throws where the bytes are none that the desk keeps (file-kind.ts).
 */
export async function keepFile(
  db: Db,
  blobs: Blobs,
  { name, bytes }: MadeFile,
  now: number,
): Promise<ReplyFile> {
  const known = fileKind(bytes, name);
  if (!known.ok) throw new Error(`a file that is not kept: ${known.reason}`);
  const { type } = known;
  const kind = kindOf(type);
  const size = bytes.length;
  const id = await recordOwnFile(db, { name, type, size, kind, now });
  // Before the commit: whoever sends it must find it. Of a turn that fails afterwards only the bytes remain.
  await blobs.put(id, bytes);
  return { id, kind, name, type, size };
}
