import { afterAll, beforeAll, describe, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { type Dialogue, play, type Turn } from './play.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const openFault: Turn[] = [
  ['三楼302打印机卡纸了，电话8012'],
  ['没解决'],
  ['提交', { ticket: { status: 'assigned' } }],
];

const dialogues: Dialogue[] = [
  {
    name: 'a service is asked for and recorded as one',
    turns: [
      ['帮我装个WPS，电话8012', { buttons: ['提交', '修改', '不报了'] }],
      ['提交', { ticket: { kind: 'service', category: 'software' } }],
    ],
  },
  {
    name: 'a question with an answer',
    turns: [
      ['WPS怎么从第三页开始编页码', { buttons: ['已解决', '没解决', '看全文'] }],
      ['解决了，谢谢', { says: [/解决|办结/] }],
    ],
  },
  {
    name: 'what comes close is a button, and pressing it opens that entry',
    turns: [
      [
        '打印机怎么双面打印省纸',
        {
          buttons: ['已解决', '没解决', '看全文', '相近的还有：省纸又好看的打印设置'],
        },
      ],
      [
        '相近的还有：省纸又好看的打印设置',
        {
          buttons: ['已解决', '没解决', '看全文', '相近的还有：设置双面打印和一张纸打多页'],
        },
      ],
      ['解决了', { says: [/解决|办结/] }],
    ],
  },
  {
    name: 'a question without an answer is honestly none, and may become a ticket',
    turns: [
      ['金蝶凭证打印模板怎么改成横版', { says: [/知识库/], buttons: ['帮我登记', '不用了'] }],
      ['帮我登记', { says: [/联系/] }],
      ['8012', { buttons: ['提交', '修改', '不报了'] }],
      ['提交', { ticket: { kind: 'service' } }],
    ],
  },
  {
    name: 'how far is it, hurry, more information, no longer needed',
    turns: [
      ...openFault,
      ['我报的修到哪一步了', { says: [/T20261118-\d{4}/] }],
      ['催一下', { says: [/催/], ticketNow: { status: 'assigned' } }],
      ['补充一下，机器是惠普M428', { says: [/补充|加进/] }],
      ['不用来了，自己好了', { buttons: ['确定撤销', '先不撤'] }],
      ['先不撤', { says: [/保留/], ticketNow: { status: 'assigned' } }],
      ['不用来了，已经好了', { buttons: ['确定撤销', '先不撤'] }],
      ['确定撤销', { ticketNow: { status: 'cancelled' } }],
    ],
  },
  {
    name: 'which of several is asked',
    turns: [
      ...openFault,
      ['帮我装个WPS，电话8012'],
      ['提交', { ticket: { kind: 'service' } }],
      ['催一下', { says: [/哪/] }],
      ['2', { says: [/催/] }],
      ['催一下打印机那个', { says: [/催/], not: [/哪一张/] }],
    ],
  },
  {
    name: "somebody else's ticket is no ticket of yours",
    turns: [['T20261118-0001到哪了', { says: [/没有|没查到|没有查到/], not: ['卡纸'] }]],
  },
  {
    name: 'a person takes over: the bot is silent until handed back or an hour has passed',
    turns: [
      ['转人工', { says: [/值班同事/], ticket: { kind: 'service', handoff: true } }],
      ['打印机卡纸了', { says: [] }],
      [': 备注 $T 我马上过来', { says: ['我马上过来'] }],
      ['好的', { says: [] }],
      ['转机器人', { says: [/回来|机器人/] }],
      ['打印机卡纸了', { buttons: ['已解决', '没解决', '看全文'] }],
    ],
  },
  {
    name: 'the person hands back from the group',
    turns: [
      ['转人工', { ticket: { handoff: true } }],
      [': 交还 $T', { says: [/机器人/] }],
      ['你好', { says: [/您好/] }],
    ],
  },
  {
    name: 'an hour later the bot answers again',
    turns: [
      ['转人工', { ticket: { handoff: true } }],
      ['有人吗', { says: [] }],
      ['+61'],
      ['你好', { says: [/您好/] }],
    ],
  },
  {
    name: 'a complaint goes straight to whoever is responsible',
    turns: [
      ['我要投诉', { says: [/哪里|什么/] }],
      ['工程师约好上午来，等到下班也没人来', { says: [/回电/] }],
      ['8012', { ticket: { complaint: true, urgency: 'high', requester: { phone: '8012' } } }],
    ],
  },
  {
    name: 'greeting, help, thanks, and what the desk does not do',
    turns: [
      ['你好', { says: ['张三'] }],
      ['你能干什么', { says: ['报修', '转人工'] }],
      ['谢谢', { says: [/不客气|应该的|不用谢/] }],
      ['今天食堂吃什么', { says: [/帮不上|不归/] }],
    ],
  },
  {
    name: 'a long silence begins afresh',
    turns: [
      ['三楼302打印机卡纸了'],
      ['没解决', { says: [/联系/] }],
      ['+300'],
      ['你好', { says: [/卡纸/, /您好/] }],
      ['谢谢', { not: [/联系|分机/] }],
    ],
  },
  {
    name: 'a secret is not kept, and the sender is told',
    turns: [
      ['我的密码是Abc@12345，登不上OA', { says: [/密码.*(?:没有保存|不留存)/], not: ['Abc@12345'] }],
      ['没解决', { says: [/联系/] }],
      ['8012', { not: ['Abc@12345'] }],
    ],
  },
  {
    name: 'the topic alone is no secret',
    turns: [['忘记OA密码了', { not: [/没有保存|不留存/] }]],
  },
  {
    name: 'marked text is not worked with at all',
    turns: [['【机密】关于干部任免的请示，打印机打不出来', { says: [/没有保存|没有留存/], not: ['已解决'] }]],
  },
  {
    name: 'a button that is gone says so',
    turns: [
      ['打印机卡纸了', { buttons: ['已解决', '没解决', '看全文'] }],
      ['算了'],
      ['已解决', { not: [/T2026/] }],
    ],
  },
  {
    name: 'a meeting: taken in one sentence, changed, cancelled',
    turns: [
      [
        '明天下午三点到五点二楼第二会议室开党组会，20人，要话筒和投影',
        { says: ['15:00', '17:00', '20', '话筒', '投影', '党组会'] },
      ],
      ['确认', { says: [/M20261118-\d{4}/], meeting: true }],
      ['刚才那个会改到四点', { says: ['16:00'] }],
      ['再加5个桌签', { says: ['桌签', '话筒'] }],
      ['话筒不要了', { says: ['桌签'], not: ['话筒'] }],
      ['延长半小时', { says: ['18:30'] }],
      ['明天的会不开了', { says: [/取消/] }],
      ['确定撤销', { says: [/取消/] }],
    ],
  },
  {
    name: 'a meeting: asked only for what is missing',
    turns: [
      ['后天要开个会', { says: [/几点/] }],
      ['九点', { says: [/几点|多长|多久/] }],
      ['两个小时', { says: [/哪/] }],
      ['302会议室', { says: [/多少人/] }],
      ['三十来个', { says: ['30', '9:00', '11:00', '302'] }],
      ['确认', { meeting: true }],
    ],
  },
  {
    name: 'a room that is taken: what is free instead',
    turns: [
      ['明天上午九点到十一点在405会议室开会，10人'],
      ['确认', { meeting: true }],
      ['明天上午十点到十二点在405会议室开会，10人'],
      ['确认', { says: [/已经有会/] }],
      ['1', { meeting: true }],
    ],
  },
];

describe('what else people say', () => {
  test.each(dialogues)('$name', (dialogue) => play(desk, dialogue));
});
