/** Pictures and files that people send are kept with the ticket that they are about. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FetchedAttachment } from '../../../../bot/channel.ts';
import type { Attachment } from '../../../../bot/types.ts';
import { blobsInMemory } from '../../../../server/attachments/blobs.ts';
import { fetchRound } from '../../../../server/attachments/fetch-round.ts';
import { receive } from '../../../../server/chat/receive.ts';
import { findAttachment } from '../../../../server/store/attachments.ts';
import { openTestDesk, silent, type TestDesk } from '../../../support/desk.ts';
import { playedChannel } from '../../../support/push-channel.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
const picture: Attachment = { kind: 'image', name: '屏幕.png', ref: 'img_1' };

let desk: TestDesk;
let files: Record<string, FetchedAttachment>;
let asked: string[];
const blobs = blobsInMemory();

beforeEach(async () => {
  files = { img_1: { ok: true, bytes: PNG } };
  asked = [];
  const channel = {
    ...playedChannel('feishu'),
    fetchAttachment: async (ref: string) => {
      asked.push(ref);
      return files[ref] ?? { ok: false as const, retry: false, error: 'gone' };
    },
  };
  desk = await openTestDesk({ channels: [channel] });
});
afterEach(() => desk.close());

let count = 0;
async function send(text: string, attachments: Attachment[] = []) {
  count += 1;
  const replies = await receive(desk.desk.receiving, {
    kind: 'utterance',
    updateId: `f${count}`,
    at: new Date(desk.clock.now).toISOString(),
    address: { channel: 'feishu', chat: 'oc_1', kind: 'private' },
    sender: { id: 'ou_1', phone: '8012' },
    text,
    ...(attachments.length > 0 ? { attachments } : {}),
  });
  await desk.settle();
  return replies.map((reply) => reply.text).join('\n');
}

/** Until nothing is due. */
async function fetchAll() {
  const { db, channels } = desk.desk.turn;
  while (await fetchRound({ db, channels, blobs, log: silent, now: () => desk.clock.now }));
}

async function opened(): Promise<string> {
  await send('没解决');
  return /T\d{8}-\d{4}/.exec(await send('提交'))?.[0] ?? '';
}

test('a picture that comes with the fault, or before it, goes with its ticket and onto its card', async () => {
  await send('', [picture]);
  await send('三楼302打印机卡纸了', [{ kind: 'file', name: '日志.txt', ref: 'file_1' }]);
  files.file_1 = { ok: true, bytes: new TextEncoder().encode('jam') };
  const number = await opened();
  expect((await desk.ticket(number)).attachments.map(({ name }) => name)).toEqual(['屏幕.png', '日志.txt']);
  expect((await desk.shownInGroup()).at(-1)?.text).toContain('屏幕.png');
  const before = (await desk.ticket(number)).version;
  await fetchAll();
  const { attachments, version } = await desk.ticket(number);
  expect(attachments.map(({ type, size }) => [type, size])).toEqual([
    ['image/png', PNG.length],
    ['text/plain', 3],
  ]);
  expect(version).toBe(before);
  expect(await blobs.get(attachments[0]?.id ?? '')).toEqual(PNG);
});

test('a picture sent afterwards is added to the ticket that was spoken of', async () => {
  await send('三楼302打印机卡纸了');
  const number = await opened();
  await send('', [picture]);
  await fetchAll();
  expect((await desk.ticket(number)).attachments).toMatchObject([{ name: '屏幕.png', type: 'image/png' }]);
});

test('what a machine could run is not kept, and the ticket no longer shows it', async () => {
  files.img_1 = { ok: true, bytes: new TextEncoder().encode('MZ') };
  await send('三楼302打印机卡纸了', [picture]);
  const number = await opened();
  const [id] = (await desk.ticket(number)).attachments.map((one) => one.id);
  await fetchAll();
  expect((await desk.ticket(number)).attachments).toEqual([]);
  expect(await findAttachment(desk.desk.turn.db, id ?? '')).toMatchObject({ status: 'refused' });
  expect(await blobs.get(id ?? '')).toBeNull();
});

test('a platform that is away is asked again later, not at once', async () => {
  files.img_1 = { ok: false, retry: true, error: '503' };
  await send('三楼302打印机卡纸了', [picture]);
  const number = await opened();
  await fetchAll();
  expect(asked).toEqual(['img_1']);
  files.img_1 = { ok: true, bytes: PNG };
  desk.clock.pass(60_000);
  await fetchAll();
  expect((await desk.ticket(number)).attachments[0]?.size).toBe(PNG.length);
});

test('a file larger than what is kept is not even asked for', async () => {
  await send('三楼302打印机卡纸了', [{ ...picture, size: 100_000_000 }]);
  await fetchAll();
  expect(asked).toEqual([]);
});

test('what was sent long before, or became no ticket’s, is nobody else’s', async () => {
  await send('', [picture]);
  desk.clock.pass(5 * 60 * 60_000);
  await send('三楼302打印机卡纸了');
  expect((await desk.ticket(await opened())).attachments).toEqual([]);
});
