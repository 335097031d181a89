/** A moment as a colleague would say it: «今天 15:30», «明天 9:00», «11月23日 周一 10:00». */
import type { Language } from './types.ts';

const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes far longer than using it, and a desk has one zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, format);
  return format;
}

function partsOf(
  ms: number,
  zone: string,
): { date: string; month: number; day: number; weekday: number; time: string } {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${part.year}-${part.month}-${part.day}`;
  return {
    date,
    month: Number(part.month),
    day: Number(part.day),
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay(),
    time: `${Number(part.hour)}:${part.minute}`,
  };
}

const ZH_WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const EN_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const NEAR_DAYS: Readonly<Record<number, Record<Language, string>>> = {
  [-1]: { zh: '昨天', en: 'yesterday' },
  0: { zh: '今天', en: 'today' },
  1: { zh: '明天', en: 'tomorrow' },
  2: { zh: '后天', en: 'the day after tomorrow' },
};

/** `iso` is an ISO 8601 moment, or a date alone, which is said without a time. `now` is epoch milliseconds. */
export function momentWords(iso: string, now: number, zone: string, language: Language): string {
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const at = dateOnly ? partsOf(Date.parse(`${iso}T12:00:00Z`), 'UTC') : partsOf(Date.parse(iso), zone);
  const time = dateOnly ? '' : ` ${at.time}`;
  return `${dayWords(at, now, zone, language)}${time}`;
}

function dayWords(at: ReturnType<typeof partsOf>, now: number, zone: string, language: Language): string {
  const zh = language === 'zh';
  const today = partsOf(now, zone).date;
  const near = NEAR_DAYS[Math.round((Date.parse(at.date) - Date.parse(today)) / DAY_MS)];
  if (near) return near[language];
  const sameYear = today.slice(0, 4) === at.date.slice(0, 4);
  const year = at.date.slice(0, 4);
  if (zh) return `${sameYear ? '' : `${year}年`}${at.month}月${at.day}日（${ZH_WEEKDAYS[at.weekday]}）`;
  return `${EN_WEEKDAYS[at.weekday]} ${at.day} ${EN_MONTHS[at.month - 1]}${sameYear ? '' : ` ${year}`}`;
}

/** A span within one day as «今天 15:00–16:30», else both ends in full. */
export function spanWords(start: string, end: string, now: number, zone: string, language: Language): string {
  const from = momentWords(start, now, zone, language);
  const to = momentWords(end, now, zone, language);
  const space = to.lastIndexOf(' ');
  const sameDay = from.slice(0, from.lastIndexOf(' ')) === to.slice(0, space);
  return sameDay ? `${from}–${to.slice(space + 1)}` : `${from} – ${to}`;
}
