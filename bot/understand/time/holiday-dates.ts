/** Days with a name: 国庆, 春节假期, 中秋前一天, 双十一. Days off by the public schedule where it is known. */
import { type Anchor, choose, type DateSpan, type DateValue, oneDay } from './anchor.ts';
import { civilOf, type Days, dayOf, dayOfIso, weekdayOf } from './civil.ts';
import { easter, islamicDay } from './faith-days.ts';
import { dayOfLunar } from './lunar.ts';
import { YEAR, yearOf } from './months.ts';
import { type Groups, pattern, type Reader } from './pattern.ts';
import { dayOfTerm, type SolarTerm } from './solar-terms.ts';
import { workdayAway } from './workdays.ts';

/** The day in a Gregorian year. */
type InYear = (year: number) => number | null;

const solar =
  (month: number, date: number): InYear =>
  (year) =>
    dayOf(year, month, date);
const lunar =
  (month: number, date: number, yearsBack = 0): InYear =>
  (year) =>
    dayOfLunar({ year: year - yearsBack, month, date });
const nth =
  (month: number, weekday: number, count: number): InYear =>
  (year) => {
    const first = dayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1);
  };
const term =
  (name: SolarTerm): InYear =>
  (year) =>
    dayOfTerm(name, year);

const PLAIN_TERMS: readonly SolarTerm[] = [
  '立春',
  '惊蛰',
  '春分',
  '谷雨',
  '立夏',
  '芒种',
  '夏至',
  '小暑',
  '大暑',
  '立秋',
  '处暑',
  '白露',
  '秋分',
  '寒露',
  '霜降',
  '立冬',
  '冬至',
  '小寒',
  '大寒',
];
/** Rain, snow and a girl's name: terms only where something says so. */
const WORDLY_TERMS: readonly SolarTerm[] = ['雨水', '小满', '小雪', '大雪'];

interface NamedDay {
  spellings: string;
  inYear: InYear;
  /** Its name in the schedule of days off. */
  holiday?: string;
}

const NAMED_DAYS: readonly NamedDay[] = [
  {
    spellings: '元旦节?|阳历新年|新年(?!度|会|茶话|团拜|致辞|献词|好|贺|晚会|初|规划|计划|目标|工作)',
    inYear: solar(1, 1),
    holiday: '元旦',
  },
  { spellings: '春节|农历新年|新春|过年(?=[前后放期])|大年初一', inYear: lunar(1, 1), holiday: '春节' },
  { spellings: '除夕夜?|大年三十|年三十|大年夜|年夜', inYear: (year) => eve(lunar(1, 1)(year)) },
  { spellings: '元宵节?|正月十五', inYear: lunar(1, 15) },
  { spellings: '清明节?', inYear: term('清明'), holiday: '清明' },
  {
    spellings: '五一(?:劳动节|国际劳动节|节)?(?!\\d|[零一二三四五六七八九十]|路|广场|大道)|(?:国际)?劳动节',
    inYear: solar(5, 1),
    holiday: '劳动节',
  },
  { spellings: '端午节?|端阳节', inYear: lunar(5, 5), holiday: '端午' },
  { spellings: '七夕节?', inYear: lunar(7, 7) },
  { spellings: '中秋节?', inYear: lunar(8, 15), holiday: '中秋' },
  {
    spellings: '国庆节?|十一国庆节?|十一(?=黄金周|长假|假期|小?长假|期间|放假|前|之前|节)',
    inYear: solar(10, 1),
    holiday: '国庆节',
  },
  { spellings: '重阳节?', inYear: lunar(9, 9) },
  { spellings: '腊八节?', inYear: lunar(12, 8, 1) },
  { spellings: '情人节|圣?瓦伦丁节', inYear: solar(2, 14) },
  { spellings: '女生节', inYear: solar(3, 7) },
  { spellings: '(?:国际)?(?:三八)?妇女节|三八节|女神节', inYear: solar(3, 8) },
  { spellings: '植树节', inYear: solar(3, 12) },
  { spellings: '(?:国际)?消费者权益日|三一五(?!号|\\d)', inYear: solar(3, 15) },
  { spellings: '愚人节', inYear: solar(4, 1) },
  { spellings: '(?:五四)?青年节|五四(?=前|后|活动)', inYear: solar(5, 4) },
  { spellings: '母亲节', inYear: nth(5, 7, 2) },
  { spellings: '(?:国际)?(?:六一)?儿童节|六一(?=前|后|节|活动|当天)', inYear: solar(6, 1) },
  { spellings: '父亲节', inYear: nth(6, 7, 3) },
  { spellings: '建党节|七一(?=前|后|活动|表彰|大会|期间)', inYear: solar(7, 1) },
  { spellings: '(?:八一)?建军节|八一(?=前|后|慰问|期间)', inYear: solar(8, 1) },
  { spellings: '教师节', inYear: solar(9, 10) },
  { spellings: '万圣节', inYear: solar(10, 31) },
  { spellings: '光棍节|双(?:十一|11)', inYear: solar(11, 11) },
  { spellings: '复活节', inYear: easter },
  { spellings: '耶稣受难日|受难节', inYear: (year) => easter(year) - 2 },
  { spellings: '开斋节|肉孜节|尔代节', inYear: (year) => islamicDay(year, 10, 1) },
  { spellings: '古尔邦节|宰牲节', inYear: (year) => islamicDay(year, 12, 10) },
  { spellings: '圣纪节', inYear: (year) => islamicDay(year, 3, 12) },
  { spellings: '感恩节', inYear: nth(11, 4, 4) },
  { spellings: '双(?:十二|12)', inYear: solar(12, 12) },
  ...PLAIN_TERMS.map((name) => ({ spellings: name, inYear: term(name) })),
  ...WORDLY_TERMS.map((name) => ({
    spellings: `(?<=年的?)${name}|${name}(?=节气|那天|当天|前后|前一天|后一天)`,
    inYear: term(name),
  })),
  { spellings: '平安夜', inYear: solar(12, 24) },
  { spellings: '圣诞节?', inYear: solar(12, 25) },
  { spellings: '澳门回归(?:纪念)?日', inYear: solar(12, 20) },
];

function eve(day: number | null): number | null {
  return day === null ? null : day - 1;
}

/** Days since it within which a bare name still means the past one. */
const RECENT = 0;

function yearOfNamed(named: NamedDay, groups: Groups, anchor: Anchor): number | null {
  const said = yearOf(groups, anchor);
  if (said !== null) return said;
  const here = civilOf(anchor.today).year;
  let chosen: number | null = null;
  choose(anchor, {
    at: (years) => {
      const day = named.inYear(here + years);
      chosen = here + years;
      return day === null ? null : { from: day, to: day };
    },
    recentDays: RECENT,
  });
  return chosen;
}

/** The days off, else the day itself. */
function daysOff(named: NamedDay, year: number, anchor: Anchor): Days | null {
  const span = named.holiday === undefined ? null : anchor.holidays.span(named.holiday, year);
  if (span) return { from: dayOfIso(span.from), to: dayOfIso(span.to) };
  const day = named.inYear(year);
  return day === null ? null : { from: day, to: day };
}

function resolveNamed(named: NamedDay, groups: Groups, anchor: Anchor): DateSpan | null {
  const year = yearOfNamed(named, groups, anchor);
  const day = year === null ? null : named.inYear(year);
  if (year === null || day === null) return null;
  const off = daysOff(named, year, anchor) ?? oneDay(day);
  if (groups.before) return oneDay(day - 1);
  if (groups.after) return oneDay(day + 1);
  if (groups.beyond) return oneDay(off.to > off.from ? off.to + 1 : day);
  if (groups.work) return oneDay(workdayAway({ ...anchor, today: off.to }, 1));
  if (groups.first) return oneDay(off.from);
  if (groups.last) return oneDay(off.to);
  if (groups.off) return { ...off, grain: 'day' };
  return oneDay(groups.deadline === undefined ? day : off.from);
}

const TAIL =
  '(?:的?(?<before>前一天|前一日|前夕)|的?(?<after>后一天|第二天|次日|翌日)|(?:放假|节)?后的?(?<work>第一个工作日|首个工作日|第一个?上班日)|(?<beyond>(?:放假)?(?:之|以|过)?后(?:的?第一天)?(?![面台勤端排几]))|(?:放假)?后的?(?<work>第一个工作日|首个工作日)|的?(?:长假|假期|放假)的?(?<first>第一天)|' +
  '的?(?:长假|假期|放假)?的?(?<last>最后一天)|(?<off>(?:的?(?:黄金周|小?长假|假期|放假|假日))(?:期间|里)?|期间)|(?:节)?(?=之?前|以前)(?<deadline>)|当[天日]|)';

/** All names in one expression, each a group by its place in the list: the text is gone through once, not once a name. */
const NAMES = NAMED_DAYS.map(({ spellings }, at) => `(?<name${at}>${spellings})`).join('|');
const GROUP_NAMES = NAMED_DAYS.map((_, at) => `name${at}`);

function namedDay(groups: Groups): DateValue | null {
  const named = NAMED_DAYS[GROUP_NAMES.findIndex((name) => groups[name] !== undefined)];
  return named ? { resolve: (anchor) => resolveNamed(named, groups, anchor), fixed: true } : null;
}

/** Readers of named days. */
export const holidayDates: readonly Reader<DateValue>[] = [
  pattern(
    `${YEAR}?的?(?:${NAMES})(?!卡|树|饼|路|贺卡|礼品|慰问品|粽|快乐|愉快|礼|联欢|联谊|汇演|晚会|(?:劳动)?奖|勋章|红旗手|先进|档)${TAIL}`,
    namedDay,
  ),
];
