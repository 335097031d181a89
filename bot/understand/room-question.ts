/** Questions about rooms and who meets in them: «今天三楼有会吗», «第一会议室明天下午空着吗», «有没有 20 人的会议室». */
import type { RoomQuestion } from '../types.ts';

/** A longer message tells of a matter, and asks about rooms by the way at most. */
const LONGEST = 48;
const ROOM = '(?:会议室|会议厅|会议间|报告厅|多功能厅|礼堂|会场|接待室|活动室|room|hall)';
const PLACE = new RegExp(`${ROOM}|\\d{3,4}|[一二三四五六七八九十\\d] ?[楼层]`);

/** The person's own meetings. */
const MINE =
  /我.{0,8}(?:有(?:没有|什么|哪些|几个|几场|多少)?(?:个|场)?会(?:议)?(?!议室)|(?:约|订|预约|预订)(?:了|的)?.{0,6}(?:哪些|什么|几个)(?:会|会议室)|的会议?(?:安排|日程)?(?:有哪些|是什么时候|在几点|在哪))|what meetings do i have|my meetings/;
const ONLY_MINE =
  /^(?:查|看|查看|查询|看看|查查)?(?:一下|下)?我(?:的|订的|约的|预约的|预订的)会议?(?:室)?(?:预约|预订|列表|安排|日程|记录)?[。.!]*$/;
const AGENDA =
  /有(?:没有|什么|哪些|几个|几场|多少|人|谁)?(?:在)?(?:个|场)?(?:开)?会(?:议)?(?:吗|嘛|么|没有?|不|呢|\?|安排|$)|开(?:什么|哪些|几个)会|(?:会议|开会)(?:安排|日程)|(?:有|是)(?:什么|哪些|啥)安排|的安排(?:$|\?|是)|排(?:了)?(?:什么|哪些)会|any meetings|what meetings/;
const FREE =
  /空(?:着|闲|不空|吗|么|没|出来)|有空(?:吗|没|的|闲)?|有(?:没有)?(?:人|谁|会|单位|科室)(?:在)?(?:用|订|约|占|预)|没人(?:用|订|约|占)|被(?:人)?(?:占|订|约|预)|(?:占用|使用|预约|预订|借用)(?:着|情况|安排|了?吗|了?没)|占着|能不能(?:用|订|约|借)|能(?:用|订|约|借)(?:吗|不|么)|可以?(?:用|订|约|借)(?:吗|不|么)|(?:用|订|约|借)得了|\b(?:free|available|occupied|in use|taken|vacant)\b/;
const WHICH = new RegExp(
  `(?:有没有|有无|还有没有|还有|有|哪个|哪间|哪些|哪几[个间]|什么|几[个间]).{0,16}${ROOM}|${ROOM}.{0,4}(?:还有没有|还有吗|哪[个间])|(?:any|which|what) .{0,24}rooms?\\b`,
);
const ASKS =
  /[吗嘛么呢?]|有没有|有无|没有?$|哪|什么|啥|几[个间场]|多少|能不能|是不是|空不空|查|看(?:看|下|一下)|情况|安排|^(?:is|are|any|which|what|do)\b/;
/** What is wanted, not asked: the booking asks by itself what is free. */
const BOOKS =
  /(?:帮|给|替)我.{0,6}(?:订|定|约|借|排|安排|留)|(?:我?们?)(?:想|要|需要|得)(?:预?[订定约借]|用|开|安排)|^(?:预?[订定约借])|\b(?:book|reserve)\b/;
/** Something that is there, and may be broken. */
const THING = /投影|话筒|麦克|电脑|网|打印|空调|电视|屏|音响|遥控|插座|灯|门|锁|系统|设备|怎么|如何/;
const WITH_THINGS = /(?:带|有|配|含)(?:了|着)?(?:投影|话筒|麦|屏|视频|白板|电视)/;

const ONE_ROOM = /第[一二三四五六七八九十]会议|(?<!\d)\d{3,4}(?!\d|人|个|多|来)|报告厅|多功能厅|礼堂/;

/** What of rooms is asked; null where nothing is. `plain` is folded. */
export function roomQuestion(plain: string): RoomQuestion | null {
  const text = plain.trim();
  if (ONLY_MINE.test(text)) return 'mine';
  if (text.length > LONGEST || !ASKS.test(text) || BOOKS.test(text)) return null;
  if (MINE.test(text)) return 'mine';
  const about = text.replace(WITH_THINGS, '');
  if (THING.test(about)) return null;
  if (WHICH.test(text) && !ONE_ROOM.test(text)) return 'which';
  if (FREE.test(text) && PLACE.test(text)) return 'free';
  return AGENDA.test(text) ? 'agenda' : null;
}
