/** Parts of the day and how each binds an hour: 下午3点 is 15:00, 晚上12点 the end of the day. */
import { pattern, type Reader } from './pattern.ts';

export type Part = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'dusk' | 'evening' | 'midnight' | 'work-end';

/** 等了一上午, 整个下午: how long, not when; 周一上午 is when. */
const NOT_SPENT = '(?<!(?<![周期拜初十月\\d])一(?:个|整个)?|整个|整|大半个|半个)';

/** Spellings, Cantonese and English among them. */
const SPELLINGS: Record<Part, string> = {
  dawn: '凌晨|拂晓|黎明(?!主演|同志|先生|女士|老师|工|科|处|主任|经理|总|说)|天亮前|early morning',
  morning: `早上|早晨|早间|清晨|清早|大清早|一大早|大早上|一早|上午|午前|朝早|上昼|晨间|朝头早|morning|早(?!一点(?![钟半]))(?=[\\d一二三四五六七八九十]{1,2}[点:])`,
  noon: `中午|正午|晌午|午间|晏昼(?=十二)|at noon|noon|midday|lunch ?time`,
  afternoon: `下午|午后|下昼|晏昼|晏就|下晏|pm(?=\\d)(?!2\\.5|10(?![:点]))|afternoon`,
  dusk: '傍晚|黄昏|傍黑|挨晚',
  evening: `晚上|晚间|晚(?!一点(?![钟半]))(?=[\\d一二三四五六七八九十]{1,2}[点:])|夜晚|夜间|夜里|夜上|入夜|当夜|evening|night`,
  midnight: '半夜|深夜|午夜|子夜|大半夜|后半夜|下半夜|上半夜|前半夜|三更半夜',
  'work-end': '下班(?=前|之前|以前)|收工(?=前|之前)|放工(?=前|之前)|eod|cob|close of business|end of day',
};

/** Words joined to a day («今晚», «明早») and English words, by their part. */
const JOINED: Record<string, Part> = {
  早: 'morning',
  晨: 'morning',
  朝: 'morning',
  晚: 'evening',
  夜: 'evening',
  morning: `morning`,
  afternoon: `afternoon`,
  evening: `evening`,
  night: 'evening',
};

const PARTS = Object.keys(SPELLINGS) as Part[];

/** Readers of parts of the day. */
export const dayparts: readonly Reader<Part>[] = PARTS.map((part) =>
  pattern(
    `${NOT_SPENT}(?<![a-z]|及|上(?=下)|good )(?:${SPELLINGS[part]})(?![a-z]|茶|餐|饭|会厅|高峰|好)`,
    () => part,
  ),
);

/** The part that a word joined to a day says. */
export function partOf(word: string): Part {
  return JOINED[word] ?? PARTS.find((part) => new RegExp(`^(?:${SPELLINGS[part]})$`).test(word)) ?? 'evening';
}

/** Hour of day, 0 to 29 (past 24 on the day after); an hour of the twelve-hour clock bound by a part of the day. */
export function bindHour(part: Part, hour: number): number {
  if (hour > 12) return hour;
  switch (part) {
    case 'dawn':
      return hour === 12 ? 0 : hour;
    case 'morning':
      return hour;
    case 'noon':
      return hour <= 3 && hour > 0 ? hour + 12 : hour;
    case 'afternoon':
    case 'dusk':
    case 'work-end':
      return hour < 12 && hour > 0 ? hour + 12 : hour;
    case 'evening':
      return hour === 12 || hour === 0 ? 24 : hour < 5 ? hour + 24 : hour + 12;
    case 'midnight':
      return hour === 12 || hour === 0 ? 24 : hour < 6 ? hour : hour + 12;
  }
}
