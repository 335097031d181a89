/**
 * What a button carries. Telegram gives 64 bytes (https://core.telegram.org/bots/api#inlinekeyboardbutton): an action that
 * fits stands there whole; one that does not is named by the message that it was sent with and its place among that
 * message's buttons. The desk keeps its messages, so both hold across a restart.
 */
import type { CardAction } from '../../bot/reply.ts';
import { Action } from '../../bot/types.ts';

export const MOST_BYTES = 64;

/** A button of a message of the desk: `message` is the id it was sent under, `place` counts its buttons from 0. */
export interface SentButton {
  message: string;
  place: number;
}

export type Pressed = { kind: 'action'; action: Action } | { kind: 'sent'; button: SentButton };

const WHOLE = '=';
const SENT = '#';
const BETWEEN = '|';

export function callbackData({ id, value }: Pick<CardAction, 'id' | 'value'>, button: SentButton): string {
  const whole = `${WHOLE}${id}${BETWEEN}${value}`;
  const fits = Buffer.byteLength(whole) <= MOST_BYTES && whole.isWellFormed();
  return fits && !id.includes(BETWEEN) ? whole : `${SENT}${button.message}/${button.place}`;
}

/** Null for what no button of ours carries: a changed client may send anything. */
export function readCallbackData(data: string): Pressed | null {
  if (data.startsWith(SENT)) return sentButton(data.slice(1));
  const between = data.indexOf(BETWEEN);
  if (!data.startsWith(WHOLE) || between < 0) return null;
  const action = Action.safeParse({ id: data.slice(1, between), value: data.slice(between + 1) });
  return action.success ? { kind: 'action', action: action.data } : null;
}

function sentButton(text: string): Pressed | null {
  const found = /^(.+)\/(\d{1,3})$/s.exec(text);
  if (!found?.[1]) return null;
  return { kind: 'sent', button: { message: found[1], place: Number(found[2]) } };
}
