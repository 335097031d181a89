/** What people write when they are in a hurry: between the lines of a question, after the ticket, beside the point. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { type Dialogue, play } from './play.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const SUMMARY = ['提交', '修改', '不报了'];

const dialogues: Dialogue[] = [
  {
    name: '«好的» to an article means that they will try it',
    turns: [
      ['打印机卡纸了', { says: ['已解决', '没解决'] }],
      ['好的', { says: [/告诉我|说一声|等您/], not: [/办结|解决了就好/] }],
      ['还是卡', { says: [/地点|哪里|几楼/] }],
    ],
  },
  {
    name: '«是的» to an article closes nothing',
    turns: [
      ['OA打不开了', { says: ['已解决', '没解决'] }],
      ['是的', { says: [/好了没有|好了就回/], not: [/办结/] }],
      ['换了个浏览器还是不行', { not: [/已解决/], says: [/联系|地点|哪里|几楼/] }],
    ],
  },
  {
    name: 'what was tried is kept with the ticket',
    turns: [
      ['我电脑开机很慢 开个文档要五分钟', { says: ['已解决', '没解决'] }],
      ['重启过了 还是慢', { says: [/地点|哪里|几楼/] }],
      ['3号楼512', { says: [/联系/] }],
      ['8512', { says: ['重启过了 还是慢', '3号楼512'], buttons: SUMMARY }],
    ],
  },
  {
    name: '«那帮我报一下» is no third question',
    turns: [
      ['键盘有个键按不动', { says: ['已解决', '没解决'] }],
      ['A键'],
      ['好吧 那帮我报一下', { says: [/地点|哪里|几楼/], not: [/已解决/] }],
    ],
  },
  {
    name: 'after two answers beside the point the ticket comes',
    turns: [
      ['键盘有个键按不动', { says: ['已解决', '没解决'] }],
      ['A键'],
      ['左边那个', { not: [/「已解决」/], says: [/地点|哪里|几楼/] }],
    ],
  },
  {
    name: 'where they are, said to the article: somebody shall come',
    turns: [
      ['打印机卡纸了', { says: ['已解决', '没解决'] }],
      ['三楼302', { says: [/联系/], not: [/已解决/] }],
    ],
  },
  {
    name: 'more of the fault is no place',
    turns: [
      ['网断了', { says: ['已解决', '没解决'] }],
      ['没用', { says: [/地点|哪里|几楼/] }],
      ['整层都断了', { says: [/哪|几楼|地点|楼层/], not: [/联系/] }],
      ['四楼', { says: [/联系/] }],
      ['8400', { says: ['四楼', '整层都断了', '特急'], not: ['地点：整层'] }],
    ],
  },
  {
    name: '«我办公室» is asked for once more',
    turns: [
      ['电脑开不了机', { says: ['已解决', '没解决'] }],
      ['没解决', { says: [/地点|哪里|几楼/] }],
      ['就在我办公室', { says: [/哪|几楼|楼层/], not: [/联系/] }],
      ['3号楼512', { says: [/联系/] }],
      ['8512', { says: ['地点：3号楼512'] }],
    ],
  },
  {
    name: 'a meeting about to begin reads no article',
    turns: [['三楼第二会议室的投影没声音，会马上开始了！！', { not: [/已解决/], says: [/联系/] }]],
  },
  {
    name: 'the telephone and the urgency of an open ticket are put right',
    turns: [
      ['五楼508键盘按键按不动了，分机8508', { says: ['已解决', '没解决'] }],
      ['没解决', { buttons: SUMMARY }],
      ['提交', { ticket: { urgency: 'normal' } }],
      ['电话也改一下 8509', { says: [/改|更正/], ticketNow: { requester: { phone: '8509' } } }],
      ['改成很急', { ticketNow: { urgency: 'high' } }],
      ['现在不急了', { ticketNow: { urgency: 'low' } }],
    ],
  },
  {
    name: '«修好了 谢谢» before anybody came ends the ticket',
    turns: [
      ['五楼510键盘按键失灵了，分机8510'],
      ['没解决'],
      ['提交', { ticket: { status: 'assigned' } }],
      ['修好了 谢谢', { says: [/办结/], buttons: ['办结', '还要来人'] }],
      ['好的', { says: [/办结/], ticketNow: { status: 'cancelled' } }],
      ['网好了', { not: [/T2026.*办结，好吗/] }],
    ],
  },
  {
    name: '«修好了吗» is a question',
    turns: [
      ['五楼511键盘按键失灵了，分机8511'],
      ['没解决'],
      ['提交', { ticket: { status: 'assigned' } }],
      ['修好了吗', { not: [/办结，好吗|办结、不用/] }],
    ],
  },
  {
    name: 'of two requests in one message each has its own words',
    turns: [['帮我装一下CAD，再把打印机也连上'], ['6楼609'], ['6609', { says: ['需求：帮我装一下CAD\n'] }]],
  },
  {
    name: 'who asks for the telephone number gets it',
    turns: [['你们电话多少', { says: [/服务台电话|打 /], not: [/转给值班/] }]],
  },
  {
    name: 'a short question to an article is about its matter',
    turns: [
      ['邮箱满了收不了邮件', { says: ['邮箱满了'] }],
      ['怎么清理', { says: ['邮箱'], not: ['C 盘'] }],
      ['清了还是收不到', { says: [/联系/] }],
    ],
  },
  {
    name: 'by when, said to a request, is its deadline and no meeting',
    turns: [
      ['新来的同事要一台电脑'],
      ['下周一上班就要用', { not: [/排在后面|记着/] }],
      ['4楼415'],
      ['8415', { says: [/要求完成：(?:下周一|11月23日|周一)/] }],
    ],
  },
  {
    name: 'who knows now how it is done needs no more',
    turns: [
      ['怎么在WPS里插入目录', { says: ['目录'] }],
      ['哦 明白了', { says: [/解决|办结/], not: [/给您登记/] }],
    ],
  },
  {
    name: 'a mobile number in the place of a place is a number to call',
    turns: [
      ['电脑开不了机'],
      ['没用', { says: [/地点|哪里|几楼/] }],
      ['13711112222', { says: [/地点|哪|几楼|房间/] }],
      ['三楼305', { says: ['13711112222', '三楼305'], buttons: SUMMARY }],
    ],
  },
  {
    name: 'a complaint is asked for its number in other words, and takes it late',
    turns: [
      ['你们服务太差了，报了三天没人来', { says: ['哪个号码'] }],
      ['打印机的事，三楼302', { says: [/记下了/], not: ['负责人会给您回电，打'] }],
      ['没有单号', { says: [/T2026/] }],
      ['13500000000', { says: [/改|更正|T2026/], ticketNow: { requester: { phone: '13500000000' } } }],
    ],
  },
  {
    name: 'how many come is no room',
    turns: [
      ['下周二上午9点到10点半给局领导汇报，要大屏和话筒', { says: [/会议室|哪里/] }],
      ['8个人', { not: ['会议室：8个人'], says: [/会议室|哪里|空着/] }],
    ],
  },
  {
    name: '“not working” to an article corrects nothing',
    turns: [
      ['how do i set up out of office in outlook', { says: ['Solved', 'Not solved'] }],
      ['not working', { not: ['Corrected'], says: [/reach you|where/i] }],
    ],
  },
  {
    name: 'a report spoken in one breath gets a title of one line',
    turns: [
      [
        '我想问下那个什么 就是我们这边打印的时候它老是出来好几张空白的然后还有的时候会卡住不知道怎么回事你们能不能派个人来看看啊我们在三楼的305房间电话是8305',
      ],
      ['没用'],
      ['提交', { ticket: { title: expect.stringMatching(/^.{6,50}$/) } }],
    ],
  },
  {
    name: '«还是» of an open ticket asks whether it is the same before anything is read again',
    turns: [
      ['六楼602打印机卡纸了，电话8602'],
      ['没用'],
      ['提交', { ticket: { status: 'assigned' } }],
      ['六楼602打印机还是卡纸', { says: ['$T', '同一件事'], not: ['看全文'] }],
      ['是同一件事', { says: ['$T'] }],
    ],
  },
  {
    name: 'a light that blinks belongs to the projector just reported',
    turns: [
      ['投影仪开不了机', { says: ['已解决', '没解决'] }],
      ['按了电源灯闪红色'],
      ['没用', { says: [/哪|几楼/] }],
      ['再试也不行', { not: [/不急/] }],
      ['4楼会议室', { says: [/联系|哪个电话/] }],
      ['8404', { says: ['投影仪'] }],
      ['提交', { ticket: { device: '投影仪' } }],
      ['那个灯现在变绿了但是没画面', { says: ['$T'], not: ['看全文'] }],
      ['急用', { ticketNow: { urgency: 'high' } }],
    ],
  },
  {
    name: '«谁来» asks how the ticket stands',
    turns: [
      ['七楼702打印机卡纸了，电话8702'],
      ['没用'],
      ['提交', { ticket: { status: 'assigned' } }],
      [': 接单 $T'],
      ['谁来啊', { says: ['$T', '李明'] }],
    ],
  },
  {
    name: 'what works again before it was reported is not reported',
    turns: [
      ['网断了，整个八楼都上不了', { says: [/联系/] }],
      ['嗯 现在能用了', { says: [/不登记|不用报/], not: [/转给|没弄明白/] }],
    ],
  },
  {
    name: '«没好，又蓝屏了» reaches the crew of the open ticket',
    turns: [
      ['九楼901电脑蓝屏了，电话8901'],
      ['没用'],
      ['提交', { ticket: { status: 'assigned' } }],
      ['没好，又蓝屏了', { says: ['$T', '没好'], not: ['看全文'] }],
    ],
  },
  {
    name: '«桌签不用了» is a thing less, not a ticket less; «我的会议» lists them',
    turns: [
      ['后天上午9点到10点第一会议室开会，20人，要桌签和茶水'],
      ['提交', { says: [/M2026/] }],
      ['桌签不用了', { says: ['茶水'], not: [/单/] }],
      ['我的会议', { says: [/M2026/] }],
    ],
  },
  {
    name: 'a thing that is just broken reads no article',
    turns: [['三楼306的打印机坏了', { says: [/联系/], not: ['看全文'] }]],
  },
  {
    name: 'a thing alone is asked what is with it, and becomes what they say',
    turns: [
      ['打印机', { says: ['打印机', /怎么了|坏了/] }],
      ['卡纸了', { says: ['卡纸'] }],
      ['没用'],
      ['6楼603'],
      ['8603'],
      ['提交', { ticket: { kind: 'fault', category: 'printing', title: expect.stringContaining('卡纸') } }],
    ],
  },
  {
    name: 'a question in the place of a place is answered, and is no place',
    turns: [
      ['电脑卡死了'],
      ['没用', { says: [/地点|哪里|几楼/] }],
      ['对了，公积金系统的网址是多少'],
      ['我在6楼601', { not: ['公积金'] }],
      ['8601', { says: [/地点：.*6楼601/], not: ['网址是多少6楼'] }],
    ],
  },
  {
    name: 'room and extension in one breath',
    turns: [
      ['电脑开不了机'],
      ['没用', { says: [/地点|哪里|几楼/] }],
      ['305 8305', { says: ['地点：305', '联系方式：8305'] }],
    ],
  },
  {
    name: 'when the desk is there is said in hours',
    turns: [['你们几点下班', { says: [/\d+:\d\d–\d+:\d\d/] }]],
  },
  {
    name: '«怎么这么慢» after a report hurries it',
    turns: [
      ['十楼1001打印机卡纸了，电话8101'],
      ['没用'],
      ['提交', { ticket: { status: 'assigned' } }],
      ['怎么这么慢', { says: ['$T', '催'] }],
    ],
  },
  {
    name: '«又卡纸了» of nothing that is known is a new fault of its category',
    turns: [
      ['打印机又卡纸了，上次小张来修过，这才三天'],
      ['没用'],
      ['十一楼1102'],
      ['8112'],
      ['提交', { ticket: { category: 'printing', kind: 'fault' } }],
    ],
  },
  {
    name: 'only the start moves where only the start is said',
    turns: [
      ['11月26日上午9点到11点半第一会议室开会，20人'],
      ['提交', { says: [/M2026/] }],
      ['改成十点开始', { says: [/9:00–11:30 → .* 10:00–11:30/] }],
    ],
  },
  {
    name: 'the way of meeting is no room',
    turns: [
      ['后天下午2点到3点第一会议室开会，20人'],
      ['提交', { says: [/M2026/] }],
      ['换大一点的'],
      ['从现场改成视频', { says: ['视频会议'], not: ['会议室：从现场', '→ 从现场'] }],
    ],
  },
  {
    name: 'every day of one week is booked on its days',
    turns: [
      ['下周一到周五每天上午九点例会，半小时，201会议室，10人', { says: [/11月23日（周一） 9:00–9:30/] }],
      ['提交', { says: ['5 场', /11月27日/] }],
    ],
  },
  {
    name: 'a time by another clock is shown by both',
    turns: [
      [
        '订后天伦敦时间上午九点到十点的视频会，201会议室，8人',
        { says: ['17:00–18:00', '伦敦 11月20日 9:00–10:00'] },
      ],
      ['提交', { says: [/M2026/, '伦敦 11月20日 9:00–10:00'] }],
    ],
  },
  {
    name: 'past midnight elsewhere is shown with both its days',
    turns: [
      [
        '后天下午4点到5点半开视频会，302会议室，8人，对方是纽约时间凌晨',
        { says: ['纽约 11月20日 3:00–4:30'] },
      ],
      ['算了'],
      [
        '11月24日下午三点半到五点201会议室开视频会，8人，和奥克兰时间同步',
        { says: ['奥克兰 11月24日 20:30–22:00'] },
      ],
    ],
  },
  {
    name: 'a fault in a room where people sit in a meeting reads no article',
    turns: [
      ['今天上午10点到11点第二会议室开会，20人'],
      ['提交', { says: [/M2026/] }],
      ['+70'],
      ['第二会议室投影不亮了', { not: ['看全文'], says: [/联系/] }],
      ['8402', { says: ['特急'] }],
      ['提交', { ticket: { urgency: 'critical' } }],
    ],
  },
  {
    name: '«到年底» ends what comes again',
    turns: [
      [
        '每周一上午九点例会，半小时，501会议室，10人，到年底',
        { says: [/12月/], not: ['什么时候为止', '哪天'] },
      ],
    ],
  },
];

describe('a tired clerk', () => {
  test.each(dialogues)('$name', (dialogue) => play(desk, dialogue));
});
