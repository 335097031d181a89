import { afterAll, beforeAll, describe, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { type Dialogue, play } from './play.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const ARTICLE = ['已解决', '没解决', '看全文'];
const SUMMARY = ['提交', '修改', '不报了'];

const dialogues: Dialogue[] = [
  {
    name: 'the whole way: article, ticket, engineer, confirmation, rating',
    turns: [
      ['三楼302打印机卡纸了，下午两点前要用', { says: ['打印机卡纸'], buttons: ARTICLE }],
      ['没解决', { says: [/联系/], not: [/地点/] }],
      ['8012', { says: ['三楼302', '8012', '今天 14:00'], buttons: SUMMARY }],
      [
        '提交',
        {
          says: [/T20261118-\d{4}/],
          ticket: {
            status: 'assigned',
            category: 'printing',
            urgency: 'high',
            location: { floor: '3', room: '302' },
            requester: { phone: '8012', name: '张三' },
            tried: ['printer-paper-jam'],
          },
        },
      ],
      [': 接单 $T', { says: ['李明已接单'], ticketNow: { status: 'accepted', assignee: '李明' } }],
      [': 完成 $T 清理进纸辊', { says: ['清理进纸辊'], buttons: ['修好了', '还没好'] }],
      ['修好了', { says: [/1.*5/], ticketNow: { status: 'closed' } }],
      ['5', { says: [/谢谢|收到/], ticketNow: { rating: { score: 5 } } }],
    ],
  },
  {
    name: 'the article solves it: no ticket, but it is said that it is done',
    turns: [
      ['打印机卡纸了', { buttons: ARTICLE }],
      ['已解决', { says: [/解决|办结/], not: [/T2026/] }],
      ['进度', { says: [/没有/] }],
    ],
  },
  {
    name: 'the full text, then a ticket',
    turns: [
      ['打印机卡纸了', { buttons: ARTICLE }],
      ['看全文', { says: ['全文'], buttons: ['已解决', '没解决'] }],
      ['没用，还是卡', { says: [/几楼|地点|哪里/] }],
      ['三楼302', { says: [/联系/] }],
      ['13800138000', { says: ['13800138000'], buttons: SUMMARY }],
      ['对', { ticket: { requester: { phone: '13800138000' } } }],
    ],
  },
  {
    name: 'buttons by their number',
    turns: [
      ['三楼302打印机卡纸了', { buttons: ARTICLE }],
      ['2', { says: [/联系/] }],
      ['8012', { buttons: SUMMARY }],
      ['1', { ticket: { status: 'assigned' } }],
    ],
  },
  {
    name: 'several answers at once',
    turns: [
      ['打印机卡纸了', { buttons: ARTICLE }],
      ['没解决', { says: [/几楼|地点|哪里/] }],
      ['三楼302，电话8012', { says: ['三楼302', '8012'], buttons: SUMMARY }],
    ],
  },
  {
    name: 'what the channel knows is not asked for',
    who: { phone: '8099' },
    turns: [
      ['三楼302打印机卡纸了', { buttons: ARTICLE }],
      ['没解决', { says: ['8099'], buttons: SUMMARY }],
      ['提交', { ticket: { requester: { phone: '8099' } } }],
    ],
  },
  {
    name: 'a slot is corrected at the summary',
    turns: [
      ['三楼302打印机卡纸了'],
      ['没解决'],
      ['8012', { buttons: SUMMARY }],
      ['不对，是四楼', { says: ['四楼'], not: ['三楼302'], buttons: SUMMARY }],
      ['电话错了，是8013', { says: ['8013'], not: ['8012'], buttons: SUMMARY }],
      ['提交', { ticket: { location: { floor: '4' }, requester: { phone: '8013' }, device: '打印机' } }],
    ],
  },
  {
    name: 'corrected while another thing is asked',
    turns: [
      ['三楼302打印机卡纸了'],
      ['没解决', { says: [/联系/] }],
      ['不是302，是304', { says: ['304', /分机|手机|联系/] }],
      ['8012', { says: ['304'], not: ['302'] }],
    ],
  },
  {
    name: 'corrected by the button «修改»',
    turns: [
      ['三楼302打印机卡纸了'],
      ['没解决'],
      ['8012'],
      ['修改', { says: [/改/] }],
      ['四楼405', { says: ['四楼405'], buttons: SUMMARY }],
      ['提交', { ticket: { location: { floor: '4', room: '405' } } }],
    ],
  },
  {
    name: 'corrected after the ticket was opened',
    turns: [
      ['三楼302打印机卡纸了'],
      ['没解决'],
      ['8012'],
      ['提交', { ticket: { location: { floor: '3' } } }],
      ['不对，是四楼', { says: [/改|更正/], ticketNow: { location: { floor: '4' } } }],
    ],
  },
  {
    name: 'abandoned in the middle',
    turns: [
      ['三楼302打印机卡纸了'],
      ['没解决', { says: [/联系/] }],
      ['算了', { says: [/不办|放下/] }],
      ['8012', { not: [/T2026/] }],
    ],
  },
  {
    name: 'something else in the middle, and back',
    turns: [
      ['302投影没信号'],
      ['没解决', { says: [/联系/] }],
      ['WPS怎么从第三页开始编页码', { says: ['页码'], buttons: ARTICLE }],
      ['已解决', { says: [/投影/, /分机|手机|联系/] }],
      ['8012', { says: ['投影', '8012'], buttons: SUMMARY }],
    ],
  },
  {
    name: 'a second fault while details are asked waits its turn',
    turns: [
      ['三楼302打印机卡纸了'],
      ['没解决', { says: [/联系/] }],
      ['还有，电脑也蓝屏了', { says: [/蓝屏/, /分机|手机|联系/] }],
      ['8012', { buttons: SUMMARY }],
      ['提交', { says: [/T2026/, /蓝屏/] }],
    ],
  },
  {
    name: 'an emergency is not sent to read an article',
    turns: [
      ['整个三楼都断网了，办事大厅停摆', { not: ['已解决'], says: [/联系/] }],
      ['8012', { says: ['特急'], buttons: SUMMARY }],
      ['提交', { ticket: { urgency: 'critical', category: 'network', priority: 1 } }],
    ],
  },
  {
    name: 'still broken: reopened with what was said',
    turns: [
      ['三楼302打印机卡纸了'],
      ['没解决'],
      ['8012'],
      ['提交', { ticket: { status: 'assigned' } }],
      [': 接单 $T'],
      [': 完成 $T 清了灰', { buttons: ['修好了', '还没好'] }],
      ['还是不行，又卡了', { says: [/重新/], ticketNow: { status: 'assigned' } }],
    ],
  },
  {
    name: 'confirmed in free words, with a low mark and its reason',
    turns: [
      ['三楼302打印机卡纸了'],
      ['没解决'],
      ['8012'],
      ['提交', { ticket: { status: 'assigned' } }],
      [': 接单 $T'],
      [': 完成 $T 清了灰'],
      ['好了', { ticketNow: { status: 'closed' } }],
      ['2', { says: [/哪里/], ticketNow: { rating: { score: 2 } } }],
      ['等了一上午', { says: [/记下|回访/], ticketNow: { rating: { score: 2, reasons: ['等了一上午'] } } }],
    ],
  },
  {
    name: 'in English for those who write English',
    turns: [
      ['the printer in room 302 is jammed', { buttons: ['Solved', 'Not solved', 'Full article'] }],
      ['not solved', { says: [/reach you/] }],
      ['8012', { says: ['302', '8012'], buttons: ['Submit', 'Change', 'Do not submit'] }],
      ['yes', { says: [/Recorded as T/], ticket: { category: 'printing' } }],
    ],
  },
  {
    name: 'nowhere to be reached but here',
    turns: [
      ['三楼302打印机卡纸了'],
      ['没解决', { says: [/联系/] }],
      ['没有电话', { buttons: SUMMARY }],
      ['提交', { ticket: { status: 'assigned' } }],
    ],
  },
];

describe('a fault told in a chat', () => {
  test.each(dialogues)('$name', (dialogue) => play(desk, dialogue));
});
