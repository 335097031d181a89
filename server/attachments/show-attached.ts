/** What came with a ticket is shown to whom it concerns: a requester's photos to the crew, a crew's note to the requester. */
import type { Channel } from '../../bot/channel.ts';
import { MOST_FILES, type Reply } from '../../bot/reply.ts';
import type { Address } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { type StoredAttachment, takeUnshown } from '../store/attachments.ts';
import type { Trx } from '../store/database.ts';
import { type NewMessage, recordMessages } from '../store/outbox.ts';
import { findTicket } from '../store/tickets.ts';
import { replyFileOf } from './reply-file.ts';

const words = TEXTS.zh.files;
/** In one round; a ticket's are told together. */
const AT_ONCE = 50;

export interface ShowParts {
  /** The dispatch groups. */
  groups: readonly Address[];
  channels: ReadonlyMap<string, Channel>;
}

/** Gives how many messages were recorded; to be called again while there are some. */
export async function showAttached(trx: Trx, { groups, channels }: ShowParts, now: number): Promise<number> {
  const unshown = await takeUnshown(trx, now, AT_ONCE);
  const together = Map.groupBy(unshown, ({ ticket, for_whom }) => `${for_whom} ${ticket}`);
  const messages: NewMessage[] = [];
  for (const files of together.values()) {
    const [{ ticket, for_whom: forWhom }] = files as [StoredAttachment, ...StoredAttachment[]];
    if (ticket === null) continue;
    const requester = forWhom === 'requester' ? (await findTicket(trx, ticket))?.address : undefined;
    const to = forWhom === 'crew' ? groups : requester ? [requester] : [];
    const tell = forWhom === 'crew' ? words.ofTicket : words.forRequester;
    for (const address of to) {
      const delivery = channels.get(address.channel)?.capabilities.delivery ?? 'push';
      for (const reply of repliesWith(files, ticket, tell))
        messages.push({
          address,
          delivery,
          reply,
          ...(forWhom === 'crew' ? { answersCard: `ticket:${ticket}` } : {}),
        });
    }
  }
  await recordMessages(trx, messages, now);
  return messages.length;
}

function repliesWith(
  files: readonly StoredAttachment[],
  ticket: string,
  tell: (number: string, count: number) => string,
): Reply[] {
  const replies: Reply[] = [];
  for (let from = 0; from < files.length; from += MOST_FILES) {
    const part = files.slice(from, from + MOST_FILES).map(replyFileOf);
    replies.push({ text: tell(ticket, part.length), files: part, ticket });
  }
  return replies;
}
