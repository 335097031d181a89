/** What a person says of the microlectures as such: «订阅微课堂», «第12课5分». */
import type { Conversation } from '../../bot/dialogue/conversation.ts';
import { languageOf } from '../../bot/dialogue/language.ts';
import { type LectureCommand, readLectureCommand } from '../../bot/lecture-command.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { conversationKeyOf } from '../store/keys.ts';
import { rateLecture, subscribe, unsubscribe } from '../store/lectures.ts';
import type { EffectScope } from './effects.ts';

/** The command in an update of a private chat; null where it is ordinary talk. */
export function lectureCommandIn(update: Update): LectureCommand | null {
  return update.kind === 'utterance' && update.address.kind === 'private'
    ? readLectureCommand(update.text)
    : null;
}

/** Answers what `lectureCommandIn` found; the conversation goes on where it was. */
export async function lectureTurn(
  { trx, context, articles }: Pick<EffectScope, 'trx' | 'context' | 'articles'>,
  update: Extract<Update, { kind: 'utterance' }>,
  { command, before }: { command: LectureCommand; before: Conversation },
): Promise<{ conversation: Conversation; replies: Reply[] }> {
  const language = languageOf(update.text, before.language);
  const words = TEXTS[language].knowledge;
  const key = conversationKeyOf(update);
  const now = context.now();
  const text = await answerTo();
  return { conversation: { ...before, language }, replies: [{ text }] };

  async function answerTo(): Promise<string> {
    switch (command.kind) {
      case 'subscribe':
        return (await subscribe(trx, key, now)) ? words.subscribed() : words.alreadySubscribed();
      case 'unsubscribe':
        return (await unsubscribe(trx, key)) ? words.unsubscribed() : words.notSubscribed();
      case 'rate': {
        const { episode, stars } = command;
        const article = articles.lecture(episode);
        if (article === undefined) return words.noSuchLecture(episode);
        await rateLecture(trx, { article, conversationKey: key, stars, now });
        return words.rated(episode, stars);
      }
    }
  }
}
