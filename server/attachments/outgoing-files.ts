/** The files of a reply on their way out: their bytes where the channel carries them, else a line for each in the words. */
import type { Capabilities, OutgoingFile } from '../../bot/channel.ts';
import type { Reply, ReplyFile } from '../../bot/reply.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { Blobs } from './blobs.ts';
import type { FileLinks } from './file-links.ts';

const words = TEXTS.zh.files;

export interface OutgoingFiles {
  /** What the channel gets: a reply that it can say, and the files that it can carry. */
  prepare(reply: Reply, capabilities: Capabilities): { reply: Reply; files: OutgoingFile[] };
}

export function createOutgoingFiles(blobs: Blobs, links: FileLinks): OutgoingFiles {
  const inWords = ({ id, name, size }: ReplyFile) => words.inWords(name, sizeInWords(size), links.urlOf(id));
  return {
    prepare(reply, { files: carries, limits }) {
      const all = reply.files ?? [];
      const carried = all.filter(({ size }) => carries && size <= limits.fileBytes);
      const said = all.filter((file) => !carried.includes(file)).map(inWords);
      return {
        reply: said.length > 0 ? { ...reply, text: [reply.text, ...said].join('\n') } : reply,
        files: carried.map((file) => ({ ...file, inWords: inWords(file), read: () => blobs.get(file.id) })),
      };
    },
  };
}

/** «12 KB», «3.4 MB» */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.round(kilobytes)} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}
