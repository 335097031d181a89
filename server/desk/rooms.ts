/** One room, however it is written: «三楼302会议室», «302会议室» and «３０２» are `302`. */
import type { Room } from './profile.ts';

const HAN_DIGITS = '〇零一二三四五六七八九';
const FLOOR = '(?:(?:负|地下)?[一二三四五六七八九十]{1,3}|-?\\d{1,2}|B\\d) ?(?:楼|层|F)';
const NUMBER = '[A-Z]?\\d{2,5}(?:-\\d{1,2})?[A-Z]?';
const SUFFIX =
  ' ?号?(?:视频|电视|电话|多媒体|多功能|小|大)*(?:会议室|会议厅|会议间|接待室|活动室|办公室|教室|机房|房间|房|厅|室)?';
/** A floor says nothing that the number does not say. */
const BY_NUMBER = new RegExp(`^(?:${FLOOR})? ?(?:会议室|ROOM|房间|第)? ?(?<number>${NUMBER})${SUFFIX}$`, 'i');
/** A building does: 302 stands in each of them. */
const IN_BUILDING = new RegExp(
  `^(?<building>.*\\p{Script=Han}|[A-Z] ?[座栋幢楼])(?:${FLOOR})? ?(?<number>${NUMBER})${SUFFIX}$`,
  'iu',
);
const LONE_FLOOR = new RegExp(`^(?<building>.*?)(?:${FLOOR})$`, 'i');

/** The name a room is kept under where the profile does not list it: its number, or the name as written. */
export function canonicalRoom(said: string): string {
  const text = said.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const digits = text.replace(new RegExp(`[${HAN_DIGITS}]{3,4}`, 'g'), toDigits);
  const number = BY_NUMBER.exec(digits)?.groups?.number;
  if (number !== undefined) return number.toUpperCase();
  const inside = IN_BUILDING.exec(digits)?.groups;
  if (inside?.building === undefined || inside.number === undefined) return text;
  const building = LONE_FLOOR.exec(inside.building)?.groups?.building || inside.building;
  return `${buildingName(building)}${inside.number.toUpperCase()}`;
}

const HAN_NUMBERED = /[一二三四五六七八九]?十?[一二三四五六七八九十](?=号?[楼栋幢座院])/;

/** «一号楼» and «1号楼» are one building. */
function buildingName(said: string): string {
  return said.trim().replace(HAN_NUMBERED, (han) => {
    const [tens, ones] = han.includes('十') ? han.split('十') : ['', han];
    const digit = (char: string | undefined, none: number) =>
      char ? Math.max(0, HAN_DIGITS.indexOf(char) - 1) : none;
    return String((han.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0));
  });
}

function toDigits(han: string): string {
  return [...han].map((digit) => Math.max(0, HAN_DIGITS.indexOf(digit) - 1)).join('');
}

/** The room's id where the profile lists it by that id or name, else the name it is kept under. */
export function roomOf(
  profile: { rooms: readonly Pick<Room, 'id' | 'name' | 'building'>[] },
  said: string,
): string {
  const wanted = canonicalRoom(said);
  const listed = profile.rooms.find(({ id, name, building }) => {
    const known = [canonicalRoom(id), canonicalRoom(name)];
    return known.some(
      (one) => one === wanted || (building !== undefined && `${buildingName(building)}${one}` === wanted),
    );
  });
  return listed?.id ?? wanted;
}
