/** A whole desk on Telegram: a fault from the first word to the last, and ten minutes without Telegram in between. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ANNA, BOB, CREW, TOPIC } from '../../support/telegram-channel.ts';
import { openTelegramDesk, type TelegramDesk } from '../../support/telegram-desk.ts';
import type { ShownMessage } from '../../support/telegram-platform/platform.ts';

let open: TelegramDesk;
/** Somebody new at each test, so that one desk does for all. */
let anna = ANNA;
let cards = 0;
beforeAll(async () => {
  open = await openTelegramDesk();
});
afterAll(() => open.close());
beforeEach(() => {
  anna = { ...ANNA, id: anna.id + 10 };
  open.telegram.platform.addChat({ id: anna.id, type: 'private' });
  cards = cardsShown().length;
});

const fromBot = (chat: number) => open.telegram.platform.shown(chat).filter(({ from }) => from === 'bot');
const cardsShown = () => fromBot(CREW).filter(({ bold }) => bold.length > 0);
/** The card of this test's ticket. */
const newCard = () => cardsShown()[cards];
const labels = (message: ShownMessage | undefined) => message?.buttons.flat().map(({ text }) => text) ?? [];

async function say(text: string) {
  const said = open.telegram.platform.say(anna, anna.id, text);
  await open.telegram.platform.updates.taken();
  await open.work();
  return said;
}

async function press(who: typeof BOB, message: ShownMessage | undefined, label: string) {
  if (!message) throw new Error('there is no message');
  open.telegram.platform.press(who, message, label);
  await open.telegram.platform.updates.taken();
  await open.work();
}

/** Until a ticket is there: yes to whatever is asked. */
async function report(): Promise<void> {
  await say('三楼302的打印机冒烟了，赶紧来人，我是财务科李安娜，电话8012');
  for (let turns = 0; turns < 4 && !newCard(); turns += 1) {
    const last = fromBot(anna.id).at(-1);
    const submit = labels(last).find((label) => /提交|派人|报修/.test(label));
    if (submit) await press(anna, last, submit);
    else await say('还是不行，请派人来');
  }
}

it('takes a fault, gives the crew a card in its topic, and changes the card for everybody', async () => {
  await report();
  const card = newCard();
  expect(card).toMatchObject({ topic: TOPIC, bold: [expect.stringMatching(/^【T\d{8}-\d{4} /)] });
  await press(BOB, card, '接单');
  expect(newCard()).toMatchObject({ message_id: card?.message_id, edits: 1 });
  expect(card?.text).toContain('小王');
  expect(labels(card)).not.toContain('接单');
  expect(fromBot(anna.id).at(-1)?.text).toContain('小王');
  expect(open.telegram.platform.unanswered()).toEqual([]);
});

it('answers a message by a reply to it', async () => {
  const said = await say('你好');
  expect(fromBot(anna.id).at(-1)?.replyTo).toBe(said.message_id);
});

it('takes a crew at its word in reply to the card', async () => {
  await report();
  const card = newCard();
  const { platform } = open.telegram;
  platform.say(BOB, CREW, '接单', {
    message_thread_id: TOPIC,
    is_topic_message: true,
    reply_to_message: { message_id: card?.message_id, from: { id: 7_000_000_001 }, reply_markup: {} },
  });
  await platform.updates.taken();
  await open.work();
  expect(card?.text).toContain('小王');
});

it('asks a crew for what a button leaves out, since Telegram has no forms', async () => {
  await report();
  const card = newCard();
  await press(BOB, card, '接单');
  await press(BOB, card, '完成');
  expect(fromBot(CREW).at(-1)?.text).toMatch(/做了什么|处理结果/);
  open.telegram.platform.say(BOB, CREW, '换了定影组件', { message_thread_id: TOPIC, is_topic_message: true });
  await open.telegram.platform.updates.taken();
  await open.work();
  expect(card?.text).toContain('换了定影组件');
});

it('after ten minutes without Telegram everything arrives, once and in order', async () => {
  await report();
  const { platform } = open.telegram;
  const card = newCard();
  const number = /T\d{8}-\d{4}/.exec(card?.text ?? '')?.[0] ?? '';
  const before = fromBot(anna.id).length;
  platform.down();
  const act = async (body: object) => {
    const { http } = open.desk.desk;
    const response = await http.inject({
      method: 'POST',
      url: `/api/tickets/${number}/actions`,
      headers: { authorization: 'Bearer admin-token-for-tests' },
      payload: body,
    });
    expect(response.statusCode).toBe(200);
    await open.work();
  };
  await act({ action: 'accept', assignee: '李工' });
  await act({ action: 'comment', text: '正在路上' });
  platform.say(anna, anna.id, '我的单子怎么样了');
  await act({ action: 'hold', reason: 'parts', note: '等定影组件' });
  await open.pass(10 * 60_000, 30_000);
  expect(fromBot(anna.id)).toHaveLength(before);
  platform.up();
  await platform.updates.taken();
  await open.pass(15 * 60_000, 30_000);

  const told = fromBot(anna.id)
    .slice(before)
    .map(({ text }) => text);
  const order = ['李工', '正在路上', '配件'].map((word) => told.findIndex((text) => text.includes(word)));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(new Set(told).size).toBe(told.length);
  expect(told.some((text) => text.includes(number) && /挂起|等配件/.test(text))).toBe(true);
  expect(cardsShown()).toHaveLength(cards + 1);
  expect(card?.text).toMatch(/挂起/);
});
