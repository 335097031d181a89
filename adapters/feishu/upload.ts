/** A picture or file of a reply as a message: uploaded first, then shown by its key. */
import type { OutgoingFile } from '../../bot/channel.ts';
import type { FeishuClient, UploadKind } from './client.ts';
import type { EncodedMessage } from './encode.ts';
import { resultOf } from './failure.ts';
import { FeishuError } from './http.ts';

/** https://open.feishu.cn/document/server-docs/im-v1/image/create: a larger picture goes as a file. */
const MOST_IMAGE_BYTES = 10_000_000;

/** In words, with its link, where the file is gone or Feishu never will take it. Throws where a later try may do. */
export async function uploaded(client: FeishuClient, file: OutgoingFile): Promise<EncodedMessage> {
  const bytes = await file.read();
  if (!bytes) return inWords(file);
  try {
    if (file.kind === 'image' && bytes.length <= MOST_IMAGE_BYTES) return await image(client, bytes);
    return await asFile(client, file, bytes);
  } catch (error) {
    const fails = error instanceof FeishuError && !resultOf(error).retry;
    if (!fails) throw error;
    return inWords(file);
  }
}

async function image(client: FeishuClient, bytes: Uint8Array): Promise<EncodedMessage> {
  return { type: 'image', content: JSON.stringify({ image_key: await client.uploadImage(bytes) }) };
}

async function asFile(
  client: FeishuClient,
  { name, type }: OutgoingFile,
  bytes: Uint8Array,
): Promise<EncodedMessage> {
  const key = await client.uploadFile(name, uploadKind(type), bytes);
  return { type: 'file', content: JSON.stringify({ file_key: key }) };
}

function inWords(file: OutgoingFile): EncodedMessage {
  return { type: 'text', content: JSON.stringify({ text: file.inWords }) };
}

const KINDS: readonly [RegExp, UploadKind][] = [
  [/^application\/pdf$/, 'pdf'],
  [/wordprocessingml/, 'doc'],
  [/spreadsheetml/, 'xls'],
  [/presentationml/, 'ppt'],
  [/^video\/mp4$/, 'mp4'],
];

function uploadKind(type: string): UploadKind {
  return KINDS.find(([known]) => known.test(type))?.[1] ?? 'stream';
}
