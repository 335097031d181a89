/** A fault from its report to its end in Feishu: the requester's chat, the crew's card, and a platform that misbehaves. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { urgeUnheard } from '../../../server/dispatch/urge-unheard.ts';
import { accountByName } from '../../../server/people/account-by-name.ts';
import { putPerson } from '../../../server/store/people.ts';
import { MORNING, silent } from '../../support/desk.ts';
import { CREW, chatOf, type FeishuDesk, labelsOf, openFeishuDesk } from '../../support/feishu-desk.ts';
import { messageEvent, recalledEvent } from '../../support/feishu-platform/events.ts';
import { type PlatformMessage, wordsOf } from '../../support/feishu-platform/platform.ts';

let feishu: FeishuDesk;
let people = 0;
/** Somebody new in each test, with a chat of their own. */
let zhang = '';
beforeAll(async () => {
  feishu = await openFeishuDesk();
  feishu.platform.people.set('ou_li', { name: '李明' });
});
afterAll(() => feishu.close());
beforeEach(() => {
  people += 1;
  zhang = `zhang${people}`;
  feishu.desk.clock.now = MORNING;
  feishu.platform.mishap = null;
  feishu.platform.people.set(`ou_${zhang}`, { name: '张三', department: '财务科', mobile: '+8613800000000' });
});

async function reported(): Promise<string> {
  await feishu.says(zhang, '三楼302打印机卡纸了');
  await feishu.says(zhang, '没解决');
  await feishu.says(zhang, '8012');
  const said = await feishu.says(zhang, '提交');
  return /T\d{8}-\d{4}/.exec(said)?.[0] ?? '';
}

function cardOf(number: string): PlatformMessage {
  const found = feishu.platform.messages.find(
    (one) => one.chat === CREW && one.type === 'interactive' && wordsOf(one).includes(number),
  );
  if (!found) throw new Error(`the crew has no card of ${number}`);
  return found;
}

test('who writes is known by name, department and mobile', async () => {
  const number = await reported();
  expect((await feishu.desk.ticket(number)).requester).toMatchObject({
    id: `ou_${zhang}`,
    channel: 'feishu',
    name: '张三',
    department: '财务科',
  });
  expect(
    feishu.platform.calls.filter(({ path }) => path.includes(`/contact/v3/users/ou_${zhang}`)),
  ).toHaveLength(1);
});

test('a claimed card says by whom, and loses its button for everybody; no second card is sent', async () => {
  const number = await reported();
  const card = cardOf(number);
  expect(labelsOf(card.content)).toContain('接单');
  expect(await feishu.presses('li', card, '接单')).toMatchObject({ toast: { type: 'info' } });
  expect(await feishu.desk.ticket(number)).toMatchObject({ status: 'accepted', assignee: '李明' });
  expect(wordsOf(card)).toContain('李明');
  expect(labelsOf(card.content)).not.toContain('接单');
  const cards = feishu.platform.messages.filter((one) => one.chat === CREW && wordsOf(one).includes(number));
  expect(cards.filter(({ type }) => type === 'interactive')).toHaveLength(1);
  expect(feishu.platform.wordsIn(chatOf(zhang)).at(-1)).toContain('李明');
});

test('two people press at once: one has it, and the other is told by whom', async () => {
  const number = await reported();
  const card = structuredClone(cardOf(number));
  await feishu.presses('li', card, '接单');
  expect(await feishu.presses('wang', card, '接单')).toMatchObject({ toast: expect.anything() });
  expect(await feishu.desk.ticket(number)).toMatchObject({ assignee: '李明' });
  expect(feishu.platform.wordsIn(CREW).at(-1)).toContain('李明');
});

test('what is filled in on the card reaches the ticket', async () => {
  const number = await reported();
  const card = cardOf(number);
  await feishu.presses('li', card, '接单');
  await feishu.presses('li', card, '挂起', { reason: 'parts', note: '等硒鼓', until: '明天下午3点' });
  expect(await feishu.desk.ticket(number)).toMatchObject({
    status: 'on_hold',
    hold: { reason: 'parts', note: '等硒鼓', until: expect.stringMatching(/^2026-11-19T15:00/) },
  });
  await feishu.presses('li', card, '完成', { resolution: '换了硒鼓', cause: '硒鼓老化', parts: '硒鼓一支' });
  expect(await feishu.desk.ticket(number)).toMatchObject({
    status: 'resolved',
    resolution: { resolution: '换了硒鼓', cause: '硒鼓老化', parts: '硒鼓一支' },
  });
});

test('words do what buttons do, as a reply to the card, in the card’s own thread', async () => {
  const number = await reported();
  const card = cardOf(number);
  await feishu.says('li', '接单', { chat: CREW, group: true, parent: card.id });
  expect(await feishu.desk.ticket(number)).toMatchObject({ status: 'accepted', assignee: '李明' });
  const thread = { chat: CREW, group: true, parent: card.id, root: card.id, thread: 'omt_1' };
  await feishu.says('li', '完成 换了硒鼓', thread);
  expect(await feishu.desk.ticket(number)).toMatchObject({ status: 'resolved' });
  const last = feishu.platform.messages.findLast((one) => one.chat === CREW && one.parent);
  expect(last?.inThread).toBe(true);
});

test('in a group the bot speaks when it is spoken to, and answers that message', async () => {
  const group = { chat: 'oc_office', group: true };
  expect(await feishu.says(zhang, '打印机卡纸了', group)).toBe('');
  const mentions = [{ key: '@_user_1', id: { open_id: 'ou_bot' }, name: '服务台' }];
  const answer = await feishu.says(zhang, '@_user_1 三楼302打印机卡纸了', { ...group, mentions });
  expect(answer).toContain('打印机');
  expect(feishu.platform.messages.at(-1)?.parent).toMatch(/^om_in\.oc_office\./);
});

test('a message taken back: its words are forgotten, and what stands is told', async () => {
  const number = await reported();
  const { keys } = feishu.platform;
  const rows = await feishu.desk.desk.turn.db.selectFrom('inbox').select('body').execute();
  const mine = rows.find(({ body }) => body.kind === 'utterance' && body.address.chat === chatOf(zhang));
  const messageId = mine?.body.messageId ?? '';
  await feishu.deliver(recalledEvent(chatOf(zhang), messageId, keys, feishu.desk.clock.now));
  await feishu.settle();
  expect(feishu.platform.wordsIn(chatOf(zhang)).at(-1)).toContain(number);
});

test('an event that comes again hours later, signed anew, has one effect', async () => {
  const { keys } = feishu.platform;
  const said = {
    sender: `ou_${zhang}`,
    chat: chatOf(zhang),
    messageId: `om_in.${chatOf(zhang)}.x`,
    content: { text: '三楼302打印机卡纸了' },
    at: feishu.desk.clock.now,
  };
  const event = messageEvent(said, keys);
  for (const wait of [0, 15_000, 300_000, 3_600_000, 21_600_000]) {
    feishu.desk.clock.pass(wait);
    expect((await feishu.deliver(event)).status).toBe(200);
    await feishu.settle();
  }
  expect(feishu.platform.wordsIn(chatOf(zhang))).toHaveLength(1);
});

test('a forged event is refused before anything is done for it', async () => {
  const { keys } = feishu.platform;
  const event = messageEvent(
    { sender: `ou_${zhang}`, chat: 'oc_x', content: { text: '打印机坏了' }, at: 0 },
    { ...keys, verificationToken: 'guessed' },
  );
  expect((await feishu.deliver(event)).status).toBe(401);
  const headers = { 'content-type': 'application/json' };
  const forged = { method: 'POST', url: '/channels/feishu/events', headers } as const;
  const answer = await feishu.desk.desk.http.inject({ ...forged, payload: JSON.stringify(event) });
  expect(answer.statusCode).toBe(401);
  const rows = await feishu.desk.desk.turn.db.selectFrom('inbox').select('body').execute();
  expect(JSON.stringify(rows)).not.toContain('oc_x');
});

test('a token that ran out is fetched anew, and the message arrives', async () => {
  await feishu.says(zhang, '你好');
  feishu.platform.expireTokens();
  expect(await feishu.says(zhang, '帮助')).not.toBe('');
});

test('after ten minutes without the platform everything is delivered, once, in order', async () => {
  const { platform, desk } = feishu;
  const mishaps = [{ status: 502 }, 'cut', 'lost', { status: 429, code: 99991400 }] as const;
  const began = desk.clock.now;
  const reporters = ['a', 'b', 'c', 'd'];
  // Before the platform goes away each has begun; from then on every call fails, each time in another way.
  for (const who of reporters) await feishu.says(who, '三楼302打印机卡纸了');
  let calls = 0;
  platform.mishap = ({ path }) => {
    if (!path.startsWith('/open-apis/im/')) return null;
    calls += 1;
    return mishaps[calls % mishaps.length] ?? null;
  };
  const before = platform.messages.length;
  for (const said of ['没解决', '8012', '提交']) {
    for (const who of reporters) {
      await feishu.says(who, said);
      desk.clock.pass(50_000);
    }
  }
  while (desk.clock.now - began < 10 * 60_000) {
    desk.clock.pass(10_000);
    await feishu.settle();
  }
  platform.mishap = null;
  for (let minute = 0; minute < 30; minute += 1) {
    desk.clock.pass(60_000);
    await feishu.settle();
  }
  const rows = await desk.desk.turn.db
    .selectFrom('outbox')
    .select(['address', 'body', 'status'])
    .orderBy('id')
    .execute();
  expect(rows.filter(({ status }) => status !== 'delivered')).toEqual([]);
  expect(platform.messages.length).toBeGreaterThan(before);
  for (const who of reporters) {
    const wanted = rows.filter(({ address }) => address.chat === chatOf(who)).map(({ body }) => body.text);
    const got = platform.wordsIn(chatOf(who));
    expect(got).toHaveLength(wanted.length);
    // In the order in which they were said: the first line of each stands in the message at its place.
    for (const [index, text] of wanted.entries()) expect(got[index]).toContain(text.split('\n')[0]);
  }
});

test('somebody who does not react is called to the card', async () => {
  const card = cardOf(await reported());
  const channel = feishu.desk.desk.turn.channels.get('feishu');
  expect(await channel?.urge?.(card.id, ['ou_li'], 'app')).toEqual({ ok: true });
  expect(await channel?.urge?.(card.id, ['ou_li'], 'phone')).toEqual({ ok: true });
  expect(card.urged).toEqual(['urgent_app:ou_li', 'urgent_phone:ou_li']);
  expect(await channel?.urge?.('om_gone', ['ou_li'], 'app')).toMatchObject({ ok: false, retry: false });
});

test('an escalation that nobody heard of calls its people to the message', async () => {
  const { platform, desk } = feishu;
  const { db, people: known } = desk.desk.turn;
  // 李明 is in the directory by his mobile, which Feishu vouches for when he writes.
  const how = { source: 'import' as const, now: desk.clock.now };
  await db
    .transaction()
    .execute((trx) => putPerson(trx, 's1', { name: '李明', mobile: '+8613900000001' }, how));
  await known.directory.refresh();
  platform.people.set('ou_li2', { name: '李明', mobile: '+8613900000001' });
  await feishu.says('li2', '你好');
  const number = await reported();
  await feishu.says('wang', `转派 ${number} 李明`, { chat: CREW, group: true });
  const calls = platform.messages.filter(({ content }) =>
    JSON.stringify(content).includes('"user_id":"ou_li2"'),
  );
  expect(calls.map(({ chat, parent }) => [chat, parent])).toEqual([[CREW, cardOf(number).id]]);
  const urged = () => platform.messages.flatMap((one) => one.urged);
  for (let quarter = 0; quarter < 24 && !urged().includes('urgent_app:ou_li2'); quarter += 1) {
    desk.clock.pass(15 * 60_000);
    await desk.sweep();
    await feishu.settle();
    const { db, context, channels, people } = desk.desk.turn;
    await urgeUnheard({ db, context, channels, accountOf: accountByName(people.directory), log: silent });
  }
  expect(urged()).toContain('urgent_app:ou_li2');
});

test('pictures are fetched within their limit', async () => {
  const bytes = Buffer.from('a picture');
  feishu.platform.files.set('img_1', { bytes, type: 'image/png' });
  const channel = feishu.desk.desk.turn.channels.get('feishu');
  const ref = (key: string) => JSON.stringify({ message: 'om_1', key, type: 'image' });
  expect(await channel?.fetchAttachment?.(ref('img_1'), 100)).toEqual({ ok: true, bytes, type: 'image/png' });
  expect(await channel?.fetchAttachment?.(ref('img_1'), 3)).toMatchObject({ ok: false, retry: false });
  expect(await channel?.fetchAttachment?.(ref('img_2'), 100)).toMatchObject({ ok: false, retry: false });
  expect(await channel?.fetchAttachment?.('https://evil.example', 100)).toMatchObject({ ok: false });
});
