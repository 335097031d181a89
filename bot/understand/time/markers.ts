/** The words around a time that say what it is for: 从…起, …前, …内, 截止到, by, since; and what tells the past. */
import { type Read, skip } from './pattern.ts';
import type { Role } from './types.ts';

const SINCE_BEFORE = /(?:自从|从|自|打从|(?<![拨])打|由|since |from )\s*$/;
const BY_BEFORE =
  /(?:截止日期|截止时间|截止|截至|最晚|最迟|不晚于|不迟于|赶在|务必在|(?<![a-z])(?:by|before|until|till|no later than|due(?: on| by)?|deadline(?: is)?))\s*(?:到|至|于|是|为|在|:)?\s*(?:the )?$/;

const BY_AFTER =
  /\s*(?:或者?|及|以及)?(?:之前|以前|(?<!目)前(?!台|端|面|后|天|来|往|排|方|提|期|几|缀|门|[一两二三四五六七八九十\d]+[天周个])|之内|以内|内(?!网|存|部|容|线|外|核|科|页|地)|为止|截止|截至)(?:的?时候)?/y;
/** 以后: from its end on. */
const AFTER = /\s*(?:或|及|以及)?(?:之后|以后|过后)/y;
const AROUND = /\s*(?:左右|前后|上下|许)/y;
const SINCE_AFTER =
  /\s*(?:(?:就)?(?:开始(?!报名|考|直播|上课|培训|比赛|营业|办理|评审|演示|投票|开标|面试|答辩|彩排)|起(?!来|草|诉|飞|床|点|名|码|不|夜|火))|以来|至今|到现在|到今天)/y;
const ALREADY =
  /\s*就(?!开[会饭标场考课播幕庭学业]|到(?=$|[,，。;!场位访货])|截止|到期|下班|放假|上线|诊|业|是|绪|近|行|好|可以|能|餐|职|要|来(?!了)|去|用|得)/y;
const COME_BEFORE = /\s*前来/y;

const WITHIN = /内|止|截|[或及]/;

export interface Marks {
  role: Role;
  /** Where a marker before it begins, and one after it ends. */
  from: number;
  to: number;
  lean: 'past' | null;
  /** 内, 为止: a period's end is meant, not its beginning. */
  within: boolean;
  /** 以后 after a period: what follows it. */
  beyond: boolean;
}

/** Reads the markers around a time that stands from `from` to `to`. */
export function readMarks(text: string, from: number, to: number): Marks {
  const lead = text.slice(Math.max(0, from - 20), from);
  const lean = isPast(text, to) || PAST_VERB.test(lead) || JUST_NOW.test(lead) ? 'past' : null;
  const around = skip(AROUND, text, to);
  const plain: Marks = { role: 'at', from, to: around, lean, within: false, beyond: false };
  return readDue(text, lead, plain, to) ?? readSince(text, lead, plain) ?? readAfter(text, plain) ?? plain;
}

/** 前, 内, 截止到, by. */
function readDue(text: string, lead: string, plain: Marks, to: number): Marks | null {
  const by = readBy(text, to);
  if (by !== null) {
    return { ...plain, role: 'by', to: by.to, lean: null, within: WITHIN.test(text.slice(to, by.to)) };
  }
  return BY_BEFORE.test(lead) ? { ...plain, role: 'by', to, lean: null, within: true } : null;
}

/** 从…起, 开始, 以来, since. */
function readSince(text: string, lead: string, plain: Marks): Marks | null {
  const since = SINCE_BEFORE.exec(lead)?.[0];
  const to = skip(SINCE_AFTER, text, plain.to);
  if (since === undefined && to === plain.to) return null;
  const isOver = since?.startsWith('since') || BROKEN.test(text.slice(to, to + 24));
  return {
    ...plain,
    role: 'since',
    from: plain.from - (since?.length ?? 0),
    to,
    lean: isOver ? 'past' : plain.lean,
  };
}

/** 以后, and 就 of what has already happened. */
function readAfter(text: string, plain: Marks): Marks | null {
  const beyond = skip(AFTER, text, plain.to);
  if (beyond > plain.to) return { ...plain, to: beyond, beyond: true };
  return skip(ALREADY, text, plain.to) > plain.to ? { ...plain, role: 'since', lean: 'past' } : null;
}

function readBy(text: string, to: number): Read<null> | null {
  const come = skip(COME_BEFORE, text, to);
  const end = come > to ? come - 1 : skip(BY_AFTER, text, to);
  return end > to ? { to: end, value: null } : null;
}

/** Something broke, was mended or reported then: the day or hour is over. */
const HAPPENED =
  /^[^,。;!?\n]{0,10}?(?:报修?|提交?|修|坏|断|死机|蓝屏|黑屏|掉线|崩|装|换|买|送|出现|发生|弄|更新|升级|重启|打不开|连不上|上不了|没网|没声|不行|不能|不动|申请)[^,。;!?\n要会]{0,4}?(?:了|过|的(?!话|时候))/;
/** «it broke on Monday». */
const PAST_VERB =
  /(?:^|[^a-z])(?:was|were|broke|stopped|worked|failed|crashed|happened|started|reported|submitted|came|fixed|died|went)(?: [a-z]+){0,3} (?:on |at |around )?$/;
/** 刚才四点半. */
const JUST_NOW = /(?:刚才|刚刚|刚)\s*$/;
/** What went wrong since then. */
const BROKEN =
  /^[^。;!?\n]{0,10}?(?:[打上连进登收发开关用印听看][不]|不能|不行|不了|不上|没|断|卡|掉|坏|蓝屏|黑屏|死机|很?慢|异常|报错|失灵|闪|丢|崩)/;
const COMING = /^[^,。;!?\n]{0,8}?(?:要|将|会议|准备|打算|需|得|能不能|可以|麻烦|请|帮)/;
const STILL_WELL =
  /^[^,。;!?\n]{0,4}?(?:还好|还能|还可以|还行|还正常|都好|就开始|开始就|起就|就已|一直|以来|至今)/;

/** «一开机就黑屏», «七点到单位就发现»: one thing came upon another. */
const AT_ONCE =
  /^[^,。;!?\n要会]{0,8}就(?:发现|不|没|断|卡|坏|黑屏|蓝屏|死机|打不|连不|上不|来了|到了|报了|提交了)/;

/** What nobody plans. */
const UNPLANNED = /^[^,。;!?\n要会]{0,6}?(?:突然|忽然|宕机|闪断|跳闸|[\u4e00-\u9fa5]{0,6}失败)/;

function isPast(text: string, to: number): boolean {
  const rest = text.slice(to, to + 24);
  return (
    UNPLANNED.test(rest) ||
    STILL_WELL.test(rest) ||
    AT_ONCE.test(rest) ||
    (HAPPENED.test(rest) && !COMING.test(rest))
  );
}
