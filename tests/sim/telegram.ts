/** Telegram on the page: the local Bot API, by long poll; cards are messages with buttons below, as Telegram has them. */
import {
  type Call,
  type Person,
  type ShownMessage,
  startTelegramPlatform,
  TOKEN,
} from '../support/telegram-platform/platform.ts';
import type { SimButton, SimCard, SimChat, SimMessage, SimulatedChannel } from './simulated.ts';

const STAFF: Person = { id: 5_300_000_001, first_name: '张三' };
const CREW: Person[] = [
  { id: 5_300_000_002, first_name: '李明' },
  { id: 5_300_000_003, first_name: '陈静' },
];
const GROUP = -1_001_234_567_890;
const TOPIC = 42;
const PEOPLE = [STAFF, ...CREW];
const shownAs = ({ id, first_name }: Person) => ({ id: String(id), name: first_name });
const CHATS: SimChat[] = [
  { id: String(STAFF.id), title: '张三', kind: 'private', people: [shownAs(STAFF)] },
  { id: String(GROUP), title: '运维群 · 话题「派单」', kind: 'group', people: CREW.map(shownAs) },
];

export async function simulateTelegram(): Promise<SimulatedChannel> {
  const platform = await startTelegramPlatform();
  for (const { id } of PEOPLE) platform.addChat({ id, type: 'private' });
  platform.addChat({ id: GROUP, type: 'supergroup', title: '运维群', topics: new Set([TOPIC]) });
  const personOf = (who: string): Person => PEOPLE.find(({ id }) => String(id) === who) ?? STAFF;
  const inTopic = { message_thread_id: TOPIC, is_topic_message: true };
  return {
    name: 'telegram',
    title: 'Telegram',
    environment: { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: platform.apiRoot },
    dispatchGroup: `telegram:${GROUP}/${TOPIC}`,
    chats: CHATS,
    messages: () =>
      CHATS.flatMap(({ id }) => {
        const all = platform.shown(Number(id));
        return all.map((one) => messageOf(one, all, platform.calls));
      }),
    async say(chat, who, text) {
      platform.say(personOf(who), Number(chat), text, Number(chat) === GROUP ? inTopic : {});
    },
    async press(message, who, label) {
      const [chat, number] = message.split('/').map(Number);
      const found = platform.shown(chat ?? 0).find((one) => one.message_id === number);
      if (found) platform.press(personOf(who), found, String(label));
      return null;
    },
    setAway: (away) => (away ? platform.down() : platform.up()),
    close: () => platform.close(),
  };
}

function messageOf(one: ShownMessage, all: readonly ShownMessage[], calls: readonly Call[]): SimMessage {
  const answered = all.find(({ message_id }) => message_id === one.replyTo)?.text.split('\n')[0];
  const buttons = one.buttons
    .flat()
    .map(({ text }) => ({ label: text, style: 'default' as const, press: text }));
  return {
    id: `${one.chat}/${one.message_id}`,
    chat: String(one.chat),
    from: one.from === 'bot' ? null : one.from.first_name,
    ...(buttons.length > 0 ? { card: cardOf(one, buttons) } : { text: one.text }),
    ...(answered ? { answers: answered } : {}),
    changes: one.edits,
    raw: one.from === 'bot' ? wireOf(one, calls) : one,
  };
}

/** The line that has something in bold is the card's title. */
function cardOf({ text, bold }: ShownMessage, buttons: SimButton[]): SimCard {
  const lines = text.split('\n');
  const title = lines.find((line) => bold[0] !== undefined && line.includes(bold[0])) ?? '';
  const rest = lines.filter((line) => line !== title).join('\n');
  return { title, colour: 'grey', parts: [{ text: rest }], buttons };
}

/** The call that made it what it is. */
function wireOf(one: ShownMessage, calls: readonly Call[]): unknown {
  return calls.findLast(
    ({ payload }) => payload.text === one.text && String(payload.chat_id) === String(one.chat),
  );
}
