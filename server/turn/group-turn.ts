/** What a member of a dispatch group says to the desk, and the questions it puts to them. */

import type { Conversation } from '../../bot/dialogue/conversation.ts';
import { type DispatchCommand, readDispatchAction } from '../../bot/dispatch/command.ts';
import { ANSWER_WITHIN_MS, answerTo, isDropped } from '../../bot/dispatch/question.ts';
import { numbersIn, readCommand, withoutMention } from '../../bot/dispatch/words.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { EffectScope } from './effects.ts';
import { runCommand } from './group-command.ts';

const words = TEXTS.zh.dispatch;

/** The command in an update of a dispatch group, or null where it is ordinary talk. */
export function commandIn(update: Update): DispatchCommand | null {
  if (update.kind === 'action') return readDispatchAction(update.action);
  if (update.kind !== 'utterance') return null;
  const command = readCommand(spoken(update), ticketOfCard(update.replyTo)) ?? addressed(update);
  return command && update.attachments?.length ? withNote(command) : command;
}

/** «备注 0001» with a picture: the picture is the note. */
function withNote(command: DispatchCommand): DispatchCommand {
  if (command.kind !== 'order' || command.order.do !== 'comment' || command.order.text !== '') return command;
  return { ...command, order: { do: 'comment', text: TEXTS.zh.files.noteAlone } };
}

function spoken(update: Extract<Update, { kind: 'utterance' }>): string {
  return withoutMention(update.text, update.mentioned === true);
}

function ticketOfCard(cardKey: string | undefined): string | null {
  return /^(?:ticket|meeting):(.+)$/.exec(cardKey ?? '')?.[1] ?? null;
}

/** The bot's bare name asks what it can do; its name with a ticket's number, how that ticket stands. */
function addressed(update: Extract<Update, { kind: 'utterance' }>): DispatchCommand | null {
  if (!update.mentioned) return null;
  const said = spoken(update);
  if (said === '') return { kind: 'help' };
  const { numbers } = numbersIn(said);
  const tickets = numbers.filter((number) => number.startsWith('T'));
  return tickets.length > 0 ? { kind: 'order', numbers: tickets, order: { do: 'show' } } : null;
}

export interface Dispatched {
  conversation: Conversation;
  replies: Reply[];
}

/** Does what was ordered, or takes the words as the answer to what was asked; null where they are neither. */
export async function dispatchTurn(scope: EffectScope, before: Conversation): Promise<Dispatched | null> {
  const now = scope.context.now();
  const { dispatchQuestion, ...conversation } = before;
  const open = dispatchQuestion && now <= dispatchQuestion.until ? dispatchQuestion : null;
  const { update } = scope;
  const text = update.kind === 'utterance' ? spoken(update) : '';
  if (open && text && isDropped(text)) {
    return { conversation, replies: [{ text: [words.dropped()].flat()[0] ?? '' }] };
  }
  const answer = open && text && readsNoOrder(update) ? answerTo(open, text) : null;
  const command = answer ?? commandIn(update);
  if (!command) return null;
  const { replies, asks } = await runCommand(scope, command, open?.asked ?? 0);
  if (!asks) return { conversation, replies };
  const asked = (open?.asked ?? 0) + 1;
  return {
    conversation: { ...conversation, dispatchQuestion: { ...asks, asked, until: now + ANSWER_WITHIN_MS } },
    replies,
  };
}

/** A command of its own stands before an answer: «接单 T…» while something else was asked. */
function readsNoOrder(update: Update): boolean {
  const command = commandIn(update);
  return command === null || (command.kind === 'order' && command.numbers.length === 0);
}
