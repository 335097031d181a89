import { expect } from 'vitest';
import { playWechat } from '../../support/wechat-desk.ts';
import { channelSuite, type Played } from './suite.ts';

async function played(): Promise<Played> {
  const wechat = playWechat();
  const { mocker, puppet, self, channel } = wechat;
  const person = mocker.createContact({ id: 'person-1', name: '李安娜' });
  const room = mocker.createRoom({ id: 'r@chatroom', memberIdList: [person.id, self.id] });
  const send = puppet.messageSendText.bind(puppet);
  const sendFile = puppet.messageSendFile.bind(puppet);
  const recorded: boolean[] = [];
  return {
    channel: {
      ...channel,
      async start(intake) {
        await channel.start(async (incoming) => {
          try {
            const taken = await intake(incoming);
            recorded.push(true);
            return taken;
          } catch (error) {
            recorded.push(false);
            throw error;
          }
        });
        await expect.poll(() => puppet.state.active()).toBe(true);
        mocker.login(self);
      },
    },
    ids: { chat: person.id, group: room.id, thread: null, message: (n) => `message-${n}` },
    async says({ id, text, group, mentioned }) {
      const count = recorded.length;
      if (!mocker.cacheMessagePayload.has(id)) {
        mocker.MessageMock.create({
          id,
          talkerId: person.id,
          timestamp: 1_795_000_000_000,
          type: 7,
          text: mentioned ? `@服务台\u2005${text}` : text,
          ...(group
            ? { roomId: room.id, mentionIdList: mentioned ? [self.id] : [] }
            : { listenerId: self.id }),
        });
      }
      puppet.emit('message', { messageId: id });
      // What could not be recorded before is tried again beside it.
      await wechat.pass(60_000);
      if (channel.status().state === 'stopped') return false;
      await expect.poll(() => recorded.length).toBeGreaterThan(count);
      return recorded.at(-1) === true;
    },
    async garbage() {
      puppet.emit('message', { messageId: 'nobody-knows-it' });
      mocker.MessageMock.create({
        id: 'empty',
        talkerId: person.id,
        listenerId: self.id,
        timestamp: 1,
        type: 9,
      });
      puppet.emit('message', { messageId: 'empty' });
      await wechat.pass(0);
    },
    seen: (chat) => wechat.seenBy(chat === room.id ? room : person),
    misbehave(how) {
      puppet.messageSendFile = async (chat, file) => {
        await sendFile(chat, file);
        if (how === 'lose file') throw new Error('operation too often');
      };
      if (how === 'lose file') return;
      puppet.messageSendText = async (chat: string, text: string) => {
        if (how === 'well' || how === 'lose') await send(chat, text);
        if (how !== 'well') throw new Error('operation too often');
      };
    },
    recognisesRepeats: false,
    ties: false,
    namesWaits: false,
    close: async () => {},
  };
}

channelSuite('WeChat, by the mock puppet', played);
