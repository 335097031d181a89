/**
 * A reply as Telegram's messages. What stands out is marked by entities, which lie beside the text: no character of it is
 * markup, so no text, whoever wrote it, needs escaping or can break a message. (MarkdownV2 shows the same.)
 */
import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import { type Card, type CardAction, type CardLink, cardText, type Reply } from '../../bot/reply.ts';
import { splitText } from '../../bot/split-text.ts';
import type { Mention } from '../../bot/types.ts';
import { callbackData } from './callback-data.ts';

/** https://core.telegram.org/bots/api#sendmessage: characters of a text; #sendphoto: of a caption. */
export const MOST_TEXT = 4096;
export const MOST_CAPTION = 1024;

export interface TelegramMessage {
  text: string;
  entities: MessageEntity[];
  keyboard: InlineKeyboardButton[][];
}

/** What is told to mark a card's urgency at a glance; Telegram's cards have no colour. */
const SIGNS: Readonly<Record<NonNullable<Card['tone']>, string>> = {
  danger: '🔴',
  warning: '🟠',
  info: '🔵',
  success: '🟢',
  muted: '⚪️',
};

/** Messages in order; only the last has the buttons. `id` is the one the reply is sent under. */
export function encode(reply: Reply, id: string): TelegramMessage[] {
  const { text, bold } = written(reply);
  const parts = partsOf(text.toWellFormed());
  return parts.map((part, index) => ({
    text: part.text,
    entities: [
      ...(bold ? within(bold, part.start, part.text.length) : []),
      ...mentionsIn(part.text, reply.mentions ?? []),
    ],
    keyboard: index === parts.length - 1 ? keyboardOf(reply.card, id) : [],
  }));
}

/**
 * A card that is one message whatever its length, because it will be changed in place: its longest values are shortened.
 * Where that took something away, `whole` is what it says in full, to be sent before it.
 */
export function encodeCard(reply: Reply, id: string): { card: TelegramMessage; whole: TelegramMessage[] } {
  const messages = encode(reply, id);
  const [only] = messages;
  if (only && messages.length === 1) return { card: only, whole: [] };
  const short = encode(shortened(reply), id);
  const card = short.at(-1) ?? { text: '…', entities: [], keyboard: keyboardOf(reply.card, id) };
  return { card, whole: messages.map((message) => ({ ...message, keyboard: [] })) };
}

/** Parts that Telegram takes, none blank, with the place where each begins in the whole. */
function partsOf(text: string): { text: string; start: number }[] {
  let from = 0;
  return splitText(text, { most: MOST_TEXT, unit: 'characters' }).flatMap((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    const blanks = part.length - part.trimStart().length;
    const shown = part.trim();
    return shown === '' ? [] : [{ text: shown, start: at + blanks }];
  });
}

/** «@李明» calls whoever is meant, by their number: https://core.telegram.org/bots/api#messageentity (text_mention). */
function mentionsIn(text: string, mentions: readonly Mention[]): MessageEntity[] {
  return mentions.flatMap(({ id, name }) => {
    const said = `@${name}`;
    const offset = text.indexOf(said);
    if (name === '' || offset < 0 || !/^\d{1,15}$/.test(id)) return [];
    const user = { id: Number(id), is_bot: false, first_name: name };
    return [{ type: 'text_mention' as const, offset, length: said.length, user }];
  });
}

interface Span {
  start: number;
  end: number;
}

/** The lead and the card, without the numbered choices that its buttons are. */
function written(reply: Reply): { text: string; bold: Span | null } {
  const { card, text } = reply;
  if (!card) return { text, bold: null };
  const shown = cardText(card);
  // A text of its own says all that the card says.
  if (!text.endsWith(shown)) return { text, bold: null };
  const lead = text.slice(0, -shown.length);
  const sign = card.tone ? `${SIGNS[card.tone]} ` : '';
  const head = `${lead}${sign}`;
  const heading = `【${card.title}】`;
  return {
    text:
      head + cardText({ ...card, actions: [], links: (card.links ?? []).filter((link) => !hasButton(link)) }),
    bold: { start: head.length, end: head.length + heading.length },
  };
}

function within({ start, end }: Span, from: number, length: number): MessageEntity[] {
  const offset = Math.max(start - from, 0);
  const until = Math.min(end - from, length);
  return until > offset ? [{ type: 'bold', offset, length: until - offset }] : [];
}

function shortened(reply: Reply): Reply {
  const { card } = reply;
  if (!card) return { ...reply, text: `${clipped(reply.text, MOST_TEXT - 1)}` };
  const room = MOST_TEXT - RESERVED;
  const most = Math.floor(room / (card.fields.length + 2));
  const short: Card = {
    ...card,
    title: clipped(card.title, most),
    ...(card.body ? { body: clipped(card.body, most) } : {}),
    fields: card.fields.map(({ label, value }) => ({ label, value: clipped(value, most) })),
  };
  return { ...reply, card: short, text: cardText(short) };
}

/** Labels, line ends and the sign. */
const RESERVED = 596;

function clipped(text: string, most: number): string {
  const [first = '', ...rest] = splitText(text, { most: most - 1, unit: 'characters' });
  return rest.length > 0 ? `${first.trimEnd()}…` : text;
}

/** Telegram wants a dot in the host of a button's address; any other stays in the words. */
function hasButton({ url }: CardLink): boolean {
  return new URL(url).hostname.includes('.');
}

/** Telegram draws a button's label on one line of a phone. */
const ROW_WIDTH = 26;
const MOST_IN_ROW = 3;

function keyboardOf(card: Card | undefined, id: string): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  let width = 0;
  const links = (card?.links ?? []).filter(hasButton);
  const buttons = [
    ...(card?.actions ?? []).map((action, place) => buttonOf(action, id, place)),
    ...links.map(({ label, url }): InlineKeyboardButton => ({ text: label, url })),
  ];
  for (const button of buttons) {
    const own = widthOf(button.text) + 4;
    const row = rows.at(-1);
    if (row && row.length < MOST_IN_ROW && width + own <= ROW_WIDTH) {
      row.push(button);
      width += own;
    } else {
      rows.push([button]);
      width = own;
    }
  }
  return rows;
}

function buttonOf(action: CardAction, id: string, place: number): InlineKeyboardButton {
  const text = action.label.toWellFormed().trim() || String(place + 1);
  const callback_data = callbackData(action, { message: id, place });
  return { text, callback_data, ...(action.style ? { style: action.style } : {}) };
}

/** Chinese characters take two columns. */
function widthOf(label: string): number {
  return [...label].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}
