/** WeChat on the page: Wechaty's mock puppet behind a gateway of the real kind, which the desk reaches over gRPC. */
import { type GatewayContact, startWechatGateway } from '../support/wechat-gateway.ts';
import type { SimChat, SimMessage, SimulatedChannel } from './simulated.ts';

export async function simulateWechat(): Promise<SimulatedChannel> {
  const gateway = await startWechatGateway();
  const { mocker, puppet, self } = gateway;
  // A puppet reads its own settings from the environment.
  Object.assign(process.env, gateway.env);
  const contact = (id: string, name: string) => mocker.createContact({ id, name });
  const staff = contact('wx_zhang', '张三');
  const crew = [contact('wx_li', '李明'), contact('wx_chen', '陈静')];
  const people = new Map([staff, ...crew].map((one) => [one.id, one]));
  const room = mocker.createRoom({
    id: 'crew@chatroom',
    topic: '运维派单群',
    memberIdList: [self.id, ...people.keys()],
  });
  const shownAs = ({ id, payload }: GatewayContact) => ({ id, name: payload.name });
  const chats: SimChat[] = [
    { id: staff.id, title: '张三', kind: 'private', people: [shownAs(staff)] },
    { id: room.id, title: '运维派单群', kind: 'group', people: crew.map(shownAs) },
  ];
  return {
    name: 'wechat',
    title: '微信',
    environment: { WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_PUPPET_SERVICE_TOKEN: gateway.token },
    dispatchGroup: `wechat:${room.id}`,
    chats,
    messages: () =>
      [...mocker.cacheMessagePayload.values()].map((payload): SimMessage => {
        const { id, talkerId, listenerId = '', text = '' } = payload;
        const inRoom = 'roomId' in payload ? payload.roomId : undefined;
        const own = talkerId === self.id;
        return {
          id,
          chat: inRoom ?? (own ? listenerId : talkerId),
          from: own ? null : (people.get(talkerId)?.payload.name ?? talkerId),
          text,
          changes: 0,
          raw: payload,
        };
      }),
    async say(chat, who, text) {
      const named = text.includes('@服务台') ? [self] : [];
      const talker = people.get(who) ?? staff;
      if (chat === room.id) talker.say(text, named).to(room);
      else talker.say(text).to(self);
    },
    // There are no buttons in WeChat.
    press: async () => null,
    setAway(away) {
      if (away) void puppet.logout('away');
      else mocker.login(self);
    },
    close: () => gateway.close(),
  };
}
