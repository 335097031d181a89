/** Commands in words: «接单 T20261118-0001», «0034、0035 完成，换了硒鼓», «转给李工» as a reply to a card. */
import { type DispatchCommand, type OrderName, orderOf } from './command.ts';

interface Verb {
  name: OrderName;
  words: RegExp;
  /** An everyday word: a command only with a number, as a reply to a card, or all alone. */
  everyday?: RegExp;
  /** What follows is kept in the speaker's words, other numbers in it too. */
  says?: true;
  /** More than so many further characters make an everyday word talk: «我去看了，没人». */
  most?: number;
}

/** The first that fits; the longer words of one that begins another stand before it. */
const VERBS: readonly Verb[] = [
  {
    name: 'handback',
    words: /^(?:交还(?:给?机器人)?|[转还](?:回|给)?机器人|hand ?back)/i,
  },
  {
    name: 'accept',
    words:
      /^(?:收到[,，]?接单|接单|接了|接一下|接下|接手|接(?=[\s,，T#\d]|$)|我接(?:单|了|手)?|我[来去](?:处理|看看|看一下|一趟|弄|接|跟)?(?!看|过|了)|accept|take)/i,
    everyday: /^(?:接(?!单)|我|take)/i,
    most: 8,
  },
  {
    name: 'acknowledge',
    words: /^(?:已?知悉|收到|acknowledged?|noted)(?:了)?/i,
    everyday: /^(?:收到|noted)/i,
    most: 4,
  },
  {
    name: 'arrive',
    words: /^(?:我?已?经?(?:到场|到现场|到达现场|到达)|arrived?|on ?site)(?:了)?/i,
    everyday: /^(?:arrive|on)/i,
    most: 8,
  },
  { name: 'confirm_incident', words: /^合并为一?个?事件|^同一个?故障/ },
  { name: 'dismiss_incident', words: /^不是同一个(?:故障|事件)?/ },
  // «会前联调完成 M…»: the task's name stays among the words that say which one it is.
  {
    name: 'task',
    words: /^(?=(?:布场|会前联调|联调|开会前复测|复测|值守|撤场)(?:已经?|都)?(?:完成|做完|做好|好了))/,
    says: true,
  },
  { name: 'unlink', words: /^(?:拆分|拆开|拆出|取消关联|unlink|split)/i },
  { name: 'merge', words: /^(?:合并|merge)/i },
  { name: 'link', words: /^(?:关联|link)/i },
  { name: 'send_out', words: /^(?:申请)?(?:送修|返厂|外修)(?:申请)?/, says: true },
  {
    name: 'delay',
    words: /^(?:延期|推迟|预计|顺延|delay)(?:到|至)?/i,
    everyday: /^(?:预计|推迟)/,
    says: true,
  },
  { name: 'declare_major', words: /^(?:定为)?重大故障|^(?:定为)?灾难|^major(?: fault)?/i, says: true },
  { name: 'plan', words: /^(?:备选|备用|替代)方案|^fallback(?: plan)?/i, says: true },
  { name: 'review', words: /^(?:故障|问题|复盘)报告|^复盘|^review/i, says: true },
  {
    name: 'transfer',
    words: /^(?:转派|改派|转交|转单|指派|派单|派|转|transfer)(?:一下)?\s*(?:给|到|至|to(?= ))?/i,
    everyday: /^[转派](?:一下)?\s*[到至]?$/,
    says: true,
  },
  { name: 'hold', words: /^(?:先?挂起|先?挂着|暂停|hold)/i, says: true },
  {
    name: 'resume',
    words: /^(?:取消挂起|解除挂起|恢复(?:处理)?|继续(?:处理)?|resume)/i,
    everyday: /^(?:恢复|继续)/,
  },
  {
    name: 'resolve',
    words:
      /^我?(?:都|已经?)?(?:完成|办结|修好|处理完|处理好|弄好|搞好|搞定|解决|好(?=了)|done|resolved?|finished?)(?![不得])(?:了|啦)?/i,
    everyday: /^我?(?:都|已经?)?好/,
    says: true,
  },
  {
    name: 'vendor_answer',
    words: /^(?:厂商|厂家|供应商|原厂)(?:答复|回复|反馈|说)|^vendor (?:says|answers?|answered)/i,
    says: true,
  },
  { name: 'comment', words: /^(?:备注|回复|留言|转告(?:用户)?|comment)/i, says: true },
  { name: 'escalate', words: /^(?:升级|上报|escalate)/i, says: true },
  { name: 'cancel', words: /^(?:撤销|撤单|作废|取消|cancel)/i, everyday: /^取消|^cancel/i, says: true },
  { name: 'close', words: /^(?:关闭|关单|结单|close)/i, everyday: /^关闭|^close/i },
  { name: 'confirm', words: /^(?:确认|confirm)/i, everyday: /^./ },
  {
    name: 'show',
    words: /^(?:查单|查看?(?:一下)?|看看?(?:一下)?|详情|进度|show)/i,
    everyday: /^(?!详情)/,
    most: 10,
  },
];

const HELP = /^(?:帮助|命令|指令|怎么用|help|commands?)[!！。.]?$/i;
const LIST =
  /^(?:查单|待办|工单列表|list|open tickets|(?:今天|现在)?还?(?:有没有|有)?(?:哪些|什么|几张|多少)?(?:单子?|工单)?(?:没有?|未|还没有?|待)(?:人)?(?:接|派)(?:的)?(?:单子?|工单)?|(?:今天|现在)?还有(?:哪些|什么|几张|多少)(?:单子?|工单)|(?:今天|现在)的?(?:单子?|工单)(?:有哪些)?)[?？。]?$/i;
const ASKS = /[?？吗呢]$|了没有?$/;
/** So much may follow a verb that names no ticket; more is talk. */
const MOST_WITHOUT_NUMBER = 30;

const NUMBER = '[TM]\\d{8}[-–—]?\\d{4,9}(?!\\d)';
const BETWEEN = '[\\s,，、;；]*(?:[和与及]\\s*(?=[TM#\\d]))?';
const RUN = new RegExp(`^(?:${NUMBER}${BETWEEN})+`, 'i');
const ANYWHERE = new RegExp(NUMBER, 'gi');
/** The last four digits; before a verb only where nothing else is written so: «#0034», «T0034», «0034». */
const SHORT_END = '(?=[\\s,，、;；:：。和与及]|$)';
const SHORT_MARKED = '(?:#\\d{1,4}|T-?\\d{4}|0\\d{3})(?!\\d)';
const SHORT_RUN = new RegExp(`^(?:(?:${SHORT_MARKED}|\\d{4}${SHORT_END})${BETWEEN})+`, 'i');
const SHORT_BEFORE = new RegExp(`^(?:${SHORT_MARKED}${BETWEEN})+`, 'i');
/** «我把 T… 处理完了», «这单我接», «【接单】»: what stands around a command that names its ticket. */
const AROUND = /^(?:【|请|麻烦|帮忙|帮我|这[个张]?单|(?:我|你)?(?:把|将)|给(?=[TM]\d))+\s*/i;
/** «等配件，先挂起»: why stands before it. */
const WAITS_THEN_HOLD =
  /^((?=.*(?:等|缺|没|不在|约)).{2,60}?)[\s,，]*(?:先|就|得|要|需要)*(挂起)[了吧]?[。.!！]?$/;

/**
 * A command in words, or null where the message is none. `repliedTo` is the ticket whose card the message replies to.
 * Numbers may stand before or behind the verb; without one, the card replied to is meant.
 */
export function readCommand(text: string, repliedTo: string | null): DispatchCommand | null {
  const words = narrowed(text).trim();
  if (HELP.test(words)) return { kind: 'help' };
  if (LIST.test(words)) return { kind: 'list' };
  const isReply = repliedTo !== null;
  const names = isReply || words.search(ANYWHERE) >= 0;
  const before = takeNumbers(names ? bare(words) : words, isReply ? [RUN] : [RUN, SHORT_BEFORE]);
  const found = verbOf(names ? bare(before.rest) : before.rest);
  if (!found || ASKS.test(words)) return null;
  const { verb, said, rest } = found;
  const after = takeNumbers(trimmed(rest), isReply ? [RUN] : [RUN, SHORT_RUN]);
  const named = [...before.numbers, ...after.numbers];
  const inside = takeInside(after.rest, verb.says && named.length > 0 ? 0 : verb.says ? 1 : 99);
  const numbers = [...named, ...inside.numbers];
  const told = trimmed(inside.rest);
  if (numbers.length === 0 && !isReply && !isClearAlone(verb, said, rest)) return null;
  if (verb.most !== undefined && verb.everyday?.test(said) && told.length > verb.most) return null;
  if (numbers.some((number) => !canMean(verb, number))) return null;
  const meant = numbers.length > 0 ? [...new Set(numbers)] : isReply ? [repliedTo] : [];
  return { kind: 'order', numbers: meant, order: orderOf(verb.name, told) };
}

/** Ticket numbers in an answer, and the words beside them. */
export function numbersIn(text: string): { numbers: string[]; rest: string } {
  const words = narrowed(text).trim();
  const first = takeNumbers(words, [RUN, SHORT_RUN]);
  return first.numbers.length > 0 ? first : takeInside(words, 1);
}

/**
 * What is left when the one who is spoken to is taken away. Only where the bot is meant: what stands behind the name
 * of a colleague is said to them.
 */
export function withoutMention(text: string, mentioned: boolean): string {
  const leading = /^\s*@[^\s@]{1,30}(?:\s+|$)/;
  const calling = /^\s*@[^\s@]*(?:服务|机器人|助手|bot|desk)[^\s@]*(?:\s+|$)/i;
  let words = text;
  while ((mentioned ? leading : calling).test(words)) words = words.replace(leading, '');
  return words.trim();
}

/** Wide letters and digits as narrow ones; the punctuation stays as it was written. */
function narrowed(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ０-９＃＠－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

function bare(words: string): string {
  const left = words.replace(AROUND, '').replace(/^([^【】]{1,6})】/, '$1 ');
  return left.replace(WAITS_THEN_HOLD, '$2 $1');
}

function trimmed(text: string): string {
  return text.replace(/^[\s,，:：。;；、!！]+/, '').trim();
}

function verbOf(words: string): { verb: Verb; said: string; rest: string } | null {
  for (const verb of VERBS) {
    const said = verb.words.exec(words)?.[0];
    if (said !== undefined) return { verb, said, rest: words.slice(said.length) };
  }
  return null;
}

/** «挂起 等配件» names no ticket and wants to be asked; «完成得不错» and «我来晚了» are talk. */
function isClearAlone(verb: Verb, said: string, rest: string): boolean {
  const told = trimmed(rest);
  if (told === '') return true;
  if (verb.everyday?.test(said) || told.length > MOST_WITHOUT_NUMBER) return false;
  return verb.name === 'transfer' || /^[\s,，:：]/.test(rest);
}

/** A meeting can be confirmed and cancelled here and its tasks reported done, a ticket can not be confirmed. */
const OF_MEETINGS: ReadonlySet<OrderName> = new Set(['confirm', 'cancel', 'resolve', 'task']);

function canMean(verb: Verb, number: string): boolean {
  if (/^M/.test(number)) return OF_MEETINGS.has(verb.name);
  return verb.name !== 'confirm' && verb.name !== 'task';
}

function takeNumbers(words: string, runs: readonly RegExp[]): { numbers: string[]; rest: string } {
  for (const run of runs) {
    const found = run.exec(words)?.[0];
    if (!found) continue;
    const numbers = found.match(/[TM]\d{8}[-–—]?\d{4,9}|\d{1,4}/gi) ?? [];
    return { numbers: numbers.map(whole), rest: trimmed(words.slice(found.length)) };
  }
  return { numbers: [], rest: words };
}

function takeInside(words: string, most: number): { numbers: string[]; rest: string } {
  const numbers = (words.match(ANYWHERE) ?? []).slice(0, most);
  const rest = numbers.reduce((left, number) => left.replace(number, ' '), words);
  return {
    numbers: numbers.map(whole),
    rest: numbers.length > 0 ? rest.replace(/ {2,}/g, ' ').trim() : rest,
  };
}

function whole(number: string): string {
  const parts = /^([TM]\d{8})[-–—]?(\d+)$/i.exec(number);
  return parts ? `${parts[1]?.toUpperCase()}-${parts[2]}` : number.padStart(4, '0');
}
