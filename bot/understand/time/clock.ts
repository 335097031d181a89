/** Hours: 三点, 3点半, 差五分三点, 十四时, 14:00, 3pm, half past two, 三点十五, 1400 after a day. */

import { isHourPhrase } from './lookalikes.ts';
import { NUMBER, numberOf, WHOLE } from './numerals.ts';
import { type Groups, longest, pattern, type Read, type Reader } from './pattern.ts';

export interface Clock {
  hour: number;
  minute: number;
  second: number;
  /** Said as a twenty-four-hour or am/pm time: nothing is left to pick. */
  exact: boolean;
  grain: 'hour' | 'minute' | 'second';
  /** Its sign is its range's end's; without that end it is no hour. */
  shared?: boolean;
}

/** What binds an hour: a day or a part of it just before. It decides what could be a list («一点») or a number. */
export interface ClockContext {
  bound: boolean;
}

function clock(hour: number | null, minute: number | null, more: Partial<Clock> = {}): Clock | null {
  if (hour === null || minute === null || !Number.isInteger(hour) || !Number.isInteger(minute)) return null;
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return { hour, minute, second: 0, exact: hour > 12 || hour === 0, grain: 'minute', ...more };
}

const QUARTERS: Record<string, number> = {
  半: 30,
  一刻: 15,
  三刻: 45,
  两刻: 30,
  '1刻': 15,
  '3刻': 45,
  二刻: 30,
};
const SIGN = '(?:点钟|点|时(?![间候段刻期长代区常而节差光隔下]))';
const START = '(?<!第|第\\d)';

function spoken(groups: Groups): Clock | null {
  const { hour = '', quarter, minute, second, fives, short } = groups;
  const value = numberOf(hour);
  if (quarter !== undefined) return clock(value, QUARTERS[quarter] ?? null, secondsOf(second));
  if (fives !== undefined) return clock(value, (numberOf(fives) ?? 20) * 5);
  if (short !== undefined) return clock(value, (numberOf(short) ?? 20) * 5);
  if (minute === undefined) return clock(value, 0, { grain: 'hour' });
  return clock(value, numberOf(minute.replace(/^[零〇0](?=.)/, '')), secondsOf(second));
}

function secondsOf(second: string | undefined): Partial<Clock> {
  const seconds = second === undefined ? null : numberOf(second);
  return seconds === null || seconds > 59 ? {} : { second: seconds, grain: 'second' };
}

function before({ hour = '', less = '' }: Groups): Clock | null {
  const value = numberOf(hour);
  const minutes = less.endsWith('刻') ? (numberOf(less.slice(0, -1)) ?? 0) * 15 : numberOf(less);
  if (value === null || minutes === null || minutes < 1 || minutes > 59) return null;
  return clock(value === 0 ? 23 : value - 1, 60 - minutes);
}

function digital({ hour = '', minute, second, half }: Groups): Clock | null {
  const value = Number(hour);
  const seconds = second === undefined ? {} : { second: Number(second), grain: 'second' as const };
  const exact = value > 12 || (hour.length === 2 && hour.startsWith('0'));
  const read = clock(value, Number(minute), { exact, ...seconds });
  return read && half !== undefined ? meridiem(read, half) : read;
}

function meridiem(read: Clock, half: string): Clock | null {
  if (read.hour > 12) return { ...read, exact: true };
  const hour = (read.hour % 12) + (half.startsWith('p') ? 12 : 0);
  return { ...read, hour, exact: true };
}

function english({ hour = '', minute, half = 'p' }: Groups): Clock | null {
  const value = Number(hour);
  if (value < 1 || value > 23) return null;
  const read = clock(value, Number(minute ?? 0), { grain: minute === undefined ? 'hour' : 'minute' });
  return read && meridiem(read, half);
}

const WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const HOUR_WORD = `(?<hour>\\d{1,2}|${WORDS.join('|')})`;

function hourWord(word = ''): number {
  return /^\d/.test(word) ? Number(word) : WORDS.indexOf(word) + 1;
}

function pastOrTo({ hour, amount = '', side }: Groups): Clock | null {
  const minutes = amount === 'half' ? 30 : amount.includes('quarter') ? 15 : Number(amount);
  const value = hourWord(hour);
  if (minutes > 59) return null;
  return side === 'past' ? clock(value, minutes) : clock(value === 1 ? 12 : value - 1, 60 - minutes);
}

const MERIDIEM = '(?<half>[ap]\\.?m\\.?|(?<=:\\d\\d)[ap])(?![a-z\\d])';
const TAIL = '(?:整|正(?!式|常|在|好)|许|多(?!个|台|人|次|种|少)|几(?![个位人台次号分])|左右|上下)?';
/** «三点二十人开会», «三点十五楼»: what follows is counted, no minutes. */
const NOT_COUNTED =
  '(?!\\s*(?:楼|层|人|号|个|台|位|室|座|栋|名|份|度|元|块|桌|把|套|张|瓶|米|岁|多|几|来个|来人|余|分钟|寸|级|天|周|年|会议室))';
const MINUTE = '(?<minute>[零〇]?[零〇\\d一二三四五六七八九十]{1,3})';

const readers: readonly Reader<Clock>[] = [
  pattern(
    `${START}(?<hour>${WHOLE})\\s*${SIGN}\\s*(?<quarter>半(?!天)|[一二两三13]刻)钟?(?:(?<second>[\\d零一二三四五六七八九十]{1,3})秒)?${TAIL}`,
    spoken,
  ),
  pattern(
    `${START}(?<hour>${WHOLE})\\s*${SIGN}(?:过|又)?\\s*${MINUTE}\\s*分(?:钟)?(?:(?<second>[\\d零一二三四五六七八九十]{1,3})秒)?${TAIL}`,
    spoken,
  ),
  pattern(
    `${START}(?<hour>${WHOLE})(?:点|时)(?:过)?(?<minute>[零〇][一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?|[0-5]\\d)(?![\\d点:.%])${NOT_COUNTED}${TAIL}`,
    spoken,
  ),
  pattern(`${START}(?<hour>${WHOLE})点(?<fives>[一二三四五六七八九十\\d]{1,2})个字`, spoken),
  pattern(`${START}(?<hour>${WHOLE})点搭(?<short>[一二三四五六七八九十\\d]{1,2})`, spoken),
  pattern(`${START}(?<hour>${WHOLE})\\s*${SIGN}${TAIL}`, spoken),
  pattern(
    `${START}(?<hour>${WHOLE})点(?:\\s?(?<minute>[0-5]\\d)分?)?\\s?${MERIDIEM}`,
    ({ half = '', ...groups }) => {
      const read = spoken(groups);
      return read && meridiem(read, half);
    },
  ),
  pattern(`差(?<less>[一三]刻|${WHOLE})(?:分钟?)?(?:到|不到|就)?(?<hour>${WHOLE})点钟?`, before),
  pattern(`${START}(?<hour>${WHOLE})点(?:钟)?(?:差|欠|少)(?<less>[一三]刻|${WHOLE})分?钟?`, before),
  pattern(
    `(?<!比例|比分)(?<hour>[01]?\\d|2[0-4])[:]\\s?(?<minute>[0-5]\\d)(?:[:](?<second>[0-5]\\d))?(?![\\d:]|\\.\\d)(?:分|时|\\s?${MERIDIEM})?`,
    digital,
  ),
  pattern(`(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?${MERIDIEM}`, english),
  pattern(
    `(?<![a-z])(?<half>[ap]m)\\s?(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?(?![\\w.]|接口|主板|处理器|插槽)`,
    english,
  ),
  pattern(`(?<![\\w.])(?:at )?${HOUR_WORD} ?o'?clock(?:\\s?${MERIDIEM})?`, ({ hour, half }) => {
    const read = clock(hourWord(hour), 0, { grain: 'hour' });
    return read && half !== undefined ? meridiem(read, half) : read;
  }),
  pattern(
    `(?<![\\w.])(?<amount>half|(?:a )?quarter|\\d{1,2}(?= min)) (?:minutes? |mins? )?(?<side>past|to) ${HOUR_WORD}(?![\\w:])`,
    pastOrTo,
  ),
  pattern('(?<![a-z])midnight(?![a-z])', () => clock(24, 0, { exact: true, grain: 'hour' })),
];

const BOUND_FIVES = '(?<fives>[一二三四五六七八九]|1[01])(?=$|[\\s,。!?;])';

/** Times that only a day or part of the day before them makes one: 明天1400, 下午3.30, tomorrow at 3. */
const boundReaders: readonly Reader<Clock>[] = [
  pattern(`(?<hour>${WHOLE})点[踏搭]?${BOUND_FIVES}`, spoken),
  pattern(`(?<hour>${WHOLE})点[踏搭](?<quarter>半)`, spoken),
  pattern('(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?![\\d年号房室.:-]|[a-z])', digital),
  pattern('(?<hour>1?\\d|2[0-3])\\.(?<minute>[0-5]\\d)(?![\\d.%万亿元版])分?', digital),
  pattern(`(?:at|@) ?${HOUR_WORD}(?![\\d:.]|[a-z])`, ({ hour }) =>
    clock(hourWord(hour), 0, { grain: 'hour' }),
  ),
];

/** English «at 3» needs no day before it, but the end of a clause after it. */
const AT_HOUR = pattern(
  '(?<![a-z])(?:at|by|before|until) (?<hour>\\d{1,2})(?= ?(?:$|[,.;!?]|today|tomorrow|on |sharp|and |to |for |in the))',
  ({ hour }) => clock(Number(hour), 0, { grain: 'hour' }),
);

const readFree = longest([...readers, AT_HOUR]);
const readBound = longest([...readers, AT_HOUR, ...boundReaders]);

/** The hour at this place, if it is one. */
export function readClock(text: string, at: number, { bound }: ClockContext): Read<Clock> | null {
  const read = (bound ? readBound : readFree)(text, at);
  return read && isHourPhrase(text, at, read.to, bound) ? read : null;
}

/** For a range's first hour that leaves its sign to the second: 9到11点, 五到六点, 3-5pm, 三四点. */
const SHARED = pattern(
  `${START}(?<hour>\\d{1,2}|[一二两三四五六七八九十]{1,3})(?=\\s*(?:-|~|到|至|to )\\s*(?:${NUMBER}(?:点|时(?!间))|\\d{1,2}(?::\\d\\d)?\\s?[ap]m))`,
  ({ hour = '' }) => clock(numberOf(hour), 0, { grain: 'hour' }),
);
const NEIGHBOURS = pattern(
  `${START}(?<hour>一(?=[两二]点)|[两二](?=三点)|三(?=四点)|四(?=五点)|五(?=六点)|六(?=七点)|七(?=八点)|八(?=九点)|十(?=十一点)|\\d{1,2}(?=[、和]\\d{1,2}点)|[一二三四五六七八九](?=[、和][二三四五六七八九十]点))`,
  ({ hour = '' }) => clock(numberOf(hour), 0, { grain: 'hour' }),
);

/** «from 9 to 5», where the clause ends or a day follows: else it may count things. */
const FROM_TO = pattern(
  '(?<=from )(?<hour>\\d{1,2})(?= ?(?:to|-|till|until) ?\\d{1,2}(?:$|[,.;!?]| (?:on|tomorrow|today|this|next|mon|tue|wed|thu|fri)))',
  ({ hour }) => clock(Number(hour), 0, { grain: 'hour' }),
);

/** 明天10-11:30: behind a day a bare number may begin a range of hours. */
const BEFORE_DIGITAL = pattern(
  '(?<hour>1?\\d|2[0-3])(?=\\s*(?:-|~|到|至|to )\\s*(?:1?\\d|2[0-4]):[0-5]\\d)',
  ({ hour }) => clock(Number(hour), 0, { grain: 'hour' }),
);

/** The first hour of a range, which leaves its sign to the second; `bound` where a day stands before it. */
export function readSharedHour(text: string, at: number, bound: boolean): Read<Clock> | null {
  const read =
    SHARED(text, at) ??
    NEIGHBOURS(text, at) ??
    FROM_TO(text, at) ??
    (bound ? BEFORE_DIGITAL(text, at) : null);
  return read && { to: read.to, value: { ...read.value, shared: true } };
}
