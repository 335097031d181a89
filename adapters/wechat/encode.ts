/** A reply as WeChat's messages: text alone, with numbered choices where the reply has buttons. */
import type { Outgoing } from '../../bot/channel.ts';
import { cardText } from '../../bot/reply.ts';
import { splitText } from '../../bot/split-text.ts';

/** WeChat takes more from people; puppets differ, and this all of them take. */
export const MOST_TEXT = 2000;

/** Texts in order, none blank. */
export function encode({ reply, cardKey, platformMessageId }: Outgoing): string[] {
  const changed = cardKey !== undefined && platformMessageId !== undefined;
  const text = (changed && leadOf(reply)) || reply.text;
  return splitText(text.toWellFormed(), { most: MOST_TEXT, unit: 'characters' }).filter(
    (part) => part.trim() !== '',
  );
}

/** Nothing can be changed in place: that a card of before is another now is said in one line, not by all of it again. */
function leadOf({ text, card }: Outgoing['reply']): string {
  const shown = card ? cardText(card) : '';
  return shown && text.endsWith(shown) ? text.slice(0, -shown.length).trim() : '';
}
