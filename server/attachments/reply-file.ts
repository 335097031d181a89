/** What a reply carries of a file that the desk keeps. */
import type { ReplyFile } from '../../bot/reply.ts';
import type { StoredAttachment } from '../store/attachments.ts';

/** What every chat and browser shows as a picture; HEIC and the like are files. */
const SHOWN = /^image\/(?:png|jpeg|gif|webp|bmp)$/;

/** `type` as the bytes say. */
export function kindOf(type: string): ReplyFile['kind'] {
  return SHOWN.test(type) ? 'image' : 'file';
}

/** Of one that is kept. */
export function replyFileOf({ id, name, type, size }: StoredAttachment): ReplyFile {
  const known = type ?? 'application/octet-stream';
  return { id, kind: kindOf(known), name, type: known, size: Number(size ?? 0) };
}
