/** Dates by number: 2026-11-20, 11/20, 11.20, 2026年11月20日, 3月5号, 下个月5号, 20号, 2026年. */
import { type Anchor, choose, type DateValue, oneDay } from './anchor.ts';
import { civilOf, existingDay, monthSpan, yearSpan } from './civil.ts';
import { MONTH, monthNumberOf, monthOf, namesYear, RELATIVE_YEAR, YEAR, yearOf } from './months.ts';
import { numberOf, WHOLE } from './numerals.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';

/** Days back within which a date without a year means the past one. */
const RECENT_DATE = 10;

/** What makes of «5号» a thing: 5号楼, 12号机, 3号线. */
export const NUMBERED_THING =
  '楼|栋|会议室|会议厅|机|线|门|厅|馆|桌|工位|院|窗|柜|库|教室|车|电梯|井|文|公告|服务器|打印|主机|段|位|仓|室|房|宿舍|座|口|病|床|' +
  '多|卡|电脑|交换|端口|网口|插|工单|单|字|码|键|选手|同志|员|台|笔|屏|投影|点位|摄|项|节点|区|岗|包|标|令|店|展|厂|桶|箱|弱电|强电|竖井|墨|硒|钢|铺|地块|办公|[主厂]变|变压|变电|机组|锅炉|泵|闸|塔|炉|电梯|线路|通道|柜台|哨|站台?(?!点)|矿|坝';

/** «5日机房停电» is a day, «5号机房» a room. */
const DAY_SIGN = `(?:日|号(?!${NUMBERED_THING}))`;

function monthDay(groups: Groups): DateValue | null {
  const date = numberOf(groups.date ?? '');
  if (date === null || date < 1 || date > 31) return null;
  if (groups.month !== undefined && monthNumberOf(groups) === null) return null;
  return {
    resolve: (anchor) => {
      const day = namesYear(groups)
        ? dayInMonth(monthOf(groups, anchor), date)
        : openMonthDay(groups, date, anchor);
      return day === null ? null : oneDay(day);
    },
    fixed: namesYear(groups),
  };
}

function dayInMonth(month: { from: number; to: number } | null, date: number): number | null {
  if (!month) return null;
  const day = month.from + date - 1;
  return day <= month.to ? day : null;
}

function openMonthDay(groups: Groups, date: number, anchor: Anchor): number | null {
  const month = monthNumberOf(groups);
  return month === null ? null : openDate(anchor, month, date);
}

/** A month and day without a year: the occurrence that is meant. */
export function openDate(anchor: Anchor, month: number, date: number): number | null {
  const { year } = civilOf(anchor.today);
  const at = (years: number) => {
    const day = existingDay(year + years, month, date);
    return day === null ? null : { from: day, to: day };
  };
  return choose(anchor, { at, recentDays: RECENT_DATE })?.from ?? null;
}

function dayAlone({ date = '' }: Groups): DateValue | null {
  const number = numberOf(date);
  if (number === null || number < 1 || number > 31) return null;
  return {
    resolve: (anchor) => {
      const here = civilOf(anchor.after ?? anchor.today);
      const at = (months: number) => {
        const { from, to } = monthSpan(here.year, here.month + months);
        return from + number - 1 <= to ? { from: from + number - 1, to: from + number - 1 } : null;
      };
      const day = choose(anchor, { at, recentDays: 0 });
      return day && oneDay(day.from);
    },
  };
}

function written(year: number, month: number, date: number): DateValue | null {
  const day = existingDay(year, month, date);
  return day === null ? null : { resolve: () => oneDay(day), fixed: true };
}

function yearMonthDay({ y = '', m, d }: Groups): DateValue | null {
  const year = y.length === 2 ? 2000 + Number(y) : Number(y);
  return written(year, Number(m), Number(d));
}

/** 3/15/2026 is American, 15/3/2026 is not; what could be either is read as the day first. */
function dayMonthYear({ a, b, y = '' }: Groups): DateValue | null {
  const year = y.length === 2 ? (Number(y) > 60 ? 1900 : 2000) + Number(y) : Number(y);
  return written(year, Number(b), Number(a)) ?? written(year, Number(a), Number(b));
}

function shortDate({ m, d }: Groups): DateValue | null {
  const [month, date] = [Number(m), Number(d)];
  if (existingDay(2024, month, date) === null) return null;
  return {
    resolve: (anchor) => {
      const day = openDate(anchor, month, date);
      return day === null ? null : oneDay(day);
    },
  };
}

function wholeMonth(groups: Groups): DateValue | null {
  if (groups.monthStep === undefined && monthNumberOf(groups) === null) return null;
  return {
    resolve: (anchor) => {
      const days = monthOf(groups, anchor);
      return days && { ...days, grain: 'month' };
    },
    fixed: namesYear(groups),
  };
}

function wholeYear(groups: Groups): DateValue {
  return {
    resolve: (anchor) => {
      const year = yearOf(groups, anchor);
      return year === null ? null : { ...yearSpan(year), grain: 'year' };
    },
    fixed: true,
  };
}

/** Not inside a longer number, a code or an address. */
const ALONE = '(?<![a-z_#])';
const ENDS = '(?![\\d%‰]|[./]\\d|-\\d(?!\\d{0,3}[:/.])|[a-z])';
/** A dash may go on to another date or an hour. */
const WRITTEN_ENDS = '(?!\\d|[./]\\d|%|-\\d(?!\\d{3}|\\d?[:/.]))';
/** Another month may follow: 1999.08-2002.02. */
const MONTH_ENDS = '(?!\\d|[./]\\d|%|-(?!(?:19|20)\\d{2}(?:[-./]\\d{1,2})?(?!\\d))\\d|[a-z])';
/** 工号20190311, 编号: 20210415, SN 20240101: eight digits that only look like a date. */
const NO_CODE = '(?<!(?:号|号码|码|单|证|卡|sn|id|no\\.?|资产|型号)[:是为]?\\s?)';
/** What follows a written month and day when it is one: 11.20下午, 11-20前, 11/20(周五), or the end of a clause. */
const DATED =
  '(?=\\s*(?:$|[,，。;；!！?？\\n)]|上午|下午|中午|早|晚(?!会|宴)|凌晨|傍晚|前|之前|以前|后|之后|起|开始|以来|就|到|至|-|~|日|号(?!楼|栋|机|线|会议|门)|\\(|周|星期|礼拜|' +
  '\\d{1,2}[:点]|开会|会议|召开|截止|要|需|用|那天|当天|的会|举行|报|坏|修|提交|[一二三四五六七八九十]{1,2}点))';

/** Readers of dates by number. */
export const absoluteDates: readonly Reader<DateValue>[] = [
  pattern(
    `${ALONE}(?<y>\\d{4})([-/.])\\s?(?<m>\\d{1,2})\\2\\s?(?<d>\\d{1,2})${DAY_SIGN}?${WRITTEN_ENDS}`,
    yearMonthDay,
  ),
  pattern(`${ALONE}(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})${WRITTEN_ENDS}`, yearMonthDay),
  pattern(`${ALONE}(?<y>\\d{4})[-/.](?<m>\\d{2})[-/.](?<d>\\d{2})(?=\\d{2}:\\d{2})`, yearMonthDay),
  pattern(`${ALONE}(?<y>[12]\\d)([-/])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})${ENDS}`, yearMonthDay),
  pattern(`${ALONE}(?<y>20\\d{2}) (?<m>\\d{2}) (?<d>\\d{2})${ENDS}`, yearMonthDay),
  pattern(`${ALONE}${NO_CODE}(?<y>20[0-4]\\d)(?<m>[01]\\d)(?<d>[0-3]\\d)${ENDS}`, yearMonthDay),
  pattern(`${ALONE}(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<y>\\d{4}|\\d{2})${WRITTEN_ENDS}`, dayMonthYear),
  pattern(`${ALONE}(?<a>[0-3]?\\d)([-.])(?<b>[01]?\\d)\\2(?<y>20\\d{2})${ENDS}`, dayMonthYear),
  pattern(`${ALONE}(?<a>[0-3]?\\d)-(?<b>[01]?\\d)-(?<y>\\d{2})${ENDS}`, dayMonthYear),
  pattern(
    `${ALONE}(?<m>\\d{1,2})/(?<d>\\d{1,2})${ENDS}(?!\\s*的?(?:电脑|人|时间|进度|用户|机器|设备|概率))`,
    shortDate,
  ),
  pattern(`${ALONE}(?<m>\\d{1,2})[.-](?<d>\\d{1,2})${ENDS}${DATED}`, shortDate),
  pattern(`${ALONE}(?<m>\\d{1,2})\\.(?<d>\\d{1,2})${DAY_SIGN}`, shortDate),
  pattern(`${ALONE}(?<year4>(?:19|20)\\d{2})[-/.](?<month>0?[1-9]|1[0-2])月?${MONTH_ENDS}`, wholeMonth),
  pattern(`${MONTH}的?\\s*(?<date>${WHOLE})\\s*${DAY_SIGN}`, monthDay),
  pattern(
    `${MONTH}(?<date>\\d{1,2}|[一二三]?十[一二三四五六七八九]?)(?![\\d.:/%]|\\s*(?:点|时|个|号|日|月|年|天|周|人|台|位|份|次|条|名|场|元|万|分|小时|季))`,
    monthDay,
  ),
  pattern(`${MONTH}(?![初中底末]|上旬|中旬|下旬|经|光|亮|度(?:计划)?报|结|费|租|薪|考|嫂|饼|供)`, wholeMonth),
  pattern(
    `${YEAR}?(?<month>\\d{1,2}|[一二三四五六七八九十]{1,2})(?=\\s*(?:-{1,2}|~|到|至)\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月)`,
    wholeMonth,
  ),
  pattern(
    `(?<![第共年逾满a-z]|(?<!最)[前后近超过][近]?(?=[一二三四五六七八九十]{1,3}日)|工位|编号|尾号|工号|房间|端口|账号|型号|单元|楼|栋|座|机器)(?<date>\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)${DAY_SIGN}(?!常|志|内|后|三餐|游|之计|[a-z]|\\d{3})`,
    dayAlone,
  ),
  pattern(`${RELATIVE_YEAR}(?![初中底末级]|度|纪|龄|华|代|来|货|薪|休|假|会|轻|前?半|月)`, wholeYear),
  pattern(
    '(?<year4>[12]\\d{3}|[一二][零〇一二三四五六七八九]{3})\\s*年(?:度)?(?![初中底末级纪代半])',
    wholeYear,
  ),
  pattern('(?<=^\\s*)(?<year4>(?:19|20)\\d{2})(?=\\s*$)', wholeYear),
  pattern('(?<=^\\s*|[从自到至])(?<year2>[12]\\d)年(?=\\s*$|[,。的]|采购|买|签|入职)', wholeYear),
  pattern(
    '(?<year2>0\\d|[零〇]\\d|[零〇九八][零〇一二三四五六七八九]|(?!三四|四五|五六|六七|七八)[三四五六七][零〇一二三四五六七八九])\\s*年(?![初中底末级纪代半])',
    wholeYear,
  ),
];
