/**
 * Two requests in one message are told apart. A message is only cut where a word joins something new («另外», «还有»), a
 * sentence ends or a clause begins that has a place, a meeting or a wish of its own, and only when each part stands by
 * itself and they are about different things: one request seen as two costs more than two seen as one.
 */
import type { Intent, Understanding } from '../types.ts';
import type { Analysis } from './analysis.ts';
import { type Message, part } from './normalise.ts';
import type { Reading } from './read.ts';

/** What stands between two parts: a word that says that something new begins, the end of a sentence, a comma or blank. */
type SeamKind = 'joint' | 'sentence' | 'clause';
/** A place where a message could be cut. */
interface Seam {
  at: number;
  /** Where the new part's own words begin. */
  resume: number;
  kind: SeamKind;
}

const JOINT =
  /(?:(?:另外|此外|除此之外|还有(?!人|多|几|没|事吗|一[个点]人|什么)(?:就是|一个(?:事|问题)|个(?:事|问题))?|顺便|顺带|对了|再就是|再一个|再有|与此同时|同时|仲有|同埋|加上|并且|另(?=[，,请订把给]))[,，: ]?|然后(?=帮|请|[^,，。;；]{1,8}(?:也|又|还))|再(?=看[一下哈]|帮我|给我|申请|订|换)|[,，。;；!?、\n ] ?(?:再(?=请|帮|给|申请|看|把|订|装|来|换|开|要)|并(?=请|把|将|帮|申请)|以及|还(?:要|想|请|需|得)(?=[^,，。]{0,6}(?:换|装|申请|订|开|修|领|重))|也?请(?=把|帮|给|再)|and also|also|plus|but now|and (?=the|my|please|can|could|we|i )|by the way)[,， ]?|(?:^|[ ,，。;；\n])(?:\d[.、)]|[一二三四]是|第[一二三四][,，、])(?!\d))/g;
const SENTENCE_END = /[。;；!?！？\n]+/g;
const CLAUSE_END = /[,，、 ]+/g;
/** What goes on about the same matter. */
const GOES_ON =
  /^(?:导致|所以|因此|因为|估计|可能|是不是|怀疑|但是?|不过|而且|就是|然后就|结果|也(?:是|不行|没用|试)|重启|换了|试|谢谢|麻烦|请(?:尽快|派|安排|处理|帮忙(?:看|处理|解决))|急|(?:电话|联系)(?:都|是|为|打|号码|我|人|方式|[\s:])*(?=[\d零一二三四五六七八九幺])|联系|我(?:在|是)|地点|地址|位置|它|这个|那个|具体|现象|型号|附件|补充|来的时候|请?带|他|她|because|so |it |please (?:help|fix|check)|thanks|my (?:phone|ext|number))/;

/** What somebody else says or sees, and what it is needed for. */
const ASIDE =
  /^(?:同事|他们|别人|大家|其他人?|隔壁|领导)(?:们)?(?:说|讲|反映|也|都)|^(?:need|with|for) |^[^,，。;；]{0,14}(?:要用|急用|等着用|要讲话|要汇报|要开会|要参加)[了。!]*$/;

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
const LONGEST = 300;
const MOST_PARTS = 4;

function seamsOf(plain: string, clauses: boolean): Seam[] {
  const seams: Seam[] = [];
  for (const match of plain.matchAll(JOINT))
    seams.push({ at: match.index, resume: match.index + match[0].length, kind: 'joint' });
  const add = (ends: RegExp, kind: SeamKind): void => {
    for (const match of plain.matchAll(ends)) {
      const end = match.index + match[0].length;
      if (!seams.some((seam) => seam.at <= end && match.index <= seam.resume + 1))
        seams.push({ at: end, resume: end, kind });
    }
  };
  add(SENTENCE_END, 'sentence');
  if (clauses) add(CLAUSE_END, 'clause');
  return seams.filter((seam) => seam.resume < plain.length - 2).sort((a, b) => a.at - b.at);
}

/** What a part is about, in words that can be compared. */
function topicOf({ record, analysis }: Reading): string {
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

/** Behind a joint or a full stop, what is read with certainty counts though it names no thing that is known. */
const isSubstantial = (reading: Reading, seam: Seam): boolean =>
  hasSubstance(reading) || (seam.kind !== 'clause' && reading.record.confidence > 0.9 && reading.analysis.message.plain.trim().length > 3);

/** Asking how far it is and asking for haste are one; chat and praise in the same breath are about the same matter. */
function continuesTheOther(first: Reading, second: Reading, seam: Seam): boolean {
  const [a, b] = [first.record.intent, second.record.intent];
  if (IMPATIENT.has(a) && IMPATIENT.has(b)) return true;
  if ((a === 'change_meeting' || b === 'change_meeting') && !(MEETING.has(a) && MEETING.has(b))) return seam.kind === 'clause';
  return seam.kind === 'clause' && [a, b].some((intent) => intent === 'out_of_scope' || intent === 'rate_service');
}
const IMPATIENT: ReadonlySet<Intent> = new Set<Intent>(['ticket_status', 'urge_ticket', 'complain']);

function aboutTheSame(first: Reading, second: Reading): boolean {
  const [a, b] = [first.record.intent, second.record.intent];
  if (MEETING.has(a) && MEETING.has(b))
    return !(
      a === 'book_meeting' &&
      b === 'book_meeting' &&
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

/** Whether what stands behind a seam is another request. */
function isAnother(first: Reading, second: Reading, seam: Seam): boolean {
  const sure = SURE[seam.kind];
  if (!STANDS.has(first.record.intent) || !STANDS.has(second.record.intent)) return false;
  if (first.record.confidence < sure || second.record.confidence < sure) return false;
  if (GOES_ON.test(second.analysis.message.plain.trim())) return false;
  if (ASIDE.test(second.analysis.message.plain.trim())) return false;
  if (!isSubstantial(first, seam) || !isSubstantial(second, seam) || continuesTheOther(first, second, seam)) return false;
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
    return hasFault(first, second) && asksForMeeting(first, second);
  if (!REQUEST.has(a.intent) || !REQUEST.has(b.intent))
    return a.confidence > 0.9 && b.confidence > 0.9 && !isAboutTicket(a, b);
  const places = [a.slots.location, b.slots.location];
  if (places[0]?.room && places[1]?.room && places[0].room !== places[1].room) return true;
  const plain = second.analysis.message.plain.trim();
  if (a.intent !== b.intent) return (WISHES.test(plain) && a.category !== b.category) || ALSO.test(plain);
  const caused =
    (a.category === 'network' || a.category === 'infrastructure') && FOLLOWS.has(b.category ?? '');
  if (caused || a.category === b.category) return false;
  return (
    ALSO.test(plain) || (hasThing(first) && hasThing(second) && a.confidence > 0.9 && b.confidence > 0.9)
  );
}

const hasThing = ({ record }: Reading): boolean => (record.slots.device ?? record.slots.system) !== undefined;
/** One speaks of an open request: the other tells what it is about, unless an earlier request is named. */
const EARLIER = /^(?:那|还有)?(?:上回|上次|昨天|前天|之前|上周|前面|早上|刚才|原先|前几天)[^,，。;；]{0,8}(?:申请|报|要|交|修|提|那)/;
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
function couldBeTwo({ message: { plain }, devices, systems, places, times }: Analysis): boolean {
  const nameless = plain.match(EVERY_NAMELESS)?.length ?? 0;
  return (
    devices.length + systems.length + nameless > 1 ||
    places.length > 1 ||
    times.length > 1 ||
    (times.length > 0 && devices.length > 0)
  );
}

/** The requests of a message in their order (`whole` is what was found in it), each read by itself; null where it is one. */
export function splitRequests(
  message: Message,
  whole: Analysis,
  read: (part: Message) => Reading,
): Reading[] | null {
  const { plain } = message;
  if (plain.length < 8 || plain.length > LONGEST) return null;
  const parts: Reading[] = [];
  let begin = 0;
  const seams = seamsOf(plain, couldBeTwo(whole));
  for (const seam of seams) {
    if (parts.length + 1 >= MOST_PARTS || seam.at - begin < 2) {
      if (seam.at - begin < 2) begin = Math.max(begin, seam.resume);
      continue;
    }
    const first = read(part(message, begin, seam.at));
    const second = read(part(message, seam.resume, nextEnd(seams, seam, plain.length)));
    if (!isAnother(first, second, seam)) continue;
    parts.push(first);
    begin = seam.resume;
  }
  if (parts.length === 0) return null;
  return [...parts, read(part(message, begin, plain.length))];
}

/** A part is judged by its first sentences, not by what follows the next joint. */
function nextEnd(seams: readonly Seam[], seam: Seam, end: number): number {
  const next = seams.find((other) => other.kind === 'joint' && other.at > seam.resume + 3);
  return next?.at ?? end;
}
