/**
 * Two requests in one message are told apart. A message is only cut where a word joins something new («另外», «还有») or a
 * sentence ends, and only when each part stands by itself and they are about different things: one request seen as two
 * costs more than two seen as one.
 */
import type { Intent } from '../types.ts';
import { type Message, part } from './normalise.ts';
import type { Reading } from './read.ts';

/** A place where a message could be cut; `strong` where a word says that something new begins. */
interface Seam {
  at: number;
  /** Where the new part's own words begin. */
  resume: number;
  strong: boolean;
}

const JOINT =
  /(?:(?:另外|此外|除此之外|还有(?!人|多|几|没|事吗|一[个点]人|什么)(?:就是|一个(?:事|问题)|个(?:事|问题))?|顺便|顺带|对了|再就是|再一个|再有|与此同时|同时|仲有|同埋|加上|并且|另(?=[，,请]))[,，: ]?|[,，。;；!?、\n ] ?(?:然后(?=帮|请)|再(?=请|帮|给|申请|看|把|订|装|来|换|开|要)|并(?=请|把|将|帮|申请)|以及|还(?:要|想|请|需|得)(?=[^,，。]{0,6}(?:换|装|申请|订|开|修|领|重))|也?请(?=把|帮|给|再)|and also|also|plus|but now|and (?=the|my|please|can|could|we|i )|by the way)[,， ]?|(?:^|[ ,，。;；\n])(?:\d[.、)]|[一二三四]是|第[一二三四][,，、])(?!\d))/g;
const SENTENCE_END = /[。;；!?！？\n]+/g;
/** What goes on about the same matter. */
const GOES_ON =
  /^(?:导致|所以|因此|因为|估计|可能|是不是|怀疑|但是?|不过|而且|就是|然后就|结果|也(?:是|不行|没用|试)|重启|换了|试|谢谢|麻烦|请(?:尽快|派|安排|处理|帮忙(?:看|处理|解决))|急|电话|联系|我(?:在|是)|地点|地址|位置|它|这个|那个|具体|现象|型号|附件|补充|来的时候|请?带|他|她|because|so |it |please (?:help|fix|check)|thanks|my (?:phone|ext|number))/;

const STANDS: ReadonlySet<Intent> = new Set<Intent>([
  'report_fault',
  'request_service',
  'book_meeting',
  'cancel_meeting',
  'ask_howto',
  'ticket_status',
  'cancel_ticket',
  'reopen_ticket',
  'change_meeting',
]);
const MEETING: ReadonlySet<Intent> = new Set<Intent>(['book_meeting', 'change_meeting', 'cancel_meeting']);
const REQUEST: ReadonlySet<Intent> = new Set<Intent>(['report_fault', 'request_service']);
const LONGEST = 300;
const MOST_PARTS = 4;

function seamsOf(plain: string): Seam[] {
  const seams: Seam[] = [];
  for (const match of plain.matchAll(JOINT))
    seams.push({ at: match.index, resume: match.index + match[0].length, strong: true });
  for (const match of plain.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (!seams.some((seam) => seam.at <= end && end <= seam.resume + 1))
      seams.push({ at: end, resume: end, strong: false });
  }
  return seams.filter((seam) => seam.resume < plain.length - 2).sort((a, b) => a.at - b.at);
}

/** What a part is about, in words that can be compared. */
function topicOf({ record, analysis }: Reading): string {
  const thing = record.slots.device ?? record.slots.system ?? analysis.devices[0]?.word ?? '';
  return `${record.category ?? ''}|${thing}`;
}

/** What is asked about by no name of its own. */
const NAMELESS =
  /网(?:络|页|速|站)?|wi-?fi|无线|邮箱|邮件|密码|账号|权限|公众号|首页|会议室|空调|灯|文件|系统|签章|软件|输入法|工位|推文|access|account|password|internet|network|e-?mail|website/;
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

function aboutTheSame(first: Reading, second: Reading): boolean {
  const [a, b] = [first.record.intent, second.record.intent];
  if (MEETING.has(a) && MEETING.has(b))
    return !(
      a === 'book_meeting' &&
      b === 'book_meeting' &&
      second.analysis.times.length > 0 &&
      second.record.slots.location !== undefined
    );
  if (MEETING.has(a) && b === 'request_service')
    return second.record.category === 'conference' || second.record.category === 'other';
  if (REQUEST.has(a) && REQUEST.has(b)) {
    if (topicOf(first) === topicOf(second)) return true;
    if (first.record.category !== second.record.category) return false;
    const things = second.analysis.devices.length + second.analysis.systems.length;
    return things === 0 || (a === 'request_service' && b === 'request_service');
  }
  return a === b;
}

/** Whether what stands behind a seam is another request. */
function isAnother(first: Reading, second: Reading, seam: Seam): boolean {
  const sure = seam.strong ? 0.5 : 0.8;
  if (!STANDS.has(first.record.intent) || !STANDS.has(second.record.intent)) return false;
  if (first.record.confidence < sure || second.record.confidence < sure) return false;
  if (GOES_ON.test(second.analysis.message.plain.trim())) return false;
  if (!hasSubstance(first) || !hasSubstance(second)) return false;
  return !aboutTheSame(first, second);
}

/** The requests of a message in their order, each read by itself; null where it is one. */
export function splitRequests(message: Message, read: (part: Message) => Reading): Reading[] | null {
  const { plain } = message;
  if (plain.length < 8 || plain.length > LONGEST) return null;
  const parts: Reading[] = [];
  let begin = 0;
  const seams = seamsOf(plain);
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
  const next = seams.find((other) => other.strong && other.at > seam.resume + 3);
  return next?.at ?? end;
}
