/** Pictures, voices, changed and withdrawn messages, as channels bring them: what the person is told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attachment, Update } from '../../bot/types.ts';
import { shownAt } from '../../server/store/outbox.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { type PlayedChannel, playedChannel } from '../support/push-channel.ts';

let desk: TestDesk;
let channel: PlayedChannel;
beforeAll(async () => {
  channel = playedChannel();
  desk = await openTestDesk({ channels: [channel] });
  await channel.start(desk.desk.intake);
});
afterAll(() => desk.close());

let people = 0;
const photo: Attachment = { kind: 'image', name: '照片.jpg', ref: 'img_1' };
const voice: Attachment = { kind: 'voice', name: '语音', ref: 'v_1' };

type Said = Extract<Update, { kind: 'utterance' }>;

/** Somebody in a chat of their own: says something, and hears what is answered to it. */
function somebody() {
  people += 1;
  const address = { channel: 'push', chat: `chat-${people}`, kind: 'private' } as const;
  let messages = 0;
  let seen = 0;
  const answers = async () => {
    await desk.settle();
    const shown = await shownAt(desk.desk.turn.db, address, 0, 100);
    const heard = shown.slice(seen).map(({ reply }) => reply.text);
    seen = shown.length;
    return heard.join('\n');
  };
  return {
    address,
    async says(text: string, more: Partial<Said> = {}) {
      messages += 1;
      await channel.deliver({
        kind: 'utterance',
        updateId: `${address.chat}-${messages}`,
        messageId: `${address.chat}-m${messages}`,
        at: new Date(desk.clock.now).toISOString(),
        address,
        sender: { id: address.chat, name: '张三', phone: '8012' },
        text,
        ...more,
      });
      return answers();
    },
    async takesBack(messageId: string) {
      await channel.deliver({ kind: 'recalled', channel: 'push', messageId });
      return answers();
    },
  };
}

async function reported(who: ReturnType<typeof somebody>): Promise<string> {
  await who.says('三楼302打印机卡纸了');
  await who.says('没解决');
  const opened = await who.says('提交');
  return /T\d{8}-\d{4}/.exec(opened)?.[0] ?? '';
}

test('a picture alone is kept, and what it is about is asked', async () => {
  const who = somebody();
  expect(await who.says('', { attachments: [photo] })).toMatch(/图片.*(什么设备|哪台设备)/);
  expect(await who.says('302打印机卡纸了')).toContain('打印机');
});

test('a picture while something is asked leaves the question open', async () => {
  const who = somebody();
  await who.says('三楼302打印机卡纸了');
  expect(await who.says('', { attachments: [photo] })).toMatch(/图片/);
  await who.says('没解决');
  expect(await who.says('提交')).toMatch(/T\d{8}-\d{4}/);
});

test('a picture after the ticket was opened goes to that ticket', async () => {
  const who = somebody();
  const number = await reported(who);
  expect(await who.says('', { attachments: [photo] })).toContain(number);
  const { ticket } = await desk.ticket(number).then((found) => ({ ticket: found }));
  expect(JSON.stringify(ticket.history)).toContain('[图片 照片.jpg]');
});

test('a picture the next day is not guessed to belong to it', async () => {
  const who = somebody();
  await reported(who);
  desk.clock.pass(20 * 3_600_000);
  expect(await who.says('', { attachments: [photo] })).not.toMatch(/T\d{8}/);
  desk.clock.now -= 20 * 3_600_000;
});

test('a voice message can’t be listened to: words are asked for, with a way to a person', async () => {
  const who = somebody();
  expect(await who.says('', { attachments: [voice] })).toMatch(/语音.*转人工/);
});

test('words that come with a picture are what it is about', async () => {
  const who = somebody();
  expect(await who.says('302打印机卡纸了', { attachments: [photo] })).toContain('打印机卡纸');
});

test('while a person has taken over, pictures and voices go to them', async () => {
  const who = somebody();
  const number = /T\d{8}-\d{4}/.exec(await who.says('转人工'))?.[0] ?? '';
  expect(await who.says('', { attachments: [photo, voice] })).toBe('');
  expect(JSON.stringify((await desk.ticket(number)).history)).toContain('语音');
});

test('a changed message corrects what is being talked about', async () => {
  const who = somebody();
  await who.says('三楼302打印机卡纸了');
  await who.says('没解决');
  const told = await who.says('三楼308打印机卡纸了', { edited: true, messageId: `${who.address.chat}-m1` });
  expect(told).toContain('308');
  const number = /T\d{8}-\d{4}/.exec(await who.says('提交'))?.[0] ?? '';
  expect((await desk.ticket(number)).location?.room).toBe('308');
});

test('a message changed after its ticket was opened changes the ticket', async () => {
  const who = somebody();
  const number = await reported(who);
  const told = await who.says('三楼309打印机卡纸了', { edited: true, messageId: `${who.address.chat}-m1` });
  expect(told).toContain(number);
  expect((await desk.ticket(number)).location?.room).toBe('309');
});

test('a withdrawn message undoes nothing behind anybody’s back', async () => {
  const who = somebody();
  const number = await reported(who);
  const told = await who.takesBack(`${who.address.chat}-m1`);
  expect(told).toContain(`撤销 ${number}`);
  expect((await desk.ticket(number)).status).toBe('assigned');
});

test('one that is withdrawn in the middle of a matter: what was noted stands, and how to drop it is said', async () => {
  const who = somebody();
  await who.says('三楼302打印机卡纸了');
  await who.says('没解决');
  expect(await who.takesBack(`${who.address.chat}-m2`)).toContain('算了');
});

test('nothing is said of a withdrawn greeting', async () => {
  const who = somebody();
  await who.says('你好');
  expect(await who.takesBack(`${who.address.chat}-m1`)).toBe('');
});
