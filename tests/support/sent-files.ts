/** Files as the outbox hands them to a channel, and the smallest of each kind. */
import type { OutgoingFile } from '../../bot/channel.ts';
import { blobsInMemory } from '../../server/attachments/blobs.ts';
import { createFileLinks } from '../../server/attachments/file-links.ts';
import { createOutgoingFiles, type OutgoingFiles } from '../../server/attachments/outgoing-files.ts';

/** A picture of one dot. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
export const PDF = Buffer.from('%PDF-1.4\n%%EOF');

export function picture(id = 'p1', bytes: Uint8Array | null = PNG): OutgoingFile {
  const name = '现场.png';
  const size = bytes?.length ?? 0;
  return {
    id,
    kind: 'image',
    name,
    type: 'image/png',
    size,
    read: async () => bytes,
    inWords: `📎 ${name}：https://desk.example/files/${id}`,
  };
}

export function document(id = 'd1', bytes: Uint8Array | null = PDF): OutgoingFile {
  const name = '签到表.pdf';
  const file = { ...picture(id, bytes), kind: 'file' as const, name, type: 'application/pdf' };
  return { ...file, inWords: `📎 ${name}：https://desk.example/files/${id}` };
}

/** Of a desk that keeps none. */
export function noFiles(): OutgoingFiles {
  return createOutgoingFiles(
    blobsInMemory(),
    createFileLinks([], null, () => 0),
  );
}
