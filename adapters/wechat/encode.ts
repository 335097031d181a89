/** A reply as WeChat's messages: text alone, with numbered choices where the reply has buttons. */
import type { Outgoing } from '../../bot/channel.ts';
import { type Card, cardText, type Reply } from '../../bot/reply.ts';
import { splitText } from '../../bot/split-text.ts';

/** WeChat takes more from people; puppets differ, and this all of them take. */
export const MOST_TEXT = 2000;

/** Texts in order, none blank. */
export function encode({ reply, address, cardKey, platformMessageId }: Outgoing): string[] {
  const changed = cardKey !== undefined && platformMessageId !== undefined;
  const whole = address.kind === 'group' ? inRoom(reply) : reply.text;
  const text = (changed && leadOf(reply)) || whole;
  return splitText(text.toWellFormed(), { most: MOST_TEXT, unit: 'characters' }).filter(
    (part) => part.trim() !== '',
  );
}

/** What stands before the card; null where the text is one of its own. */
function beforeCard({ text, card }: Reply): string | null {
  const shown = card ? cardText(card) : '';
  return shown && text.endsWith(shown) ? text.slice(0, -shown.length) : null;
}

/** Nothing can be changed in place: that a card of before is another now is said in one line, not by all of it again. */
function leadOf(reply: Reply): string {
  return beforeCard(reply)?.trim() ?? '';
}

/** A number that people know something by. */
const PUBLIC_NUMBER = /^[A-Z]\d{8}-\d{4,}$/;

/**
 * In a room card stands below card, and a bare «1» would not say of which: a choice that is about something with a number
 * is said with that number.
 */
function inRoom(reply: Reply): string {
  const lead = beforeCard(reply);
  if (lead === null || !reply.card) return reply.text;
  const { card } = reply;
  return [lead + cardText({ ...card, actions: [] }), ...card.actions.map(choice)].join('\n');
}

function choice({ label, value }: Card['actions'][number], index: number): string {
  return PUBLIC_NUMBER.test(value) ? `${label} ${value}` : `${index + 1}. ${label}`;
}
