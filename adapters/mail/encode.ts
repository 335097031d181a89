/** A reply as a letter: plain text alone, so that nothing of it is ever markup. */
import type { Outgoing } from '../../bot/channel.ts';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** The same for each attempt: a server or a reader that has it already knows it again. */
  messageId: string;
  /** All letters about one ticket stand in one thread. */
  references?: string;
  attachments: { filename: string; contentType: string; content: Buffer }[];
}

const LONGEST_SUBJECT = 120;

/** `host` stands behind the @ of the ids. */
export async function encode({ id, address, reply, files = [] }: Outgoing, host: string): Promise<Mail> {
  const subject = reply.card?.title ?? reply.text.split('\n')[0] ?? '';
  const read = await Promise.all(files.map(async (file) => ({ ...file, bytes: await file.read() })));
  const gone = read.filter(({ bytes }) => bytes === null);
  return {
    to: { name: '', address: address.chat },
    subject: [...subject.replace(/\s+/g, ' ')].slice(0, LONGEST_SUBJECT).join(''),
    text: [reply.text, ...gone.map(({ inWords }) => inWords)].join('\n'),
    attachments: read.flatMap(({ name, type, bytes }) =>
      bytes ? [{ filename: name, contentType: type, content: Buffer.from(bytes) }] : [],
    ),
    messageId: `<outbox-${id}@${host}>`,
    ...(reply.ticket ? { references: `<${reply.ticket}@${host}>` } : {}),
  };
}
