/** A reply as Feishu's messages: a card where it has one, else words; long words in parts. */
import type { Reply } from '../../bot/reply.ts';
import { splitText } from '../../bot/split-text.ts';
import type { Address, Mention } from '../../bot/types.ts';
import { encodeCard } from './card.ts';

export interface EncodedMessage {
  type: 'text' | 'post' | 'interactive' | 'image' | 'file';
  /** JSON, as the platform wants its content. */
  content: string;
}

/** Rich text may have 30 KB with its JSON around it; a line costs some 40 bytes there. */
const MOST_WORDS_BYTES = 15_000;

/** The messages that make up a reply, in order: never none. */
export function encode(reply: Reply, address: Address): EncodedMessage[] {
  if (!reply.card) return wordMessages(reply.text, reply.mentions ?? []);
  const { json, rest } = encodeCard(reply, reply.card, address);
  const card: EncodedMessage = { type: 'interactive', content: JSON.stringify(json) };
  return rest === '' ? [card] : [card, ...wordMessages(rest, [])];
}

export function wordMessages(text: string, mentions: readonly Mention[]): EncodedMessage[] {
  return splitText(text, { most: MOST_WORDS_BYTES, unit: 'bytes' }).map((part) =>
    mentions.length > 0 || MARKUP.test(part) ? richText(part, mentions) : plainText(part),
  );
}

/** What Feishu would read as markup in a text message: tags, links, emphasis. Such words go as rich text, literally. */
const MARKUP = /<|\]\(|\*\*|~~|__/;

function plainText(text: string): EncodedMessage {
  return { type: 'text', content: JSON.stringify({ text }) };
}

type Span = { tag: 'text'; text: string } | { tag: 'at'; user_id: string };

function richText(text: string, mentions: readonly Mention[]): EncodedMessage {
  const content = text.split('\n').map((line) => spansOf(line, mentions));
  return { type: 'post', content: JSON.stringify({ zh_cn: { content } }) };
}

/** «@李明» of one who is to be called becomes a mention; the longer of two names that begin alike first. */
function spansOf(line: string, mentions: readonly Mention[]): Span[] {
  const byLength = mentions.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
  const found = byLength
    .map((one) => ({ ...one, at: line.indexOf(`@${one.name}`) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  if (!found) return line === '' ? [] : [{ tag: 'text', text: line }];
  const after = line.slice(found.at + 1 + found.name.length);
  return [
    ...(found.at > 0 ? [{ tag: 'text' as const, text: line.slice(0, found.at) }] : []),
    { tag: 'at', user_id: found.id },
    ...spansOf(after, mentions),
  ];
}
