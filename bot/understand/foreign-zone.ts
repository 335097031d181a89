/** Times told by the clock of another place: «伦敦时间上午九点», «9 am New York time», «14:00 UTC». */
import type { Slots } from '../types.ts';
import { isoMoment } from './time/zone.ts';

/** Places that people name, by the IANA zone whose clock they mean. */
const PLACES: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京|中国|上海|beijing|china',
  'Asia/Urumqi': '新疆|乌鲁木齐|urumqi',
  'Asia/Hong_Kong': '香港|hong kong',
  'Asia/Taipei': '台北|taipei',
  'Asia/Tokyo': '东京|日本|大阪|tokyo|japan',
  'Asia/Seoul': '首尔|韩国|seoul|korea',
  'Asia/Singapore': '新加坡|singapore',
  'Asia/Kuala_Lumpur': '吉隆坡|马来西亚|kuala lumpur',
  'Asia/Bangkok': '曼谷|泰国|bangkok',
  'Asia/Ho_Chi_Minh': '河内|越南|胡志明市|hanoi',
  'Asia/Jakarta': '雅加达|印尼|jakarta',
  'Asia/Kolkata': '新德里|印度|孟买|delhi|india|mumbai',
  'Asia/Almaty': '哈萨克斯坦|阿拉木图|almaty',
  'Asia/Dubai': '迪拜|阿联酋|dubai',
  'Asia/Riyadh': '利雅得|沙特|riyadh',
  'Europe/Istanbul': '伊斯坦布尔|土耳其|istanbul',
  'Europe/Moscow': '莫斯科|俄罗斯|moscow',
  'Europe/London': '伦敦|英国|london|uk',
  'Europe/Paris': '巴黎|法国|paris|france',
  'Europe/Berlin': '柏林|法兰克福|慕尼黑|德国|欧洲中部|中欧|berlin|frankfurt|germany',
  'Europe/Rome': '罗马|意大利|rome',
  'Europe/Madrid': '马德里|西班牙|madrid',
  'Europe/Zurich': '日内瓦|苏黎世|瑞士|geneva|zurich',
  'Europe/Brussels': '布鲁塞尔|比利时|brussels',
  'Africa/Cairo': '开罗|埃及|cairo',
  'Africa/Nairobi': '内罗毕|肯尼亚|nairobi',
  'Africa/Johannesburg': '约翰内斯堡|南非|johannesburg',
  'America/New_York':
    '纽约|华盛顿|波士顿|美东|美国东部|多伦多|new york|washington|toronto|us eastern|eastern',
  'America/Chicago': '芝加哥|美中|美国中部|chicago|us central',
  'America/Los_Angeles':
    '洛杉矶|旧金山|西雅图|硅谷|美西|美国西部|温哥华|los angeles|san francisco|seattle|us pacific|pacific',
  'America/Sao_Paulo': '圣保罗|巴西|sao paulo|brazil',
  'Australia/Sydney': '悉尼|墨尔本|堪培拉|澳洲东部|sydney|melbourne',
  'Australia/Perth': '珀斯|perth',
  'Pacific/Auckland': '奥克兰|新西兰|auckland',
  UTC: '世界(?:协调)?|格林(?:尼治|威治)|国际标准|utc|gmt|greenwich',
};

/** Letters that name a clock behind an hour: «14:00 UTC». */
const LETTERS: Readonly<Record<string, string>> = {
  UTC: 'utc|gmt',
  'Europe/Berlin': 'cet|cest',
  'America/New_York': 'est|edt',
  'America/Los_Angeles': 'pst|pdt',
};

const ZONES: readonly (readonly [string, RegExp])[] = [
  ...Object.entries(PLACES).map(
    ([zone, names]) =>
      [
        zone,
        new RegExp(
          `(?<name>${names})的?(?:当地|本地)?(?:标准)?时间|(?<![a-z])(?<english>${names})(?: local)? time`,
        ),
      ] as const,
  ),
  ...Object.entries(LETTERS).map(
    ([zone, letters]) =>
      [zone, new RegExp(`(?<=\\d ?(?:am|pm|:\\d\\d)? ?)(?<name>${letters})(?![a-z+\\d-])`)] as const,
  ),
];

export interface NamedZone {
  /** As it was said. */
  name: string;
  /** IANA. */
  zone: string;
  from: number;
  to: number;
}

/** The clocks that a folded message names, in its order. */
export function zonesNamed(plain: string): NamedZone[] {
  if (!/时间|time|utc|gmt|cet|cest|[ep][sd]t/.test(plain)) return [];
  return ZONES.flatMap(([zone, words]): NamedZone[] => {
    const found = words.exec(plain);
    const name = found?.groups?.name ?? found?.groups?.english;
    return found && name ? [{ name, zone, from: found.index, to: found.index + found[0].length }] : [];
  }).sort((a, b) => a.from - b.from);
}

const HOUR_AFTER =
  /^[的是在为::,，(（\s]*(?:(?:今|明|后|大后)天|\d{1,2}月\d{1,2}[日号]|(?:下|本|这)?(?:周|星期)[一二三四五六日天]|早上|上午|中午|下午|晚上|晚间|晚|凌晨|傍晚|早|at|\s)*[\d一二两三四五六七八九十]{1,3} ?(?:点|时|:|am|pm)/;
const HOUR_BEFORE = /(?:点|点半|点钟|[点时]\d{1,2}分?|:\d\d|am|pm)[\s,，(（]*$/;

/** The clock by which the hours of a message are told: it stands at one of them. Null where they are the desk's own. */
export function clockTold(plain: string): NamedZone | null {
  return (
    zonesNamed(plain).find(
      ({ from, to }) => HOUR_AFTER.test(plain.slice(to)) || HOUR_BEFORE.test(plain.slice(0, from)),
    ) ?? null
  );
}

/** The same moments by the desk's own clock. */
export function inZone(slots: Slots, zone: string): Slots {
  const moved = (['start', 'end', 'deadline', 'since'] as const).flatMap((name) => {
    const moment = slots[name];
    return moment?.includes('T') ? [[name, isoMoment(Date.parse(moment), zone)]] : [];
  });
  return { ...slots, ...Object.fromEntries(moved) };
}
