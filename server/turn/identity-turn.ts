/** What a person says of who they are on other channels: a code asked for or given, an account left, «我是谁». */

import type { Conversation } from '../../bot/dialogue/conversation.ts';
import { languageOf } from '../../bot/dialogue/language.ts';
import { type IdentityCommand, readIdentity } from '../../bot/identity.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { Directory } from '../people/directory.ts';
import { CODE_LIVES_MS, issueCodeTo, type Joining, redeemCode, type Speaker } from '../people/join.ts';
import type { Trx } from '../store/database.ts';
import { recordMessages } from '../store/outbox.ts';
import { leaveAccount } from '../store/people.ts';
import type { TurnDeps } from './take-turn.ts';

/** The command in an update of a private chat; null where it is ordinary talk. */
export function identityIn(update: Update): IdentityCommand | null {
  return update.kind === 'utterance' && update.address.kind === 'private' ? readIdentity(update.text) : null;
}

export interface Identified {
  conversation: Conversation;
  replies: Reply[];
  /** The directory is another one after the commit. */
  peopleChanged: boolean;
}

/** Answers what `identityIn` found; the conversation goes on where it was. */
export async function identityTurn(
  deps: TurnDeps,
  trx: Trx,
  update: Extract<Update, { kind: 'utterance' }>,
  { command, before }: { command: IdentityCommand; before: Conversation },
): Promise<Identified> {
  const { directory } = deps.people;
  const language = languageOf(update.text, before.language);
  const words = TEXTS[language].identity;
  const { sender, address } = update;
  const speaker: Speaker = { channel: address.channel, account: sender.id, address, name: sender.name };
  const joining: Joining = { trx, directory, now: deps.context.now() };
  const answer = (text: string, peopleChanged: boolean): Identified => ({
    conversation: { ...before, language },
    replies: [{ text }],
    peopleChanged,
  });
  switch (command.kind) {
    case 'ask_code': {
      const { code } = await issueCodeTo(joining, speaker);
      return answer(words.code(spaced(code), CODE_LIVES_MS / 60_000), true);
    }
    case 'give_code': {
      const redeemed = await redeemCode(joining, speaker, command.code);
      if (!redeemed.ok) return answer(words.refused[redeemed.reason](), false);
      await warnOthers(deps, trx, redeemed.person, speaker);
      return answer(words.joined(directory.find(redeemed.person)?.name), true);
    }
    case 'leave': {
      const left = await leaveAccount(trx, speaker);
      return answer(left ? words.left() : words.notJoined(), left);
    }
    case 'who':
      return answer(whoIs(directory, speaker, words), false);
  }
}

function whoIs(
  directory: Directory,
  { channel, account }: Speaker,
  words: (typeof TEXTS)['zh']['identity'],
): string {
  const person = directory.personOf(channel, account);
  if (!person) return words.unknownYou();
  const channels = [...new Set(directory.accountsOf(person.id).map((one) => one.channel))];
  return words.you({
    name: person.name,
    department: person.department,
    channels: channels.map((name) => words.channels[name] ?? name),
  });
}

/** Whoever did not do it themselves hears of it where they are. */
async function warnOthers(
  { people, channels, context }: TurnDeps,
  trx: Trx,
  person: string,
  joined: Speaker,
) {
  const { identity } = TEXTS.zh;
  const others = people.directory
    .accountsOf(person)
    .filter((one) => one.channel !== joined.channel || one.account !== joined.account);
  const messages = others.flatMap(({ address }) => {
    if (!address) return [];
    const delivery = channels.get(address.channel)?.capabilities.delivery ?? 'push';
    const reply = { text: identity.joinedElsewhere(identity.channels[joined.channel] ?? joined.channel) };
    return [{ address, delivery, reply }];
  });
  await recordMessages(trx, messages, context.now());
}

/** `1234 5678`: read out and typed without a slip. */
function spaced(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}
