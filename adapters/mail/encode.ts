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
}

const LONGEST_SUBJECT = 120;

/** `host` stands behind the @ of the ids. */
export function encode({ id, address, reply }: Outgoing, host: string): Mail {
  const subject = reply.card?.title ?? reply.text.split('\n')[0] ?? '';
  return {
    to: { name: '', address: address.chat },
    subject: [...subject.replace(/\s+/g, ' ')].slice(0, LONGEST_SUBJECT).join(''),
    text: reply.text,
    messageId: `<outbox-${id}@${host}>`,
    ...(reply.ticket ? { references: `<${reply.ticket}@${host}>` } : {}),
  };
}
