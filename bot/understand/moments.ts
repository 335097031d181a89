/** Which of the times in a message is the deadline, and which the beginning of the trouble. */
import { type Analysis, timesOf, type Words } from './analysis.ts';
import { dayOf } from './day.ts';
import { after, before, COARSE, DAY_MS, isDate, isPoint, type Length, type Point } from './said-times.ts';
import type { Preference } from './time/index.ts';
import { wallTimeOf } from './time/zone.ts';

/** Words beside a time that say that something is wanted by then. */
const NEEDED =
  /(?:要用|得用|急用|要开|开会|开[^,，。]{1,8}会|[视审评]频?会|有会|有个|最后一天|最后期限|关账|结账|(?<!之|以)前|要交|得交|截止|要(?!不)|需要|必须|务必|等着|用|弄好|修好|搞定|上门|汇报|检查|验收|封标|开标|截标|递交|拉练|出差|接待|上课|年检|考试|培训|评审|面试|演示|答辩|直播|发出|到期|完成|到[场位访岗]|抽查|点[名调]|连线|开[庭市餐门馆]|交付|办[结妥]|恢复|进驻|就[到来]|抵达|封账|装好|要上线|就要|能[^,，。不]{0,3}(?:弄|修|搞|解决|处理|装)|due|need|meeting|before|by|must)/;
const SINCE_AFTER =
  /^[的,，)\s]*(?:开机后(?:就|便)?一?直?|已经?(?:[多数]次|[\u4e00-\u9fff]{0,2}(?:出现|发生|重启|中断|断开|掉线|死机|蓝屏|黑屏))|开始(?!报名|开会|考|直播|上课|培训|比赛|活动|营业|办理|施行|执行)|起(?!草|诉)|以来|就(?:不|没|打|开(?![会饭标场课])|上(?!报|岗)|连|这|是|出|坏|一直)|以后就|之后就|一直|到现在|那会|那阵|突然|忽然|又(?!要|得|有|开)|发现|一?开机就|一(?:来|上班|打开|开|登录?)就|(?:都|也)?(?:无法|打不开|连不上|上不了|登[录陆]?不[上了]|开不了|用不了|没(?:声音?|网|信号|反应))|来了就|来就|上班就)/;
/** «视频会九点半开始»: the event begins then, not the trouble. */
const EVENT_BEFORE =
  /(?:会议?|培训|面试|考试|直播|答辩|活动|讲座|课|汇报|评审|开标|典礼|meeting|call|training|exam)(?:是|在|于|今天|就|将|要|定在|starts? at|is at|at| )*$/;
const SINCE_BEFORE = /(?:从|自|自从|打从|打|since|from|starting)\s*(?:the )?$/;
/** What follows tells of the report, the repair or a document, not of the trouble. */
const REPORTED =
  /^(?:所[报提]|报(?![警错到])的?|报修|提(?!示|醒)的?|提交|申请|发布?的?|发的|登记|反映|说的?|打电话|跟你们|已经报|修过|修的|来修|来的|装的|换的|买的|领的|刚(?:换|装|买|修|领|配)|的(?:会|通知|文件|邮件|材料|视频会|那|打卡|外勤|考勤))/;
const STILL_FINE =
  /^(?:明明)?(?:还|都还|明明还|本来还|还是|都)(?:在|有|好好的|好的|能|可以|正常|没事|没问题|用着|显示)/;
/** «stopped working this morning»: English says first what went wrong. */
const BROKE_BEFORE =
  /(?:stopped|broke|broken|died|crashed|down|failed|dead|blue screen|frozen|froze|offline|not work(?:ing)?)\b[^.,;]{0,20} $/;

interface Clock {
  now: number;
  today: string;
  /** Hour of the day, from 0 to 23. */
  hour: number;
}

const clockOf = (now: number, { zone }: Words): Clock => ({
  now,
  today: dayOf(now, zone),
  hour: Math.floor(wallTimeOf(now, zone).seconds / 3600),
});

const isPast = (match: Point, clock: Clock): boolean =>
  isDate(match.start) ? match.start < clock.today : Date.parse(match.start) < clock.now;

/** The same expressions, resolved for a purpose. */
function resolved(analysis: Analysis, words: Words, prefer: Preference): Point[] {
  if (analysis.times.length === 0) return [];
  const kept = new Set(analysis.times.map((match) => match.from));
  return timesOf(analysis.message.plain, analysis.now, words, prefer)
    .filter(isPoint)
    .filter((match) => kept.has(match.from));
}

function marksBeginning(text: string, match: Point, clock: Clock): boolean {
  if (EVENT_BEFORE.test(before(text, match, 8))) return false;
  if (match.role === 'since' || SINCE_BEFORE.test(before(text, match, 6))) return true;
  const over = isPast(match, clock) || match.start === clock.today;
  if (over && BROKE_BEFORE.test(before(text, match, 36))) return true;
  return over && SINCE_AFTER.test(after(text, match, 8));
}

const saysNeed = (text: string, match: Point): boolean =>
  match.role === 'by' ||
  NEEDED.test(after(text, match, 10).split(/[,，。;；]/)[0] ?? '') ||
  NEEDED_BEFORE.test(before(text, match, 24));

const NEEDED_BEFORE =
  /(?:截止|必须|务必|要在|请在|赶在|by|before|due)\s*$|(?:need|must|have to|fixed?|done|ready)\b[^.,;]{0,16} $/;

/** «明天到任，请今天下午配齐»: what is asked for goes before what it is for. */
const ASKED = /(?:请|麻烦|务必|必须|最好)(?:你们?|您|各位)?(?:于|在|赶在)?\s*$/;

/** «三十号起用», «12月1日起启用新版»: what begins on a day to come has to be ready by then. */
const startsThen = (text: string, match: Point, clock: Clock): boolean =>
  !hasCome(match, clock) &&
  (/^(?:正式)?(?:启用|使用|用|执行|实施|上线|生效|需要?|要)/.test(after(text, match, 6)) ||
    /(?:在此之?前|此前|提前|预先)/.test(text.slice(match.to)));

/** «今天下午有群体接访» said in the morning: a part of today that has not begun is told of for what is to come. */
function isPartAhead({ text, grain }: Point, { hour }: Clock): boolean {
  if (grain !== 'daypart' || !/今|当[天日晚]/.test(text)) return false;
  if (/下午|午后/.test(text)) return hour < 12;
  return /[晚夜]/.test(text) && hour < 17;
}

/** «每天中午都会自动关机», «一到下午就卡»: no day is meant. */
const RECURS_BEFORE = /(?:每(?:[天日周到逢]|次到)|[一逢]到)$/;

/** «本周要调阅»: a week that has begun is meant to its end. */
function tillItsEnd(text: string, match: Point, clock: Clock): Point {
  const underway =
    match.kind === 'range' && isDate(match.end) && match.start < clock.today && match.end >= clock.today;
  return underway && /^(?:就?要(?!求)|必?须|需|得|务必|内|之内)/.test(after(text, match, 4))
    ? { ...match, start: match.end }
    : match;
}

/** «今日闭馆前（17点）»: the hour in brackets is the day's before them. */
const inBrackets = (text: string, day: Point, all: readonly Point[]): Point | undefined =>
  isDate(day.start)
    ? all.find(
        (hour) =>
          hour.start.startsWith(`${day.start}T`) &&
          /^[^,，。;；()（）]{0,4}[(（]$/.test(text.slice(day.to, hour.from)),
      )
    : undefined;

/** «续期至明年六月底», «有效期到十二月»: how long a thing is to last. */
const LASTS_UNTIL = /(?:续[期费签]|延[长期]|保留|有效期?|期限|使用期限?)[到至为是:：]*$/;

/** «下个月也行» and «两点以后» set no limit. */
const NO_DEADLINE_AFTER =
  /^(?:也|都)?(?:行|成|可以)|^的(?:件|单|数据|报表)|^(?:以后|之后|后)(?!要|得)|^(?:没|忘)/;

/** «11月17» on the 18th: nobody wants a thing by a date of next autumn without saying the year. */
const isFar = (match: Point, clock: Clock): boolean =>
  Date.parse(match.start) - clock.now > FAR_DAYS * DAY_MS && !/年/.test(match.text);
const FAR_DAYS = 300;

/** «工程师说周三来»: somebody else's word, no wish. */
const isPromise = (text: string, match: Point): boolean =>
  /说(?:是|好)?$/.test(before(text, match, 3)) &&
  /^(?:就|会|再)?(?:来|到|过来|上门)/.test(after(text, match, 4));

/** «drains in 20 minutes»: how long a thing lasts, no wish. */
const LASTS_BEFORE =
  /(?:drains?|lasts?|takes?|dies|runs out|times? out|logs? out|disconnects?|reboots?|restarts?) $/;

/** By when it is needed: a time said as such, or an hour or a day that is still to come. */
export function deadlineOf(analysis: Analysis, words: Words): string | undefined {
  const text = analysis.message.plain;
  const clock = clockOf(analysis.now, words);
  const coming = resolved(analysis, words, 'deadline')
    .map((match) => tillItsEnd(text, match, clock))
    .filter(
      (match) =>
        !isPast(match, clock) &&
        !isFar(match, clock) &&
        (!marksBeginning(text, match, clock) || startsThen(text, match, clock)) &&
        !NO_DEADLINE_AFTER.test(after(text, match, 4)) &&
        !STILL_FINE.test(after(text, match, 8)) &&
        !isPromise(text, match) &&
        !LASTS_BEFORE.test(before(text, match, 16)) &&
        !RECURS_BEFORE.test(before(text, match, 3)) &&
        !LASTS_UNTIL.test(before(text, match, 8)) &&
        (saysNeed(text, match) || !(COARSE.has(match.grain) || /(?:以后|之后|后)$/.test(match.text))) &&
        !/(?:等到?|[说约]好的?|保修期?到?|质保到?|用到|有效期到?)$/.test(before(text, match, 5)) &&
        (match.role === 'by' ||
          !REPORTED.test(after(text, match, 8)) ||
          /^的(?:视频)?会/.test(after(text, match, 3))),
    );
  const best =
    coming.find((match) => match.role === 'by') ??
    coming.find((match) => ASKED.test(before(text, match, 6))) ??
    coming.find((match) => !isDate(match.start)) ??
    coming.find((match) => match.start > clock.today || saysNeed(text, match) || isPartAhead(match, clock));
  return best && (inBrackets(text, best, coming) ?? best).start;
}

/** Since when it is so: «从昨天», «今早开机就», a past day, or «已经两天了». */
export function sinceOf(analysis: Analysis, words: Words): string | undefined {
  const text = analysis.message.plain;
  const clock = clockOf(analysis.now, words);
  const plainly = new Map(analysis.times.filter(isPoint).map((match) => [match.from, match]));
  const said = resolved(analysis, words, 'past').find((match) => {
    const asRead = plainly.get(match.from) ?? match;
    return marksBeginning(text, asRead, clock) && hasCome(match, clock);
  });
  if (said) return said.start;
  const pastAnyway = analysis.times.filter(isPoint).find((match) => {
    const rest = after(text, match, 10).replace(/^[的,， 我们]+/, '');
    if (
      match.role === 'by' ||
      REPORTED.test(rest) ||
      REPORTED.test(after(text, match, 10)) ||
      STILL_FINE.test(rest)
    )
      return false;
    return (
      isPast(match, clock) &&
      isNear(match, clock) &&
      match.grain !== 'week' &&
      !/(?:变回|变成|显示|回到|停留?在|卡在)$/.test(before(text, match, 4))
    );
  });
  return pastAnyway?.start ?? lastingSince(analysis, words);
}

const hasCome = (match: Point, clock: Clock): boolean =>
  isDate(match.start) ? match.start <= clock.today : Date.parse(match.start) <= clock.now;

/** A fault is told of while it is fresh: a year ago is something else. */
const isNear = (match: Point, clock: Clock): boolean => clock.now - Date.parse(match.start) < 200 * DAY_MS;

/** «坏了三天了», «已经两个小时»: that long ago. */
function lastingSince(analysis: Analysis, words: Words): string | undefined {
  const text = analysis.message.plain;
  const length = analysis.times.find(
    (match): match is Length =>
      match.kind === 'duration' &&
      (/^了/.test(text.slice(match.to)) || /(?:已经?|持续|都|快)(?:了)?\s*$/.test(text.slice(0, match.from))),
  );
  if (!length || length.durationMs < DAY_MS || /等了?$|报修?了?$/.test(text.slice(0, length.from)))
    return undefined;
  return dayOf(analysis.now - length.durationMs, words.zone);
}
