import { ANNA, CREW, openTelegram, TOPIC } from '../../support/telegram-channel.ts';
import { BOT, type Fault } from '../../support/telegram-platform/platform.ts';
import { channelSuite, type Played, type Said } from './suite.ts';

const SECRET = 'a-secret';

const FAULTS: Readonly<Record<'limit' | 'ill' | 'lose', Fault>> = {
  limit: { kind: 'error', code: 429, description: 'Too Many Requests: retry after 35', retryAfter: 35 },
  ill: { kind: 'page', code: 502 },
  lose: { kind: 'cut', taken: true },
};

async function played(): Promise<Played> {
  const { platform, channel } = await openTelegram({ mode: 'webhook', webhookSecret: SECRET }, false);
  const deliver = async (update: object): Promise<boolean> => {
    const answer = await channel.webhook?.handle({
      headers: { 'x-telegram-bot-api-secret-token': SECRET },
      body: Buffer.from(JSON.stringify(update)),
    });
    return answer?.status === 200;
  };
  const from = { id: ANNA.id, is_bot: false, first_name: '安娜' };
  const messageOf = ({ id, text, group, mentioned, thread }: Said) => {
    const name = `@${BOT.username}`;
    return {
      message_id: Number(id),
      date: 1_795_000_000,
      from,
      chat: group ? { id: CREW, type: 'supergroup' } : { id: ANNA.id, type: 'private' },
      text: mentioned ? `${name} ${text}` : text,
      ...(mentioned ? { entities: [{ type: 'mention', offset: 0, length: name.length }] } : {}),
      ...(thread ? { message_thread_id: Number(thread), is_topic_message: true } : {}),
    };
  };
  const shown = (chat: string) => platform.shown(Number(chat));
  return {
    channel,
    ids: { chat: String(ANNA.id), group: String(CREW), thread: String(TOPIC), message: String },
    says(said) {
      const message = messageOf(said);
      if (!shown(said.chat).some((one) => one.message_id === message.message_id))
        shown(said.chat).push({ ...message, chat: Number(said.chat), from, bold: [], buttons: [], edits: 0 });
      return deliver({ update_id: message.message_id, message });
    },
    presses({ chat, message, label }) {
      const found = shown(chat).find((one) => `${chat}/${one.message_id}` === message);
      const button = found?.buttons.flat().find(({ text }) => text === label);
      return deliver({
        update_id: 900,
        callback_query: {
          id: 'q',
          from,
          message: { message_id: found?.message_id, chat: { id: Number(chat), type: 'private' } },
          data: button?.callback_data,
        },
      });
    },
    async garbage() {
      for (const update of [{}, { update_id: 'x' }, { update_id: 1, message: { text: 5 } }, []])
        await deliver(update);
      await channel.webhook?.handle({ headers: {}, body: Buffer.from('\u0000') });
    },
    seen: (chat) =>
      shown(chat)
        .filter(({ from }) => from === 'bot')
        .map(({ text, buttons, replyTo, file }) => ({
          words: [text, ...buttons.flat().map((button) => button.text)].join('\n'),
          ...(file ? { file: { ...file, kind: file.kind === 'photo' ? 'image' : 'file' } } : {}),
          ...(replyTo === undefined ? {} : { answers: `${chat}/${replyTo}` }),
        })),
    misbehave(how) {
      if (how === 'well') platform.mend('sendMessage');
      else if (how === 'lose file') platform.next('sendPhoto', FAULTS.lose);
      else platform.next('sendMessage', FAULTS[how]);
    },
    recognisesRepeats: false,
    ties: true,
    namesWaits: true,
    close: () => platform.close(),
  };
}

channelSuite('Telegram, by webhook', played);
