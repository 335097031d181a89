/**
 * Whether what stands behind a seam is another request: each part has to stand by itself, and they have to be about
 * different things. One request seen as two costs more than two seen as one.
 */
import type { Intent, Understanding } from '../types.ts';
import type { Analysis } from './analysis.ts';
import type { Reading } from './read.ts';
import type { Seam, SeamKind } from './seams.ts';

/** What goes on about the same matter. */
const GOES_ON =
  /^(?:导致|所以|因此|因为|估计|可能|是不是|怀疑|但是?|不过|而且|就是|然后就|结果|也(?:是|不行|没用|试)|重启|换了|试|谢谢|麻烦|请(?:尽快|派|安排|处理|帮忙(?:看|处理|解决))|急|(?:我的?|联系)*(?:电话|手机|分机|联系)(?:都|是|为|打|号码|我|人|方式|[\s:])*(?=[\d零一二三四五六七八九幺])|联系|我(?:在|是)|地点|地址|位置|它|这个|那个|具体|现象|型号|附件|补充|来的时候|请?带|他|她|because|so |it |please (?:help|fix|check)|thanks|my (?:phone|ext|number))/;

/** What somebody else says or sees, and what it is needed for. */
const ASIDE =
  /^(?:电脑|系统|屏幕|页面|打印机|机器|软件)(?:上|里|一直|老是|都|会)*(?:提示|显示|报|弹|说)|^(?:同事|他们|别人|大家|其他人?|隔壁|领导)(?:们)?(?:说|讲|反映|也|都)|^(?:need|with|for) |^[^,，。;；]{0,14}(?:要用|急用|等着用|要讲话|要汇报|要开会|要参加)[了。!]*$/;

const STANDS: ReadonlySet<Intent> = new Set<Intent>([
  'report_fault',
  'request_service',
  'book_meeting',
  'cancel_meeting',
  'ask_howto',
  'ticket_status',
  'urge_ticket',
  'cancel_ticket',
  'reopen_ticket',
  'change_meeting',
  'add_to_ticket',
  'rate_service',
  'complain',
  'talk_to_human',
  'out_of_scope',
]);
const MEETING: ReadonlySet<Intent> = new Set<Intent>(['book_meeting', 'change_meeting', 'cancel_meeting']);
const REQUEST: ReadonlySet<Intent> = new Set<Intent>(['report_fault', 'request_service']);
const TICKET: ReadonlySet<Intent> = new Set<Intent>([
  'ticket_status',
  'urge_ticket',
  'add_to_ticket',
  'cancel_ticket',
  'reopen_ticket',
]);
/** What a part is about, in words that can be compared. */
export function topicOf({ record, analysis }: Reading): string {
  const { device, system } = record.slots;
  const thing =
    device ?? system ?? analysis.devices[0]?.word ?? NAMELESS.exec(analysis.message.plain)?.[0] ?? '';
  return `${record.category ?? ''}|${thing}`;
}

/** What is asked about by no name of its own. */
const NAMELESS =
  /网站|网(?:络|页|速)?|wi-?fi|无线|邮箱|邮件|密码|账号|权限|公众号|首页|会议室|空调|灯|文件|系统|签章|软件|输入法|工位|推文|access|account|password|internet|network|e-?mail|website/;
const EVERY_NAMELESS = new RegExp(NAMELESS.source, 'g');
const ASKS =
  /帮|请|申请|换|装|开(?!会)|配|领|加|改|设|建|送|重置|要|订|借|买|更新|发布|接|移|搬|need|install|reset|please|set up|replace|create|order|like|update|new/;

/** A part says enough to be a request by itself. */
function hasSubstance({ record, analysis }: Reading): boolean {
  const thing = analysis.devices.length + analysis.systems.length > 0;
  switch (record.intent) {
    case 'report_fault':
      return analysis.symptom !== null && (thing || NAMELESS.test(analysis.message.plain));
    case 'request_service':
      return ASKS.test(analysis.message.plain) && (thing || NAMELESS.test(analysis.message.plain));
    case 'book_meeting':
      return analysis.times.length > 0 || record.slots.location !== undefined;
    default:
      return true;
  }
}

/** What is read with certainty counts though its words are not known: behind a comma where it names a thing. */
function isSubstantial(reading: Reading, seam: Seam): boolean {
  if (hasSubstance(reading)) return true;
  const { record, analysis } = reading;
  if (record.confidence <= 0.9 || analysis.message.plain.trim().length <= 3) return false;
  return seam.kind !== 'clause' || hasThing(reading) || NAMELESS.test(analysis.message.plain);
}

/** Asking how far it is and asking for haste are one; chat and praise in the same breath are about the same matter. */
function continuesTheOther(first: Reading, second: Reading, seam: Seam): boolean {
  const [a, b] = [first.record.intent, second.record.intent];
  if (IMPATIENT.has(a) && IMPATIENT.has(b)) return true;
  if ((a === 'change_meeting' || b === 'change_meeting') && !(MEETING.has(a) && MEETING.has(b)))
    return seam.kind === 'clause';
  return (
    seam.kind === 'clause' && [a, b].some((intent) => intent === 'out_of_scope' || intent === 'rate_service')
  );
}
const IMPATIENT: ReadonlySet<Intent> = new Set<Intent>(['ticket_status', 'urge_ticket', 'complain']);

function aboutTheSame(first: Reading, second: Reading): boolean {
  const [a, b] = [first.record.intent, second.record.intent];
  if (MEETING.has(a) && MEETING.has(b))
    return !(
      a === 'book_meeting' &&
      b === 'book_meeting' &&
      first.record.slots.start !== undefined &&
      second.record.slots.start !== undefined &&
      second.record.slots.start !== first.record.slots.start &&
      (second.record.slots.location ?? second.record.slots.title ?? second.record.slots.attendees) !==
        undefined
    );
  if (MEETING.has(a) && b === 'request_service')
    return second.record.category === 'conference' || second.record.category === 'other';
  if (REQUEST.has(a) && REQUEST.has(b)) {
    if (topicOf(first) === topicOf(second)) return true;
    if (first.record.category !== second.record.category) return false;
    const things = second.analysis.devices.length + second.analysis.systems.length;
    if (a !== b && things === 0) return !NAMELESS.test(second.analysis.message.plain);
    return things === 0 || (a === 'request_service' && b === 'request_service');
  }
  return a === b;
}

const STARTS: Record<string, RegExp> = {
  goesOn: GOES_ON,
  aside: ASIDE,
  else: /^[,，。;；、 ]?(?:另|此外|除此|还有|以及|同埋|仲有|再就是|再一个|再有|加上|第[二三]|其次|二是|also|plus|and also)/,
  byTheWay: /^[,，。;；、 ]?(?:顺便|顺带|顺手|对了|by the way|btw)/,
  again: /^[,，。;；、 ]?再/,
  alsoBroken: /^[^,，。;；]{1,9}?[也又还](?!许|行|可以|是|好了|没用|有)/,
  and: /^[,，。;；、 ]?(?:而且|并且|并|同时|and|跟着)/,
  but: /^[,，。;；、 ]?(?:但|不过|可是?|倒是|就是|只是|but|however)/,
  afterwards: /^[,，。;；、 ]?(?:然后|接着|完了|then)/,
  wish: /^(?:我|我们)?(?:还|也)?(?:想|要|请|帮|麻烦|申请|需要|可以|能|给|换|装|借|配|送|订|把|please|could|can|i need|i'd like)/,
  asks: /^(?:怎么|如何|咋|点样|怎样|请问|问下|问一下|what|how|when|where)/,
  earlier: /^(?:那|还有)?(?:上回|上次|昨天|前天|之前|上周|前面|早上|刚才|原先|前几天)/,
  reason: /^(?:因为|由于|所以|导致|估计|可能|说|提示|显示|现在|今天|一直|已经|都|重启|试|换|昨天)/,
  who: /^(?:我是|我叫|我们是|这里是|我的|电话|联系|地点|地址|在|位置|型号|谢|辛苦|急|快|尽快|赶紧|麻烦(?:尽快|派|你们|看))/,
};

/** How a text begins, by names; several may fit. */
export const startsLike = (text: string): string[] =>
  Object.entries(STARTS).flatMap(([name, words]) => (words.test(text) ? [name] : []));

/** Whether what stands behind a seam is another request, by the words of either part. */
export function isAnother(first: Reading, second: Reading, seam: Seam): boolean {
  const sure = SURE[seam.kind];
  if (!STANDS.has(first.record.intent) || !STANDS.has(second.record.intent)) return false;
  if (first.record.confidence < sure || second.record.confidence < sure) return false;
  if (GOES_ON.test(second.analysis.message.plain.trim())) return false;
  if (ASIDE.test(second.analysis.message.plain.trim())) return false;
  if (!isSubstantial(first, seam) || !isSubstantial(second, seam) || continuesTheOther(first, second, seam))
    return false;
  if (aboutTheSame(first, second)) return false;
  return seam.kind !== 'clause' || standsAlone(first, second);
}

/** How sure both readings must be for a cut at such a seam. */
const SURE: Record<SeamKind, number> = { joint: 0.5, sentence: 0.8, clause: 0.75 };
const ALSO = /^[^,，。;；]{1,9}?也(?!许|行|可以|是|好了|没用|还)/;
const WISHES = /^(?:我|我们)?(?:还|也)?(?:想|要|请|帮|麻烦|申请|需要|顺便|可以|能)/;
/** What goes down with the network or a machine is its consequence, not a fault of its own. */
const FOLLOWS: ReadonlySet<string> = new Set([
  'business',
  'email',
  'software',
  'network',
  'account',
  'printing',
]);

/** Behind a mere comma a request needs ground of its own: another place, meeting or matter. */
function standsAlone(first: Reading, second: Reading): boolean {
  const [a, b] = [first.record, second.record];
  if (MEETING.has(a.intent) && MEETING.has(b.intent))
    return a.intent !== 'change_meeting' || a.intent === b.intent;
  if (MEETING.has(a.intent) || MEETING.has(b.intent))
    return hasFault(first, second)
      ? asksForMeeting(first, second)
      : a.intent === 'cancel_meeting' && TICKET.has(b.intent) && b.confidence > 0.9;
  if (!REQUEST.has(a.intent) || !REQUEST.has(b.intent))
    return a.confidence > 0.9 && b.confidence > 0.9 && !isAboutTicket(a, b);
  const places = [a.slots.location, b.slots.location];
  if (places[0]?.room && places[1]?.room && places[0].room !== places[1].room) return true;
  const plain = second.analysis.message.plain.trim();
  if (a.intent !== b.intent) return (WISHES.test(plain) && a.category !== b.category) || ALSO.test(plain);
  const caused =
    (a.category === 'network' || a.category === 'infrastructure') && FOLLOWS.has(b.category ?? '');
  if (caused) return false;
  const own = hasThing(first) && hasThing(second);
  if (ALSO.test(plain)) return own || a.category !== b.category;
  return own && a.category !== b.category && a.confidence > 0.9 && b.confidence > 0.9;
}

const hasThing = ({ record }: Reading): boolean => (record.slots.device ?? record.slots.system) !== undefined;
/** One speaks of an open request: the other tells what it is about, unless an earlier request is named. */
const EARLIER =
  /^(?:那|还有)?(?:上回|上次|昨天|前天|之前|上周|前面|早上|刚才|原先|前几天)[^,，。;；]{0,8}(?:申请|报|要|交|修|提|那)/;
const isAboutTicket = (a: Understanding, b: Understanding): boolean =>
  !EARLIER.test(b.text) &&
  (TICKET.has(a.intent) || TICKET.has(b.intent)) &&
  (REQUEST.has(a.intent) || REQUEST.has(b.intent) || TICKET.has(a.intent) === TICKET.has(b.intent));

const hasFault = (...parts: readonly Reading[]): boolean =>
  parts.some(({ record }) => record.intent === 'report_fault' && record.category !== 'conference');
/** «下午三点开会要用» says why it is urgent; a meeting that is asked for is asked for in so many words. */
const asksForMeeting = (...parts: readonly Reading[]): boolean =>
  parts.some(
    ({ record, analysis }) =>
      record.intent === 'book_meeting' && /订|预约|预定|借|申请|book|reserve/.test(analysis.message.plain),
  );

/** Whether the message names enough for two: two things, two rooms or two hours. */
export function couldBeTwo({ message: { plain }, devices, systems, places, times }: Analysis): boolean {
  const nameless = plain.match(EVERY_NAMELESS)?.length ?? 0;
  return (
    devices.length + systems.length + nameless > 1 ||
    places.length > 1 ||
    times.length > 1 ||
    (times.length > 0 && devices.length > 0)
  );
}
