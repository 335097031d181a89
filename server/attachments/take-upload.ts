/** What is uploaded to the desk itself (the web page): judged by its bytes at once, kept until a message brings it. */
import type { ReplyFile } from '../../bot/reply.ts';
import type { Attachment } from '../../bot/types.ts';
import { countUploads, recordUpload, type StoredAttachment, uploadsOf } from '../store/attachments.ts';
import type { Db } from '../store/database.ts';
import type { Blobs } from './blobs.ts';
import { MOST_BYTES } from './fetch-round.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { kindOf, replyFileOf } from './reply-file.ts';

export interface Upload {
  /** Who uploads it: their id on the web channel. No one else's message can bring it. */
  user: string;
  name: string;
  bytes: Uint8Array;
}

export type RefusedUpload = Extract<FileKind, { ok: false }>['reason'] | 'too_large' | 'too_many';

export type TakenUpload = { ok: true; file: ReplyFile } | { ok: false; reason: RefusedUpload };

/** Of one sender that no message has brought yet. */
const MOST_WAITING = 20;

export async function takeUpload(db: Db, blobs: Blobs, upload: Upload, now: number): Promise<TakenUpload> {
  const { user, name, bytes } = upload;
  if (bytes.length > MOST_BYTES) return { ok: false, reason: 'too_large' };
  const known = fileKind(bytes, name);
  if (!known.ok) return known;
  if ((await countUploads(db, user)) >= MOST_WAITING) return { ok: false, reason: 'too_many' };
  const { type } = known;
  const size = bytes.length;
  const kind = kindOf(type);
  const id = await recordUpload(db, { user, name, type, size, kind, now });
  await blobs.put(id, bytes);
  return { ok: true, file: { id, kind, name, type, size } };
}

/** What a message brings: uploads of its own sender, in its order. Null where one of the ids is none of theirs. */
export async function broughtUploads(
  db: Db,
  user: string,
  ids: readonly string[],
): Promise<Attachment[] | null> {
  const found = await uploadsOf(db, user, ids);
  const byId = new Map(found.map((one) => [one.id, one]));
  const brought = ids.map((id) => byId.get(id));
  return brought.every((one) => one !== undefined) ? brought.map(attachmentOf) : null;
}

function attachmentOf(stored: StoredAttachment): Attachment {
  const { id, kind, name, type, size } = replyFileOf(stored);
  return { kind, name, type, size, ref: id };
}
