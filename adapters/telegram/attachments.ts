/** What came with a message, by Telegram's own reference. */

import { storable } from '../../bot/incoming.ts';
import { maskSecrets } from '../../bot/secrets.ts';
import type { Attachment } from '../../bot/types.ts';
import type { File, Message } from './incoming.ts';

/** Of a photo the largest size that Telegram made of it. */
export function attachmentsOf(message: Message): Attachment[] {
  const { photo, document, animation, voice, audio, video, video_note } = message;
  const largest = photo?.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  // An animation is a document too, under the same reference.
  const file = animation ? undefined : document;
  return [
    ...one('image', largest, 'photo.jpg', 'image/jpeg'),
    ...one('file', file, 'file', undefined),
    ...one('video', animation, 'animation.mp4', 'video/mp4'),
    ...one('voice', voice, 'voice.ogg', 'audio/ogg'),
    ...one('file', audio, 'audio.mp3', 'audio/mpeg'),
    ...one('video', video ?? video_note, 'video.mp4', 'video/mp4'),
  ];
}

/** A picture that was sent as a file is a picture all the same. */
function one(kind: Attachment['kind'], file: File | undefined, name: string, type?: string): Attachment[] {
  if (!file) return [];
  const media = (file.mime_type ?? type)?.slice(0, 255);
  const isImage =
    kind === 'file' && media !== undefined && /^image\/(?:png|jpe?g|gif|webp|heic)$/.test(media);
  return [
    {
      kind: isImage ? 'image' : kind,
      name: nameOf(file, name),
      ...(file.file_size === undefined ? {} : { size: Math.round(file.file_size) }),
      ...(media ? { type: media } : {}),
      ref: file.file_id,
    },
  ];
}

function sizeOf({ file_size = 0 }: File): number {
  return file_size;
}

function nameOf({ file_name }: File, otherwise: string): string {
  const name = maskSecrets(storable(file_name ?? '')).text.trim();
  return (name || otherwise).slice(-255).toWellFormed();
}
