/** Meetings that come again: «每周一上午九点的例会，到年底», «每月15号», «每个工作日早上». */
import type { PublicHolidays } from '../holidays.ts';
import type { Recurrence } from '../types.ts';
import { findTimes } from './time/index.ts';

const WEEKDAYS = '一二三四五六日天';
const WEEK = new RegExp(
  `每(?:隔)?(?<two>两|二|2|隔一?)?个?(?:周|星期|礼拜)的?(?:周|星期|礼拜)?(?<days>[${WEEKDAYS}](?:[、,，和与及 ]*(?:周|星期|礼拜)?[${WEEKDAYS}](?![点时号月楼层]))*)`,
);
const MONTH = /每个?月的?(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[号日]/;
const WORKDAY = /每个?工作日|(?:周|星期)一(?:到|至)(?:周|星期)?五每天|工作日每天/;
const DAY = /每一?天|每日|天天/;
const ENGLISH_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ENGLISH_WEEK = new RegExp(`every (?<other>other )?(?<day>${ENGLISH_DAYS.join('|')})`);
/** «每天中午都会自动关机» is no meeting. */
const MEETS =
  /(?<![都也就总才不还又])会(?!自[动己]|断|卡|掉|黑屏|蓝屏|死机|重启|报[错警]|出现|弹)|培训|讲座|面试|考试|答辩|学习|党课|论坛|meeting|training|standup|review/;
const UNTIL =
  /(?:一直)?(?:开|持续)?(?:到|至|直到|截止到?|截至|until|till|through) ?(?<when>(?:年底|年末|月底|月末|学期末)|[^,，。;；]{2,14}?(?:为止|止|前|月底|年底|年末|月末|[号日天月年周]|[节旦假]))/g;

/** What a message says of coming again, with where it says so; null where it is about no meeting, or one time only. */
export function findRecurrence(
  plain: string,
  context: { now: number; zone: string; holidays: PublicHolidays },
): { recurrence: Recurrence; spans: { from: number; to: number }[] } | null {
  if (!/每|天天|every/.test(plain) || !MEETS.test(plain)) return null;
  const given = givenWeek(plain, context);
  const found = given ?? rhythm(plain);
  if (found === null) return null;
  const end = given?.last ?? untilIn(plain, context);
  const holidays = /节假日.{0,4}(?:顺延|推后|延后|改到|挪到|补)|遇.{0,6}(?:顺延|推后|延后|挪)/.test(plain)
    ? 'move'
    : 'skip';
  const recurrence = { ...found.recurrence, holidays, ...(end ? { until: end.date } : {}) } as Recurrence;
  return { recurrence, spans: [found.span, ...(end ? [end.span] : [])] };
}

type Rhythm = Recurrence extends infer R
  ? R extends unknown
    ? Omit<R, 'until' | 'holidays'>
    : never
  : never;
interface FoundRhythm {
  recurrence: Rhythm;
  /** The words that say «every»; the day itself stays for the time to be read. */
  span: { from: number; to: number };
}

function rhythm(plain: string): FoundRhythm | null {
  const week = WEEK.exec(plain);
  if (week?.groups?.days) {
    const days = [...week.groups.days].flatMap((char) => {
      const at = WEEKDAYS.indexOf(char);
      return at < 0 ? [] : [Math.min(at, 6)];
    });
    const first = week[0].length - week.groups.days.length;
    // «周» of «每周一» stays, so that the first of them is read as a day.
    const to = week.index + first - (/(?:周)$/.test(week[0].slice(0, first)) ? 1 : 2);
    return {
      recurrence: { every: 'week', interval: week.groups.two ? 2 : 1, days: [...new Set(days)].sort() },
      span: { from: week.index, to },
    };
  }
  const english = ENGLISH_WEEK.exec(plain);
  if (english?.groups?.day) {
    const day = ENGLISH_DAYS.indexOf(english.groups.day);
    return {
      recurrence: { every: 'week', interval: english.groups.other ? 2 : 1, days: [day] },
      span: { from: english.index, to: english.index + english[0].length - english.groups.day.length },
    };
  }
  const month = MONTH.exec(plain);
  if (month?.groups?.day) {
    const from = month.index;
    const day = Number(month.groups.day) || hanNumber(month.groups.day);
    const to = from + month[0].length - month.groups.day.length - 1;
    return day >= 1 && day <= 31 ? { recurrence: { every: 'month', day }, span: { from, to } } : null;
  }
  const workday = WORKDAY.exec(plain);
  if (workday) return { recurrence: { every: 'workday' }, span: spanOf(workday) };
  const daily = DAY.exec(plain);
  return daily && { recurrence: { every: 'day' }, span: spanOf(daily) };
}

const GIVEN_WEEK = new RegExp(
  `(?<which>下下|下|这|本)个?(?:周|星期|礼拜)(?<first>[${WEEKDAYS}])(?<rest>(?:到|至|-|~)(?:下下|下|这|本)?个?(?:周|星期|礼拜)?(?<last>[${WEEKDAYS}])(?:的|,|，| )*(?:每天|天天|每日))`,
);

/** «下周一到周五每天»: of one week, from its first day to its last. */
function givenWeek(
  plain: string,
  context: { now: number; zone: string; holidays: PublicHolidays },
): (FoundRhythm & { last: { date: string; span: { from: number; to: number } } }) | null {
  const match = GIVEN_WEEK.exec(plain);
  const { which, first = '', rest = '', last = '' } = match?.groups ?? {};
  if (!match || which === undefined) return null;
  const [from, to] = [first, last].map((day) => Math.min(WEEKDAYS.indexOf(day), 6)) as [number, number];
  const [end] = findTimes(`${which}周${last}`, context);
  if (to < from || end === undefined || end.kind === 'duration') return null;
  const days = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const span = { from: match.index + match[0].length - rest.length, to: match.index + match[0].length };
  return {
    recurrence: { every: 'week', interval: 1, days },
    span,
    last: { date: end.start.slice(0, 10), span },
  };
}

function spanOf(match: RegExpExecArray): { from: number; to: number } {
  return { from: match.index, to: match.index + match[0].length };
}

function hanNumber(han: string): number {
  const digits = '零一二三四五六七八九';
  const [tens, ones] = han.includes('十') ? han.split('十') : ['', han];
  const ten = han.includes('十') ? (tens ? digits.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? digits.indexOf(ones) : 0);
}

/** The last day on which it may be, where one is said. */
function untilIn(plain: string, context: { now: number; zone: string; holidays: PublicHolidays }) {
  for (const match of plain.matchAll(UNTIL)) {
    const when = match.groups?.when ?? '';
    const [time] = findTimes(when.replace(/(?:为止|止|前)$/, ''), context);
    if (time === undefined || time.kind === 'duration') continue;
    const date = time.kind === 'range' ? time.end : time.start;
    if (/^\d{4}-\d\d-\d\d$/.test(date)) return { date, span: spanOf(match as RegExpExecArray) };
  }
  return null;
}
