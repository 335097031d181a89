/** «已知悉»: whoever was told of an escalation says that they heard it, by the button or in words. */
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { lastMessage, ticketsOfMessage } from '../store/alerts.ts';
import { actOnTicket } from '../tickets/act-on-ticket.ts';
import type { EffectScope } from './effects.ts';
import { actorOf } from './group-acts.ts';

const words = TEXTS.zh.dispatch.alert;

const BUTTON = 'alert.ack';
const SAID = /^(?:已知悉|知悉了?|noted|acknowledged)[!！。.]?$/i;
/** How long what stands on the button may be typed. */
const ANSWER_WITHIN_MS = 24 * 60 * 60 * 1000;
/** So many are named; of more the number is told. */
const MOST_NAMED = 5;

/** Whether it may be the answer to an alert. */
export function concernsAlert(update: Update): boolean {
  if (update.kind === 'action') return update.action.id === BUTTON;
  return update.kind === 'utterance' && SAID.test(update.text.trim());
}

/** Null where words answer no alert. Only who was told can say that they heard it: the message went to this address. */
export async function answerAlert(scope: EffectScope): Promise<Reply[] | null> {
  const { trx, context, update } = scope;
  const { address } = update;
  const message =
    update.kind === 'action'
      ? update.action.value
      : await lastMessage(trx, address, context.now() - ANSWER_WITHIN_MS);
  const numbers = message === null ? [] : await ticketsOfMessage(trx, message, address);
  if (numbers.length === 0) return update.kind === 'action' ? [{ text: words.nothing }] : null;
  const actor = actorOf(update);
  for (const number of numbers)
    await actOnTicket(trx, context, { number, actor, byRequester: false, action: { action: 'acknowledge' } });
  const text =
    numbers.length > MOST_NAMED
      ? words.acknowledgedMany(actor, numbers.length)
      : words.acknowledged(actor, numbers.join('、'));
  return [{ text }];
}
