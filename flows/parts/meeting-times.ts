/** Putting a meeting's times together from what was said at different moments. */
import type { MeetingView } from '../../bot/desk.ts';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Equipment, Slots, Understanding } from '../../bot/types.ts';
import { findEquipment } from '../../bot/understand/entities/meeting.ts';
import { quantitiesAfter } from '../../bot/understand/entities/quantities.ts';
import { findTimes } from '../../bot/understand/time/index.ts';

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const SAYS_A_DAY =
  /[今明后昨前]天|大后|[今明]早|今晚|明晚|听日|周[一二三四五六日天]|星期|礼拜|\d+\s*[号日]|月|today|tomorrow|mon|tue|wed|thu|fri|sat|sun/i;

export function isDateOnly(moment: string | undefined): boolean {
  return moment !== undefined && DATE_ONLY.test(moment);
}

/** The clock of `moment` on the day of `day`; both ISO 8601. */
function onDay(day: string, moment: string): string {
  return `${day.slice(0, 10)}${moment.slice(10)}`;
}

/** «四点» said of a meeting tomorrow is tomorrow's four o'clock, unless a day was named. */
export function onMeetingDay(moment: string, text: string, day: string | undefined): string {
  if (!day || isDateOnly(moment) || SAYS_A_DAY.test(text)) return moment;
  return onDay(day, moment);
}

/** `iso` moved by `ms`, keeping its offset. */
export function later(iso: string, ms: number): string {
  const offset = /([+-])(\d{2}):(\d{2})$/.exec(iso);
  const sign = offset?.[1] === '-' ? -1 : 1;
  const offsetMs = offset ? sign * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000 : 0;
  const local = new Date(Date.parse(iso) + ms + offsetMs).toISOString().slice(0, 19);
  return `${local}${offset ? offset[0] : 'Z'}`;
}

/** A length that was said («两个小时»), in milliseconds. */
function lengthOf(text: string, now: number, zone: string): number | undefined {
  const found = findTimes(text, { now, zone, holidays: publicHolidaysCn });
  const duration = found.find((one) => one.kind === 'duration');
  return duration?.kind === 'duration' ? duration.durationMs : undefined;
}

/** An answer to «开到几点»: an end, a bare time read as one, or a length. Undefined where there is none in it. */
export function endFrom(heard: Understanding, start: string, now: number, zone: string): string | undefined {
  const length = lengthOf(heard.text, now, zone);
  if (length) return later(start, length);
  const said = heard.slots.end ?? heard.slots.start ?? heard.slots.deadline;
  if (!said || isDateOnly(said)) return undefined;
  const end = onMeetingDay(said, heard.text, start);
  const half = 12 * 3_600_000;
  // «九点到三点»: a bare hour before the start means the afternoon.
  return Date.parse(end) <= Date.parse(start) && Date.parse(end) + half > Date.parse(start)
    ? later(end, half)
    : end;
}

/** The start that an answer gives, on the day already known where it names only an hour. */
export function startFrom(heard: Understanding, known: string | undefined): string | undefined {
  const said = heard.slots.start ?? heard.slots.deadline;
  return said ? onMeetingDay(said, heard.text, known) : undefined;
}

const MONTH_AND_DAY = /(\d{1,2}) ?月 ?(\d{1,2}) ?[号日]/;
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that no year has («2月31号»), as it was said; null where there is none in the text. */
export function impossibleDay(text: string): string | null {
  const found = MONTH_AND_DAY.exec(text.normalize('NFKC'));
  if (!found) return null;
  const [said, month, day] = found;
  const days = LONGEST_MONTHS[Number(month) - 1] ?? 0;
  return Number(day) > days || Number(day) === 0 ? said : null;
}

const HOUR_MS = 3_600_000;
/** Longer than a working day in a chat is more likely a slip than a meeting. */
const LONGEST_MS = 12 * HOUR_MS;
/** Somebody may book the room they already sit in. */
const LATE_MS = HOUR_MS / 4;
const OVERNIGHT_MS = 6 * HOUR_MS;
const FURTHEST_MS = 366 * 24 * HOUR_MS;

export type TimeFault = 'past' | 'end_before_start' | 'too_long' | 'too_far' | 'overnight';

/** What is wrong with a meeting's times; null where nothing is. `now` is epoch milliseconds. */
export function timeFault(slots: Slots, now: number): TimeFault | null {
  const start = slots.start && !isDateOnly(slots.start) ? Date.parse(slots.start) : null;
  if (start === null) return null;
  const end = slots.end && !isDateOnly(slots.end) ? Date.parse(slots.end) : null;
  if (start - now > FURTHEST_MS) return 'too_far';
  if (end === null) return start < now - LATE_MS ? 'past' : null;
  if (end <= start) return 'end_before_start';
  if (end - start > LONGEST_MS) return 'too_long';
  // «下午四点到两点» runs into the small hours only because something was said the wrong way round.
  const overnight = slots.end?.slice(0, 10) !== slots.start?.slice(0, 10);
  if (overnight && end - start > OVERNIGHT_MS) return 'overnight';
  return end <= now ? 'past' : null;
}

/** What a later message says of a draft: hours fall on the draft's day, and a moved start keeps the length. */
export function mergeMeeting(before: Slots, heard: Understanding): Slots {
  const { start: said, end: saidEnd, deadline, ...others } = heard.slots;
  const later_ = said ?? deadline;
  const start = later_ ? onMeetingDay(later_, heard.text, before.start) : before.start;
  const merged: Slots = { ...before, ...others };
  if (before.location && others.location) merged.location = others.location;
  if (before.equipment)
    merged.equipment = equipmentAfter(before.equipment, others.equipment ?? [], heard.text);
  const quantities = quantitiesAfter(before.quantities ?? {}, before.equipment ?? [], heard.text);
  if (Object.keys(quantities).length > 0) merged.quantities = quantities;
  if (start) merged.start = start;
  const end = movedEnd(before, { start, said: saidEnd, moved: later_ !== undefined, text: heard.text });
  if (end) merged.end = end;
  else delete merged.end;
  return merged;
}

function movedEnd(
  before: Slots,
  now: { start: string | undefined; said: string | undefined; moved: boolean; text: string },
): string | undefined {
  const day = now.start ?? before.start;
  if (now.said) return onMeetingDay(now.said, now.text, day);
  if (!now.moved || !before.end || !before.start || !now.start) return before.end;
  if (isDateOnly(before.start) || isDateOnly(now.start)) return before.end;
  return later(now.start, Date.parse(before.end) - Date.parse(before.start));
}

const LONGER = /延长|多开|晚(?:点|些)?(?:结束|散)|extend|longer/i;
const SHORTER = /缩短|少开|早(?:点|些)?(?:结束|散)|shorten|shorter/i;
const LATER = /推迟|延后|往后|晚(?:点|些)?开|顺延|postpone|push back|delay/i;
const EARLIER = /提前|往前|早(?:点|些)?开|bring forward|earlier/i;

/** «延长半小时», «推迟一个小时»: a length that moves an end or the whole meeting. Null where none is said. */
function shifted(meeting: Pick<MeetingView, 'start' | 'end'>, text: string, now: number, zone: string) {
  const ms = lengthOf(text, now, zone);
  if (!ms) return null;
  if (LONGER.test(text)) return { end: later(meeting.end, ms) };
  if (SHORTER.test(text)) return { end: later(meeting.end, -ms) };
  if (LATER.test(text)) return { start: later(meeting.start, ms), end: later(meeting.end, ms) };
  return EARLIER.test(text) ? { start: later(meeting.start, -ms), end: later(meeting.end, -ms) } : null;
}

/** What a change message changes of a meeting: only what it names. */
export function changesFrom(
  { slots, text }: { slots: Slots; text: string },
  meeting: MeetingView,
  { now, zone }: { now: number; zone: string },
) {
  const moved = shifted(meeting, text, now, zone);
  if (moved) return moved;
  const start = slots.start ?? slots.deadline;
  const end = slots.end ?? (start && !isDateOnly(start) ? keptEnd(start, text, meeting) : undefined);
  const attendees = headcountIn(text) ?? slots.attendees;
  // «人数变成60» names no room 60.
  const location = slots.location?.text === String(attendees) ? undefined : slots.location;
  return {
    ...(start && !isDateOnly(start) ? { start: onMeetingDay(start, text, meeting.start) } : {}),
    ...(start && isDateOnly(start) ? { start: onDay(start, meeting.start) } : {}),
    ...(end ? { end: onMeetingDay(end, text, start && SAYS_A_DAY.test(text) ? start : meeting.start) } : {}),
    ...(location ? { room: location.room ?? location.text, location } : {}),
    ...(attendees ? { attendees } : {}),
    ...changedEquipment(meeting, slots.equipment ?? [], text),
    ...changedQuantities(meeting, text),
    ...(slots.layout ? { layout: slots.layout } : {}),
    ...(slots.title ? { title: slots.title } : {}),
  };
}

/** «改成十点开始» moves the beginning alone, while the meeting still has a length. */
function keptEnd(start: string, text: string, meeting: MeetingView): string | undefined {
  if (!/开始|起/.test(text) || /整体|顺延|一起|推迟|提前/.test(text)) return undefined;
  const begins = onMeetingDay(start, text, meeting.start);
  const isSameDay = begins.slice(0, 10) === meeting.end.slice(0, 10);
  return isSameDay && Date.parse(begins) < Date.parse(meeting.end) ? meeting.end : undefined;
}

const HEADCOUNT = /人数[^\d,，。]{0,8}?(\d{1,5})|(\d{1,5}) ?(?:来|多)?个?人/;

function headcountIn(text: string): number | undefined {
  const found = HEADCOUNT.exec(text.normalize('NFKC'));
  return found ? Number(found[1] ?? found[2]) : undefined;
}

/** «从视频改成现场», «改线下». */
const IN_THE_ROOM = /(?:改|换|变)(?:成|为|到|回)?(?:现场|线下|面对面)|(?:to|go) (?:on-?site|in person)/i;

/** «从现场改成视频» */
const BY_VIDEO = /(?:改|换|变)(?:成|为|到|回)?(?:视频|线上|远程)|(?:to|go) (?:video|online|remote)/i;

function changedEquipment(meeting: MeetingView, named: readonly Equipment[], text: string) {
  const after = equipmentAfter(meeting.equipment, named, text);
  const others = after.filter((one) => one !== 'video_conference');
  const withVideo: Equipment[] = BY_VIDEO.test(text) ? [...others, 'video_conference'] : after;
  const equipment = IN_THE_ROOM.test(text) ? others : withVideo;
  const same =
    equipment.length === meeting.equipment.length &&
    equipment.every((one) => meeting.equipment.includes(one));
  return same ? {} : { equipment };
}

function changedQuantities(meeting: MeetingView, text: string) {
  const before = meeting.quantities ?? {};
  const quantities = quantitiesAfter(before, meeting.equipment as readonly Equipment[], text);
  const same = Object.entries(quantities).every(([what, count]) => before[what] === count);
  return same ? {} : { quantities };
}

const TAKES_OFF =
  /(?:都|也|就|把|将)?(?:不要|不用|不需要|去掉|取消|减掉|撤掉|拿掉)(?:了|吧)?|\b(?:without|no|remove|drop)\b/gi;

/** «话筒不要了，加个横幅»: what is there already, with what was named, without what was taken off. */
function equipmentAfter(before: readonly string[], named: readonly Equipment[], text: string): Equipment[] {
  const known = before as readonly Equipment[];
  const off = takenOff(text, named);
  return [...new Set([...known, ...named])].filter((one) => !off.includes(one));
}

/** What a message takes off: named in it, but not as wanted. */
function takenOff(text: string, wanted: readonly Equipment[]): Equipment[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const without = plain.replace(TAKES_OFF, '、');
  return without === plain ? [] : findEquipment(without).filter((one) => !wanted.includes(one));
}
