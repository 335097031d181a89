/** Days by their distance from today: 今天, 明早, 大后天, 听日, 次日, 明后天. */
import { type DateValue, oneDay } from './anchor.ts';
import { numberOf } from './numerals.ts';
import { pattern, type Reader } from './pattern.ts';

/** Spellings, the Cantonese words among them. */
const OFFSETS: readonly (readonly [offset: number, spellings: string])[] = [
  [0, '今天|今日|今儿个?|今个儿|即日|本日'],
  [1, '明天|明日|明儿个?|明个儿|听日'],
  [2, '(?<![以之最今然])(?:后天|后日|后儿)'],
  [3, '大后天|大后日'],
  [4, '大大后天'],
  [-1, '昨天|昨日|昨儿个?|昨个儿|琴日|寻日|噚日|咋天'],
  [-2, '(?<![以之目])(?:前天|前日|前儿)'],
  [-3, '大前天|大前日'],
];

/** 今晚, 明早, 听朝, 琴晚: the day and its part in one word. */
const DAY_LETTERS: Record<string, number> = {
  今: 0,
  明: 1,
  听: 1,
  昨: -1,
  琴: -1,
  寻: -1,
  后: 2,
  前: -2,
  名: 1,
};
const PART_WORDS = '早上|早晨|早|晨|上午|中午|下午|下昼|晏昼|朝早|朝|晚上|晚间|晚|夜里|夜间|夜|傍晚|凌晨';

/** «当晚十时» is today's where no day was said before; «当天就修好了» is no one knows whose. */
const HOUR_FOLLOWS =
  '(?=\\s*(?:[上下中]午|午夜|深夜|半夜|凌晨|(?:[\\d一二两三四五六七八九十]{1,3}(?:[点时]|:\\d\\d))))';

/** Two neighbouring days at once. */
const PAIRS_OF_DAYS: readonly (readonly [from: number, to: number, spellings: string])[] = [
  [0, 1, '今明(?:两[天日]|天)?(?!两?年)|今天明天'],
  [1, 2, '明后(?:天|两天|两日)|明天后天'],
  [-1, 0, '昨今两[天日]|昨天今天'],
  [-2, -1, '前昨两[天日]'],
];

const readers: Reader<DateValue>[] = OFFSETS.map(([offset, spellings]) =>
  pattern(`(?:${spellings})`, () => ({ resolve: ({ today }) => oneDay(today + offset), fixed: true })),
);

for (const [from, to, spellings] of PAIRS_OF_DAYS) {
  readers.push(
    pattern(`(?:${spellings})`, () => ({
      resolve: ({ today }) => ({ from: today + from, to: today + to, grain: 'day' }),
      fixed: true,
    })),
  );
}

readers.push(
  pattern(
    `(?<![最以之目])(?<day>大?[今明听昨琴寻后前名])(?<part>${PART_WORDS})(?!期|点[^钟])`,
    ({ day = '', part = '' }) => (day === '前' && part === '夜' ? null : dayAndPart(offsetOf(day), part)),
  ),
  pattern(`当(?:[天日](?<late>晚上?)?|(?<night>晚))${HOUR_FOLLOWS}`, ({ late, night }) => ({
    resolve: ({ after, today }) => oneDay(after ?? today),
    fixed: true,
    ...((late ?? night) && { part: '晚上' }),
  })),
  pattern('(?:当|同)(?:天|日)(?<part>晚|晚上)?', ({ part }) => ({
    resolve: ({ after }) => (after === undefined ? null : oneDay(after)),
    fixed: true,
    ...(part && { part }),
  })),
  pattern('当晚', () => ({
    resolve: ({ after }) => (after === undefined ? null : oneDay(after)),
    fixed: true,
    part: '晚上',
  })),
  pattern(`第(?<count>[三四五六七])[天日](?=[早上中下晚凌]|起|开始)`, ({ count = '' }) => ({
    resolve: ({ after, today }) => oneDay((after ?? today) + (numberOf(count) ?? 1) - 1),
    fixed: true,
  })),
  pattern('第二[天日]', () => ({
    resolve: ({ after }) => (after === undefined ? null : oneDay(after + 1)),
    fixed: true,
  })),
  pattern('次日|翌日|隔[天日](?=[早上中下晚凌晨\\d一二三四五六七八九十])', () => ({
    resolve: ({ after, today }) => oneDay((after ?? today) + 1),
    fixed: true,
  })),
);

/** 大后早, 大前晚: one day farther. */
function offsetOf(day: string): number {
  const offset = DAY_LETTERS[day.slice(-1)] ?? 0;
  return day.length > 1 ? offset + Math.sign(offset) : offset;
}

function dayAndPart(offset: number, part: string): DateValue {
  return { resolve: ({ today }) => oneDay(today + offset), part, fixed: true };
}

/** Readers of days by distance. */
export const dayWords: readonly Reader<DateValue>[] = readers;
