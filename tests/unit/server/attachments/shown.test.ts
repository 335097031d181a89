/** What came with a ticket reaches whom it concerns: the crew, the requester, or whoever asks for it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Address, Attachment } from '../../../../bot/types.ts';
import { fetchRound } from '../../../../server/attachments/fetch-round.ts';
import { createFileLinks } from '../../../../server/attachments/file-links.ts';
import { keepFile } from '../../../../server/attachments/keep-file.ts';
import { createOutgoingFiles } from '../../../../server/attachments/outgoing-files.ts';
import { showAttached } from '../../../../server/attachments/show-attached.ts';
import { receive } from '../../../../server/chat/receive.ts';
import { createOutboxWorker } from '../../../../server/queue/outbox-worker.ts';
import { openTestDesk, silent, type TestDesk } from '../../../support/desk.ts';
import { type PlayedChannel, playedChannel } from '../../../support/push-channel.ts';
import { PDF, PNG } from '../../../support/sent-files.ts';

const CREW: Address = { channel: 'feishu', chat: 'oc_crew', kind: 'group' };
const photo: Attachment = { kind: 'image', name: '现场.png', ref: 'img_1' };

let desk: TestDesk;
let channel: PlayedChannel;
let count = 0;

/** Somebody new in each test, with a chat of their own. */
let ANNA: Address = { channel: 'feishu', chat: 'oc_anna', kind: 'private' };

beforeAll(async () => {
  channel = playedChannel('feishu');
  const fetching = { ...channel, fetchAttachment: async () => ({ ok: true as const, bytes: PNG }) };
  const feishu = { FEISHU_APP_ID: 'cli_0000000000000000', FEISHU_APP_SECRET: 'secret-for-tests' };
  desk = await openTestDesk({ channels: [fetching], env: { ...feishu, DISPATCH_GROUPS: 'feishu:oc_crew' } });
});
afterAll(() => desk.close());
beforeEach(() => {
  count += 1;
  ANNA = { ...ANNA, chat: `oc_anna${count}` };
  channel.sent.length = 0;
});

async function says(
  address: Address,
  text: string,
  more: { attachments?: Attachment[]; replyTo?: string } = {},
) {
  count += 1;
  const replies = await receive(desk.desk.receiving, {
    kind: 'utterance',
    updateId: `s${count}`,
    at: new Date(desk.clock.now).toISOString(),
    address,
    sender:
      address === CREW
        ? { id: 'ou_li', name: '李明' }
        : { id: `ou_${ANNA.chat}`, name: '安娜', phone: '8012' },
    text,
    ...more,
  });
  await desk.settle();
  return replies;
}

async function reported(attachments: Attachment[] = []): Promise<string> {
  await says(ANNA, '三楼302打印机卡纸了', { attachments });
  await says(ANNA, '没解决');
  const said = await says(ANNA, '提交');
  return /T\d{8}-\d{4}/.exec(said.map(({ text }) => text).join())?.[0] ?? '';
}

/** Everything is fetched, shown and sent. Gives what was sent with files. */
async function sentFiles() {
  const { db, channels, blobs } = desk.desk.turn;
  const now = () => desk.clock.now;
  while (await fetchRound({ db, channels, blobs, log: silent, now }));
  await db.transaction().execute((trx) => showAttached(trx, { groups: [CREW], channels }, now()));
  const work = { db, channels, files: desk.desk.files, log: silent, now, jitter: () => 0 };
  await createOutboxWorker(work).drain(60_000);
  return channel.sent.filter(({ files }) => files !== undefined);
}

test('a requester’s photo goes to the crew once it is fetched, as an answer to the ticket’s card', async () => {
  const number = await reported([photo]);
  const sent = await sentFiles();
  const card = channel.sent.find(({ cardKey }) => cardKey === `ticket:${number}`);
  expect(sent).toMatchObject([
    { address: CREW, inReplyTo: `feishu-${card?.id}`, reply: { ticket: number }, files: [{ kind: 'image' }] },
  ]);
  expect(await sent[0]?.files?.[0]?.read()).toEqual(PNG);
  expect(await sentFiles()).toHaveLength(1);
});

test('what the crew notes with a picture reaches the requester, words and picture', async () => {
  const number = await reported();
  await says(CREW, `备注 ${number}`, { attachments: [photo] });
  const sent = await sentFiles();
  expect(sent).toMatchObject([{ address: ANNA, reply: { text: expect.stringContaining(number) } }]);
  expect(
    channel.sent.some(({ address, reply }) => address.chat === ANNA.chat && reply.text.includes('见附件')),
  ).toBe(true);
});

test('a picture that comes just before the note goes with it', async () => {
  const number = await reported();
  await says(CREW, '', { attachments: [photo] });
  await says(CREW, `备注 ${number} 换成这一种了`);
  expect(await sentFiles()).toMatchObject([{ address: ANNA }]);
});

test('a picture of the crew without a note stays with the ticket', async () => {
  const number = await reported();
  await says(CREW, '', { attachments: [photo], replyTo: `ticket:${number}` });
  expect(await sentFiles()).toEqual([]);
  expect((await desk.ticket(number)).attachments).toHaveLength(1);
});

test('a requester gets what came with a ticket of theirs by asking, and nothing of another’s', async () => {
  const number = await reported([photo]);
  await sentFiles();
  expect(await says(ANNA, `把 ${number} 的照片发我`)).toMatchObject([
    { ticket: number, files: [{ name: '现场.png', type: 'image/png' }] },
  ]);
  const stranger: Address = { ...ANNA, chat: 'oc_else' };
  const { receiving } = desk.desk;
  const asked = {
    kind: 'utterance' as const,
    updateId: 'x1',
    at: new Date(desk.clock.now).toISOString(),
    address: stranger,
    sender: { id: 'ou_else' },
    text: `把 ${number} 的照片发我`,
  };
  const [reply] = await receive(receiving, asked);
  expect(reply?.files).toBeUndefined();
  expect(reply?.text).toContain('没有');
});

test('a file that the desk made goes out with a reply; a channel without files says it with a link', async () => {
  const { db, blobs } = desk.desk.turn;
  const now = () => desk.clock.now;
  const file = await keepFile(db, blobs, { name: '签到表.pdf', bytes: PDF }, now());
  expect(file).toMatchObject({ kind: 'file', type: 'application/pdf', size: PDF.length });
  const links = createFileLinks([{ role: 'admin', token: 'x'.repeat(16) }], 'https://desk.example', now);
  const outgoing = createOutgoingFiles(blobs, links);
  const without = { ...channel.capabilities, files: false };
  const reply = { text: '签到表做好了：', files: [file] };
  expect(outgoing.prepare(reply, without)).toMatchObject({
    reply: {
      text: expect.stringMatching(/^签到表做好了：\n📎 签到表\.pdf（.*）：https:\/\/desk\.example\/files\//),
    },
    files: [],
  });
  expect(outgoing.prepare(reply, channel.capabilities).files).toHaveLength(1);
  await expect(keepFile(db, blobs, { name: 'x.exe', bytes: PDF }, now())).rejects.toThrow('runnable');
});

test('a link opens its file for a week, and no other', async () => {
  await reported([photo]);
  await sentFiles();
  const [reply] = await says(ANNA, '我那张单子的附件给我看一下');
  const id = reply?.files?.[0]?.id ?? '';
  const { http } = desk.desk;
  const token = { authorization: 'Bearer admin-token-for-tests' };
  const tokens = [{ role: 'admin' as const, token: 'admin-token-for-tests' }];
  const links = createFileLinks(tokens, null, () => desk.clock.now);
  const path = links.pathOf(id);
  const answer = await http.inject({ url: path });
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.equals(PNG)).toBe(true);
  expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
  expect((await http.inject({ url: `${path}x` })).statusCode).toBe(404);
  expect(
    (
      await http.inject({
        url: path.replace(
          id,
          id.replace(/^./, (first) => (first === '0' ? '1' : '0')),
        ),
        headers: token,
      })
    ).statusCode,
  ).toBe(404);
  desk.clock.pass(9 * 24 * 60 * 60_000);
  expect((await http.inject({ url: path })).statusCode).toBe(404);
});
