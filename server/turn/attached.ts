/** What came with a message: kept for the ticket that its conversation opens or adds to, or whose card it answers. */
import type { Channel } from '../../bot/channel.ts';
import type { Update } from '../../bot/types.ts';
import { addClaimed, bringUploads, type Claims, recordAttachments } from '../store/attachments.ts';
import type { Trx } from '../store/database.ts';
import { conversationKeyOf } from '../store/keys.ts';

/** A picture sent longer ago belonged to something else. */
const CLAIMED_WITHIN_MS = 4 * 60 * 60_000;
const TICKET_CARD = 'ticket:';

/** Records them; gives what a ticket may claim, null where nobody can send files on the channel. */
export async function keepAttached(
  trx: Trx,
  update: Update,
  channel: Channel | undefined,
  now: number,
): Promise<Claims | null> {
  if (!channel?.fetchAttachment && !channel?.uploads) return null;
  const conversationKey = conversationKeyOf(update);
  const attachments = update.kind === 'utterance' ? (update.attachments ?? []) : [];
  // What a crew member sends is for whoever looks at the ticket, unless they note it for the requester.
  const forWhom = update.address.kind === 'group' ? 'nobody' : 'crew';
  const keep = channel.uploads ? bringUploads : recordAttachments;
  await keep(trx, { conversationKey, channel: channel.name, attachments, now, forWhom });
  const ofCard = update.address.kind === 'group' && update.replyTo?.startsWith(TICKET_CARD);
  if (ofCard && update.replyTo && attachments.length > 0) {
    await addClaimed(trx, { conversationKey, ticket: update.replyTo.slice(TICKET_CARD.length), since: now });
  }
  return { conversationKey, since: now - CLAIMED_WITHIN_MS };
}
