import { afterAll, beforeAll, describe, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { type Dialogue, play } from './play.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const dialogues: Dialogue[] = [
  {
    name: 'no room named: those that suit are offered, a larger one, and whichever',
    turns: [
      ['12月1日下午三点到五点开个会，18人', { says: ['201会议室', '30 人'], not: ['501'] }],
      ['大一点的', { says: ['302会议室'], not: ['201会议室'] }],
      ['随便哪个', { says: ['302会议室', '留到'] }],
      ['确认', { meeting: true, says: ['302'] }],
    ],
  },
  {
    name: 'a floor with several rooms is a question, with one is that room',
    turns: [
      ['12月2日上午九点到十点三楼会议室开例会，10人', { says: ['302会议室', '第一会议室'], not: ['201'] }],
      ['第一会议室', { says: ['第一会议室', '例会'] }],
      ['算了'],
      [
        '12月2日上午九点到十点二楼会议室开例会，10人',
        { says: ['201会议室'], buttons: ['确认预约', '修改', '不用了'] },
      ],
    ],
  },
  {
    name: 'too many people: told with rooms that hold them, and one press books',
    turns: [
      ['12月3日上午九点到十一点501会议室开会，50人', { says: ['最多坐 12 人', '第一会议室'] }],
      ['1', { meeting: true, says: ['第一会议室'] }],
    ],
  },
  {
    name: 'a thing that is in use: told how many are left',
    turns: [
      ['12月4日上午九点到十一点201会议室开会，10人，话筒三支', { says: ['话筒 ×3'] }],
      ['确认', { meeting: true }],
      ['12月4日上午十点到十一点501会议室开会，10人，话筒2支', { says: ['话筒只剩 1，不够 2', '302'] }],
    ],
  },
  {
    name: 'what touches others is shown as a difference and confirmed first; a press on a room that was offered is enough',
    turns: [
      ['12月7日下午三点到五点302会议室开视频会，18人'],
      ['确认', { meeting: true }],
      [
        '改到四点',
        { says: ['15:00–17:00 → ', '16:00–18:00', '留到'], not: ['改好了'], buttons: ['就这样改', '不改了'] },
      ],
      ['就这样改', { says: ['改好了', '16:00–18:00', '重新确认'] }],
      ['换大一点的', { says: ['第一会议室'], not: ['201'] }],
      ['1', { says: ['会议室 302 → '] }],
      ['人数变成80', { says: ['最多坐 60 人', '报告厅'] }],
      ['1', { says: ['人数 18 → 80'] }],
      ['从视频改成现场', { says: ['设备与服务：'], not: ['改好了'] }],
      ['对', { says: ['改好了'], not: ['视频会议'] }],
    ],
  },
  {
    name: 'a small matter is done at once and can be taken back',
    turns: [
      ['12月7日上午九点到十点201会议室开视频会，8人'],
      ['确认', { meeting: true }],
      ['再加5个桌签', { says: ['改好了', '桌签 ×5', '视频会议'], buttons: ['撤回这次修改'] }],
      ['撤回这次修改', { says: ['撤回了'], not: ['桌签'] }],
      ['撤回这次修改', { says: ['撤不回'] }],
    ],
  },
  {
    name: 'more is said before a change is confirmed: all of it is one change; and it can be left',
    turns: [
      ['12月8日下午三点到五点201会议室开评审会，10人'],
      ['确认', { meeting: true }],
      ['改到四点', { says: ['16:00–18:00'] }],
      ['人数20', { says: ['16:00–18:00', '10 → 20'], not: ['改好了'] }],
      ['不改了', { says: ['照旧'] }],
      ['改到四点，人数20', { says: ['16:00–18:00', '10 → 20'] }],
      ['可以', { says: ['改好了', '16:00–18:00', '10 → 20'] }],
    ],
  },
  {
    name: 'what no field takes is a note for the crew',
    turns: [
      ['12月8日上午九点到十点501会议室开碰头会，6人'],
      ['确认', { meeting: true }],
      ['会议改一下', { says: ['改成什么样'] }],
      ['第一排留给老同志', { says: ['布场同事'] }],
      ['第一排留给老同志', { says: ['改好了', '老同志'], buttons: ['撤回这次修改'] }],
    ],
  },
  {
    name: 'what is printed for a meeting is made at once, in the middle of something else too',
    turns: [
      ['12月15日上午九点到十点501会议室开评审会，8人'],
      ['确认', { meeting: true }],
      ['12月16日上午九点到十点501会议室开总结会，8人'],
      ['确认', { meeting: true }],
      ['把签到表发我', { says: ['「总结会」的签到表做好了'], files: ['签到表-M20261118-'] }],
      ['打一份评审会的桌签', { says: ['印哪些名字'] }],
      ['张三、李四\n王五', { says: ['「评审会」的桌签做好了，共 3 张'], files: ['桌签-M20261118-'] }],
      ['12月17日上午九点到十点501会议室开会', { says: ['多少人|人数'].map((one) => new RegExp(one)) }],
      ['门牌打一张', { says: ['门牌做好了'], files: ['门牌-M'] }],
      ['8', { says: ['501会议室'] }],
      ['确认', { meeting: true }],
    ],
  },
  {
    name: 'bad times',
    turns: [
      ['2030年3月1日上午九点到十一点302会议室开会，5人', { says: ['一年以内'] }],
      ['算了'],
      ['昨天上午九点到十一点302会议室开会，5人', { says: ['已经过去'] }],
      ['算了'],
      ['12月9日晚上十点到早上六点302会议室开会，5人', { says: ['跨过零点'] }],
    ],
  },
  {
    name: 'a day that no year has',
    turns: [
      ['2月31号上午九点到十一点302会议室开会，5人', { says: ['没有2月31号'] }],
      ['2月26号九点到十点', { says: ['302会议室', '9:00–10:00'] }],
    ],
  },
  {
    name: 'a meeting that comes again: one of them changed, all of them, all called off',
    turns: [
      [
        '每周二上午九点到十点201会议室开部门例会，到12月底，10人',
        { says: ['每周二', '12月31日', '遇法定节假日跳过'] },
      ],
      ['确认', { says: ['订好了 6 场', '12月29日'], meeting: true }],
      ['例会改到十点', { says: ['只改这一场'] }],
      ['只这一场', { says: ['11月24日', '10:00'], not: ['改好了'] }],
      ['就这样改', { says: ['改好了'] }],
      ['例会以后都改到下午三点', { says: ['往后 6 场都这样改'] }],
      ['就这样改', { says: ['改好了 6 场'] }],
      ['12月8日的例会取消', { says: ['只取消这一场'] }],
      ['往后每一场', { says: ['取消'] }],
      ['确定撤销', { says: ['4 场'] }],
    ],
  },
  {
    name: 'one that comes again with no end said: asked until when; a day that is taken is told',
    turns: [
      ['12月14日上午九点到十点501会议室开会，5人'],
      ['确认', { meeting: true }],
      [
        '每周一上午九点到十点501会议室开碰头会，5人',
        { says: ['什么时候为止|哪天'].map((one) => new RegExp(one)) },
      ],
      ['到12月底', { says: ['每周一'] }],
      ['确认', { says: ['订好了 5 场', '12月14日'] }],
    ],
  },
  {
    name: 'questions about rooms are answered, and one leads to a booking',
    turns: [
      ['12月10日下午三点到五点第二会议室开党组会，10人'],
      ['确认', { meeting: true }],
      ['12月10日四楼有会吗', { says: ['第二会议室', '15:00–17:00'] }],
      ['12月10日五楼有会吗', { says: ['没有'] }],
      ['第二会议室12月10日下午空着吗', { says: ['15:00–17:00', '12:00–15:00', '空着'] }],
      ['12月10日下午有没有35人的会议室', { says: ['第二会议室', '第一会议室'], not: ['302', '201'] }],
      ['我12月10日有几个会', { says: ['党组会'] }],
      ['201会议室12月10日上午能用吗', { buttons: ['订201会议室'] }],
      ['订201会议室', { says: [/几点/] }],
      ['九点到十点', { says: [/多少人|多少/] }],
      ['8', { says: ['201会议室', '9:00–10:00'] }],
      ['确认', { meeting: true }],
    ],
  },
  {
    name: 'others’ meetings are told without their titles',
    who: { department: '人事科' },
    turns: [['12月10日四楼有会吗', { says: ['财务科的会'], not: ['党组会'] }]],
  },
  {
    name: 'a question in the middle of a booking is answered, and the booking goes on',
    turns: [
      ['12月11日上午九点到十一点开会，20人', { says: ['201会议室'] }],
      ['302会议室12月11日上午空着吗', { says: ['空着', '接着说|回到'].map((one) => new RegExp(one)) }],
      ['302', { says: ['302会议室', '留到'] }],
    ],
  },
];

describe('rooms and meetings', () => {
  test.each(dialogues)('$name', (dialogue) => play(desk, dialogue));
});
