/** Pictures and files of messages, fetched within a limit. */
import type { FetchedAttachment } from '../../bot/channel.ts';
import type { FeishuClient, Resource } from './client.ts';
import { FileRef } from './content.ts';
import { resultOf } from './failure.ts';

/** `ref` is what `decode` wrote; nothing is read beyond `mostBytes`. */
export async function fetchFile(
  client: FeishuClient,
  ref: string,
  mostBytes: number,
): Promise<FetchedAttachment> {
  const parsed = FileRef.safeParse(jsonOf(ref));
  if (!parsed.success) return { ok: false, retry: false, error: 'no reference to a file of Feishu' };
  const { message, key, type } = parsed.data;
  try {
    return await read(await client.resource(message, key, type), mostBytes);
  } catch (error) {
    const { retry, error: reason } = resultOf(error);
    return { ok: false, retry, error: reason };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function read({ stream, headers }: Resource, mostBytes: number): Promise<FetchedAttachment> {
  const tooLarge: FetchedAttachment = { ok: false, retry: false, error: `over ${mostBytes} bytes` };
  if (Number(headers['content-length'] ?? 0) > mostBytes) {
    stream.destroy();
    return tooLarge;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > mostBytes) {
      stream.destroy();
      return tooLarge;
    }
    chunks.push(bytes);
  }
  const announced = Number(headers['content-length'] ?? size);
  if (announced !== size) return { ok: false, retry: true, error: 'cut off in the middle' };
  const type = headers['content-type'];
  return { ok: true, bytes: Buffer.concat(chunks), ...(typeof type === 'string' ? { type } : {}) };
}
