/** A reply as the web page and other programs get it: each file of it with an address to fetch it from. */
import { z } from 'zod';
import { Reply, ReplyFile } from '../../bot/reply.ts';
import type { FileLinks } from '../attachments/file-links.ts';

export const ShownFile = ReplyFile.extend({
  /** On this server; holds for a week, without a token. */
  url: z.string(),
});
export type ShownFile = z.infer<typeof ShownFile>;

export const ShownReply = Reply.extend({ files: z.array(ShownFile).optional() });
export type ShownReply = z.infer<typeof ShownReply>;

export function shownReply({ files, ...reply }: Reply, links: Pick<FileLinks, 'pathOf'>): ShownReply {
  if (!files) return reply;
  return { ...reply, files: files.map((file) => shownFile(file, links)) };
}

export function shownFile(file: ReplyFile, links: Pick<FileLinks, 'pathOf'>): ShownFile {
  return { ...file, url: links.pathOf(file.id) };
}
