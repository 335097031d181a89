/** The words of a message: commands in plain words, the bot's own name taken out, other people's names with @. */
import type { Mention } from '../../bot/types.ts';
import type { Entity, Message, User } from './incoming.ts';

/** A command of the bot's menu and what a person who taps it says by that. */
export interface BotCommand {
  name: string;
  says: string;
  description: string;
}

/** Who the bot is; its name is unknown until Telegram was reached. */
export interface Self {
  id: number | null;
  username: string | null;
  commands: readonly BotCommand[];
}

export interface Said {
  text: string;
  /** Its name stands in the words, or a command of its own. */
  named: boolean;
  mentions: Mention[];
}

/** Text or caption; empty where the message has neither. */
export function saidIn(message: Message, self: Self): Said {
  const text = message.text ?? message.caption ?? '';
  const entities = (message.text === undefined ? message.caption_entities : message.entities) ?? [];
  const mentions: Mention[] = [];
  let named = false;
  let words = '';
  let from = 0;
  for (const entity of [...entities].sort((a, b) => a.offset - b.offset)) {
    if (entity.offset < from) continue;
    const span = text.slice(entity.offset, entity.offset + entity.length);
    const read = readEntity(entity, span, self, entity.offset === 0);
    if (!read) continue;
    named ||= read.named;
    if (read.mention) mentions.push(read.mention);
    words += text.slice(from, entity.offset) + read.words;
    from = entity.offset + entity.length;
  }
  const all = words + text.slice(from);
  return { text: (named ? all.replace(/[^\S\n]{2,}/g, ' ') : all).trim(), named, mentions };
}

interface ReadEntity {
  words: string;
  named: boolean;
  mention?: Mention;
}

/** Null where the span stays as it was written. */
function readEntity(entity: Entity, span: string, self: Self, first: boolean): ReadEntity | null {
  switch (entity.type) {
    case 'mention':
      return isSelf(span.slice(1), self) ? { words: ' ', named: true } : null;
    case 'text_mention':
      return entity.user ? readTextMention(entity.user, span, self) : null;
    case 'bot_command':
      return first ? readCommand(span, self) : null;
    default:
      return null;
  }
}

function readTextMention(user: User, span: string, self: Self): ReadEntity {
  if (user.id === self.id) return { words: ' ', named: true };
  const name = span.replace(/^@/, '').slice(0, 200);
  return { words: `@${name}`, named: false, mention: { id: String(user.id), name } };
}

/** `/help@desk_bot`: in a group a command that names the bot is for it. What follows a known command stays beside it. */
function readCommand(span: string, self: Self): ReadEntity | null {
  const [, name = '', to = ''] = /^\/(\w+)(?:@(\w+))?$/.exec(span) ?? [];
  const named = to !== '' && isSelf(to, self);
  if (to !== '' && !named) return null;
  const known = self.commands.find((command) => command.name === name.toLowerCase());
  return { words: known?.says ?? name, named };
}

/** A bot's name ends in «bot»: as long as the own name is unknown, any such name is taken for it. */
function isSelf(username: string, self: Self): boolean {
  if (self.username === null) return /bot$/i.test(username);
  return username.toLowerCase() === self.username.toLowerCase();
}
