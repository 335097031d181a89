/** A whole desk that people and a crew reach by WeChat, played by Wechaty's mock puppet; its clock is held by the test. */
import { FileBox as FileBoxes } from 'file-box';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { createWechatChannel } from '../../adapters/wechat/index.ts';
import { createPuppet } from '../../adapters/wechat/puppet.ts';
import type { Incoming, PushChannel, Taken } from '../../bot/channel.ts';
import { createOutboxWorker } from '../../server/queue/outbox-worker.ts';
import { openTestDesk, silent, type TestDesk } from './desk.ts';

type Mocker = InstanceType<typeof mock.Mocker>;
export type MockContact = ReturnType<Mocker['createContact']>;
export type MockRoom = ReturnType<Mocker['createRoom']>;

export interface PlayedWechat {
  mocker: Mocker;
  puppet: PuppetMock;
  channel: PushChannel;
  self: MockContact;
  logged: string[];
  codes: string[];
  clock: { now: number };
  /** Lets the channel's own waits pass, `ms` of the clock at once. */
  pass(ms: number): Promise<void>;
  /** What was said to a person, or in a room, by the bot. */
  heardBy(chat: MockContact | MockRoom): string[];
  /** The same, files with their bytes. */
  seenBy(chat: MockContact | MockRoom): { words: string; file?: SeenFile }[];
  /** A file, as the mock's people send it. */
  file(name: string, content: string): FileBox;
}

/** Wechaty's own form of a file; it comes with Wechaty. */
type FileBox = Extract<Parameters<MockContact['say']>[0], object>;

export interface SeenFile {
  kind: 'image' | 'file';
  name: string;
  bytes: Buffer;
}

const IMAGE = 6;

export function playWechat(): PlayedWechat {
  const mocker = new mock.Mocker();
  const puppet = new PuppetMock({ mocker });
  const self = mocker.createContact({ name: '服务台' });
  const logged: string[] = [];
  const codes: string[] = [];
  const clock = { now: Date.parse('2026-11-18T09:00:00+08:00') };
  const note = (fields: object, event: string) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  let sleepers: { until: number; wake(): void }[] = [];
  const channel = createWechatChannel({
    puppet: 'wechaty-puppet-mock',
    connect: (events) => createPuppet({ puppet, serviceToken: null, memory: null }, events),
    log: { info: note, warn: note, error: note },
    now: () => clock.now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
        if (signal.aborted || ms < 1000) setImmediate(resolve);
        else sleepers.push({ until: clock.now + ms, wake: resolve });
      }),
    showCode: (code) => codes.push(code),
  });
  const sentTo = (chat: MockContact | MockRoom) =>
    [...mocker.cacheMessagePayload.values()].filter((message) => {
      const there = 'roomId' in message && message.roomId ? message.roomId : message.listenerId;
      return message.talkerId === self.id && there === chat.id;
    });
  const fileOf = (id: string, type: number): SeenFile | null => {
    const json = mocker.cacheFileBoxPayload.get(id) as unknown as
      | { name: string; base64: string }
      | undefined;
    if (!json) return null;
    const bytes = Buffer.from(json.base64, 'base64');
    return { kind: type === IMAGE ? 'image' : 'file', name: json.name, bytes };
  };
  return {
    mocker,
    puppet,
    channel,
    self,
    logged,
    codes,
    clock,
    async pass(ms) {
      clock.now += ms;
      const due = sleepers.filter(({ until }) => until <= clock.now);
      sleepers = sleepers.filter((one) => !due.includes(one));
      for (const { wake } of due) wake();
      await new Promise((resolve) => setImmediate(resolve));
    },
    file: (name, content) => FileBoxes.fromBase64(Buffer.from(content).toString('base64'), name),
    heardBy: (chat) => sentTo(chat).map(({ text }) => text ?? ''),
    seenBy: (chat) =>
      sentTo(chat).map(({ id, text, type }) => {
        const file = fileOf(id, type);
        return { words: text ?? '', ...(file ? { file } : {}) };
      }),
  };
}

/** Takes in what comes, and keeps it. */
export function keepingIntake() {
  const taken: Incoming[] = [];
  const fails: { with: Error | null } = { with: null };
  const intake = async (incoming: Incoming): Promise<Taken> => {
    if (fails.with) throw fails.with;
    taken.push(incoming);
    return 'recorded';
  };
  return { taken, fails, intake };
}

export interface WechatDesk extends PlayedWechat {
  desk: TestDesk;
  room: MockRoom;
  crew: MockContact;
  /** What has come in is worked, and what is due is sent. */
  work(): Promise<void>;
  close(): Promise<void>;
}

export async function openWechatDesk(): Promise<WechatDesk> {
  const wechat = playWechat();
  const crew = wechat.mocker.createContact({ name: '小王' });
  const room = wechat.mocker.createRoom({ id: 'crew@chatroom', memberIdList: [wechat.self.id, crew.id] });
  const env = { WECHATY_PUPPET: 'wechaty-puppet-mock', DISPATCH_GROUPS: `wechat:${room.id}` };
  const desk = await openTestDesk({ env, channels: [wechat.channel] });
  const { turn, intake } = desk.desk;
  const outbox = createOutboxWorker({
    db: turn.db,
    channels: turn.channels,
    files: desk.desk.files,
    log: silent,
    now: () => desk.clock.now,
    jitter: () => 0,
  });
  await wechat.channel.start(intake);
  return {
    ...wechat,
    desk,
    room,
    crew,
    async work() {
      await desk.settle();
      await outbox.drain(60_000);
    },
    async close() {
      await wechat.channel.stop();
      await desk.close();
    },
  };
}
