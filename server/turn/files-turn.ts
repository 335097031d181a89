/** A requester asks for what came with a ticket of theirs: «把 T20261118-0001 的照片发我». */
import type { Conversation } from '../../bot/dialogue/conversation.ts';
import { languageOf } from '../../bot/dialogue/language.ts';
import { type FilesCommand, readFilesCommand } from '../../bot/files-command.ts';
import { MOST_FILES, type Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { replyFileOf } from '../attachments/reply-file.ts';
import { filesOfTicket } from '../store/attachments.ts';
import { findTicket } from '../store/tickets.ts';
import { isRequestedBy } from '../tickets/act-on-ticket.ts';
import { requesterTickets } from '../tickets/requester-tickets.ts';
import type { EffectScope } from './effects.ts';

/** Looked through for one with files. */
const MOST_TICKETS = 20;

/** The command in an update of a private chat; null where it is ordinary talk. */
export function filesCommandIn(update: Update): FilesCommand | null {
  return update.kind === 'utterance' && update.address.kind === 'private' && !update.attachments?.length
    ? readFilesCommand(update.text)
    : null;
}

/** Answers what `filesCommandIn` found; the conversation goes on where it was. */
export async function filesTurn(
  scope: EffectScope,
  update: Extract<Update, { kind: 'utterance' }>,
  { command, before }: { command: FilesCommand; before: Conversation },
): Promise<{ conversation: Conversation; replies: Reply[] }> {
  const language = languageOf(update.text, before.language);
  const words = TEXTS[language].files;
  const conversation = { ...before, language };
  const candidates = command.ticket ? await ownTicket(scope, command.ticket) : await newest(scope);
  const [first] = candidates;
  if (first === undefined) {
    const text = command.ticket ? words.unknownTicket(command.ticket) : words.noTicket;
    return { conversation, replies: [{ text }] };
  }
  for (const ticket of candidates) {
    const files = (await filesOfTicket(scope.trx, ticket, MOST_FILES)).map(replyFileOf);
    if (files.length === 0) continue;
    return { conversation, replies: [{ text: words.asked(ticket, files.length), files, ticket }] };
  }
  return { conversation, replies: [{ text: words.noneOfTicket(first), ticket: first }] };
}

/** Somebody else's ticket is not there. */
async function ownTicket({ trx, mine }: EffectScope, number: string): Promise<string[]> {
  const stored = await findTicket(trx, number);
  return stored && isRequestedBy(stored.ticket, mine) ? [number] : [];
}

async function newest({ trx, context, mine }: EffectScope): Promise<string[]> {
  const tickets = await requesterTickets(trx, context, { accounts: mine, limit: MOST_TICKETS });
  return tickets.map(({ number }) => number);
}
