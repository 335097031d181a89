/** What the printed documents of a meeting say. They are printed in Chinese, whatever the requester writes in. */
import type { MeetingDocument } from '../../../bot/meeting-document.ts';
import type { Meeting } from '../../desk/meeting-record.ts';

export const WORDS = {
  name_cards: '桌签',
  sign_in_sheet: '签到表',
  door_sign: '门牌',
  time: '时间',
  place: '地点',
  organiser: '主办',
  columns: ['序号', '姓名', '单位', '职务', '电话', '签名'],
  scan: '扫码：加入日历、报修、检查单',
} as const;

/** Chinese printers' fonts; a machine without them takes its own. */
export const FONTS = { heading: 'SimHei', body: 'SimSun' } as const;

export type Rooms = readonly { id: string; name: string }[];

/** What XML cannot hold, and line ends, become blanks: a line of a document is one line. */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\u2028\u2029]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** «2026年11月19日星期四 15:00–17:00»; both days in full where the meeting ends on another. In the desk's zone. */
export function heldAt({ start, end }: Pick<Meeting, 'start' | 'end'>, zone: string): string {
  const day = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, dateStyle: 'full' });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const [from, to] = [new Date(start), new Date(end)];
  const [firstDay, lastDay] = [day.format(from), day.format(to)];
  const close = firstDay === lastDay ? clock.format(to) : `${lastDay} ${clock.format(to)}`;
  return `${firstDay} ${clock.format(from)}–${close}`;
}

/** The place as it was said, where that names the room; else the room's name. `rooms`: those of the profile. */
export function heldIn({ room, location }: Pick<Meeting, 'room' | 'location'>, rooms: Rooms): string {
  const name = rooms.find(({ id }) => id === room)?.name ?? room;
  return printable(location.text.includes(name) ? location.text : name);
}

/** Under which name the document is saved. */
export function fileNameOf(kind: MeetingDocument, number: string): string {
  return `${WORDS[kind]}-${number}.docx`;
}
