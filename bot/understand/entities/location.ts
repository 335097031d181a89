/** Places: building, floor and room in Chinese and English, as one span. */
import type { Location } from '../../types.ts';
import type { Gazetteer, Mention } from '../gazetteer.ts';
import { surnames } from '../lexicon/department-parts.ts';
import { digitsOf, HAN_DIGIT, HAN_NUMERAL, parseNumber } from './numbers.ts';

/** A place found; offsets into the folded text. */
export interface PlaceMention {
  from: number;
  to: number;
  building?: [number, number];
  floor?: string;
  room?: string;
  /** The room's name, where it has one, as offsets. */
  roomName?: [number, number];
  /** Bare digits, no word that says it is a room. */
  bare?: boolean;
}

const N = `[${HAN_NUMERAL}]`;
const D = `[${HAN_DIGIT}]`;

const BUILDING = new RegExp(
  [
    `(?!两)(?:[a-z]|\\d{1,2}|${N}{1,3}) ?(?:号)?(?:座|栋|幢)(?!机|位|谈|席|往)`,
    `第?(?:[a-z]|\\d{1,2}|${N}{1,3}) ?(?:号|#)(?:办公)?(?:楼|院|大楼)`,
    `第(?:\\d{1,2}|${N}{1,3})(?:办公|教学|综合)(?:大)?楼`,
    '[a-z]楼',
    '(?:东|西|南|北|中|前|后|主|副|附|新|老|旧|左|右)(?:侧|配|附|边)?(?:办公)?(?:大楼|楼|座|塔楼|院)(?!层|机|位|谈|席)',
    '(?:东|西|南|北)区(?!别|分|域)',
    '(?![在到去来于的是给我从请把将和与个整全])[\\u4e00-\\u9fff]{2,3}(?:大厦|大院|园区)',
    '(?:(?![在到去来于的是给我从请把将和与个整全那这一二三四五六七八九十改换搬移挪置调为成层修装用网站])[\\u4e00-\\u9fff]){1,2}楼(?=\\d{3})',
    '(?:县|区|市|镇|乡|村|街道|局|厅)(?:政府|机关)(?=大院|[一二三四五六七八九十\\d])',
    '(?:图书馆|体育馆|档案馆|博物馆|美术馆|展览馆|规划馆|住院部|门诊部?|急诊部?|党校|干校|敬老院|(?:老年|群众|文化|职工|党群|党员|青少年)?活动中心|[文会培服][化议训务]中心|招待所|俱乐部|政务中心|行政中心|科技馆|少年宫|创业园|产业园|孵化器)(?=[一二三四五六七八九十\\d]+ ?[楼层f]|[东西南北]侧)',
    '(?:行政|政务|会展|科创|金融|商务|文化|市民|服务)中心[a-z]座',
    '(?![在到去来于的是给我从请把将和与个整全那这改换搬])[\\u4e00-\\u9fff]{2}楼(?=[一二三四五六七八九十\\d]{1,2}(?:楼|层))',
    '[新旧老]?(?:综合|办公|行政|实验|教学|业务|信息|科技|机关|档案|培训|附属|裙|宿舍|食堂|会议|政府|政务|主|指挥|技术|科研|住院|门诊|图书|后勤)(?:办公|业务|服务)?(?:大)?楼(?!层)',
    '[\\u4e00-\\u9fff]{2,4}(?:路|街|大道|巷)\\d{1,4}号',
    '(?:building|tower|block|bldg\\.?) (?:[a-z]|\\d{1,2}|one|two|three)(?![a-z0-9])',
    '(?:north|south|east|west|main|new|old|annex|admin|office) (?:building|tower|wing|block)',
  ].join('|'),
  'y',
);

const FLOOR = new RegExp(
  [
    `(?<![\\d.])(负|地下|-)?(\\d{1,2}|${N}{1,3}) ?(?:层楼|楼层|楼(?!栋|宇|座)|层(?!次|级|面))`,
    '(b[1-4])(?:层|楼)?(?![a-z0-9])',
    '(地下室|地下层|basement)',
    '(\\d{1,2})/?f(?![a-z0-9])',
    '(\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)[ -](?:floor|flr|fl)(?![a-z])',
    '(?:floor|level) (\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?![a-z0-9])',
  ].join('|'),
  'y',
);

const ROOM_WORD = '(?:号房间|号房|号办公室|号会议室|号室|房间|办公室|会议室|室|房|机房|教室|号机房|号屋|屋)';
const ROOM = new RegExp(
  [
    `((?<![\\d.])\\d{3,4}(?![\\d.:])|${D}{3,4}) ?(${ROOM_WORD})`,
    `(?:会议室|培训室|房间|办公室|教室) ?(\\d{3,4})(?![\\d.:])`,
    `(第${N}{1,2}|第\\d{1,2}|\\d{1,2}号|${N}{1,2}号)(?:小|大|视频)?(?:会议室|接待室|会客室|洽谈室|培训室|谈话室|询问室|报告厅|机房|教室|活动室)`,
    '(?:room|rm\\.?|office) ?#?(\\d{1,4}[a-z]?)(?![a-z0-9])',
    '(?:room) (?:[a-z])(?![a-z0-9])',
    '(?:(?:meeting|conference|training) room (?:[a-z]|\\d{1,3}|one|two|three)(?![a-z0-9]))',
    '(?:党组|党委|(?<![我本])(?:局|厅|部|处|科)|大|小|中|主|新|老|甲|乙|丙|丁|视频|多功能|贵宾|圆桌|董事|董事会|常委|政府|机关|东|西|南|北|应急|指挥)(?:党组)?会议(?:室|厅)',
    `[${surnames}]?(?:局长|副局长|书记|厅长|副厅长|主任|处长|科长|总经理|董事长|院长|经理)(?:的)?办公室`,
    `(\\d{1,2}|${N}{1,2}) ?号窗口`,
    '(?:第?[一二三四五六七八九十]|\\d{1,2})号(?:弱电间|弱电井|机房|仓库|库房|岗亭|车间|实验室)',
    '(?:meeting|conference|conf|training) (?:room|rm) (?!on|in|at|for|with|to|is|the|and|pls|please|tomorrow|tmr|today|next|this|from|booking|has|needs|was|projector|mic)[a-z]{3,10}(?![a-z])',
    '(?:big|small|large|main|video|vip) (?:conference|meeting) room',
    'hall [a-d1-9](?![a-z0-9])',
    '(?<=^|[,，。:：;； ])(?!办事|服务|政务|办公|[一二三四五六七八九十我咱你这那整全各在到的是去来于请])[\\u4e00-\\u9fff]{3,4}大厅',
    '(?!办事|服务|政务|办公|[一二三四五六七八九十]|我们|咱们|你们|这个|那个|整个|全部|各个|[在到的是去来于])[\\u4e00-\\u9fff]{2}大厅',
  ].join('|'),
  'y',
);

/** Bare digits are a room only where a place stands before them or the words around them say so. */
const BARE_ROOM = new RegExp(
  `((?<![\\d.])\\d{3,4}(?![\\d.:]|分(?!机)|元|页|年|人|个|台|块|万|次|版)|${D}{3,4}(?!${N}))`,
  'y',
);
const TAIL =
  /(?:的)?(?:新办公室|大办公室|会议室|办公室|厕所|洗手间|男厕|女厕|服务大厅|办事大厅|政务大厅|收费大厅|大厅|门岗|岗亭|服务台|走廊|走道|楼道|茶水间|开水间|卫生间|东头|西头|南头|北头|东侧|西侧|南侧|北侧|东边|西边|南边|北边|左侧|右侧|左手边|右手边|电梯口|电梯厅|电梯间|楼梯口|门口|前台|机房|弱电间|弱电井|配电间|食堂|餐厅|办事窗口|窗口|打印间|文印室|打印室|会客区|办公区|大开间|接待区|休息区|阅览室|仓库|库房)/y;
const ENGLISH_TAIL =
  / (?:meeting room|conference room|lobby|corridor|hallway|office|kitchen|pantry|hall|reception|copy room|print room|training room)/y;
const GENERIC =
  /(?:会议室|培训中心|会议中心|办事大厅|服务大厅|政务大厅|办公大厅|一站式大厅|大厅|(?:meeting|conference) room|lobby)/y;
const GLUE = /(?:的|,? (?:on|in|at|of)(?: the)? |, (?:the )?| the |[ ,、，-])?/y;
const BEFORE_BARE =
  /(?:在|到|去|成|了|好|修|点|半|上午|下午|请|机|网|请在|于|来|从|地点|地址|位置|房间|房号|我们|我是|我这|搬|由|为|预定|预订|定|约|取消|嘛|呗|哈|哦|吧|：|:|我|给|把|将|放|订|借|用|换|是|at|in|from|，|,|。)\s*$/;
const AFTER_BARE =
  /^\s*(?:的|把|这|那|来|有|没|上不|连不|打|网|电|断|坏|卡|搬|换|门|空|投|全|房|了|两|一台|[,，。;；!]|$|需|要|麻烦|急|办|灯|座|屏|墙|显|交|也|不是|而不|加|安|装|增|保|开|行|布|请|和|、|号)/;
const NOT_A_ROOM =
  /(?:错误|代码|报错|error|提示|显示|进去是?|点开是?|打开是?|页面是?|code|状态码|电话|分机|号码|拨|打|致电|tel|phone|ext\.?|x|转|手机|端口|版本|win|excel|office|wps|word|型号|编号|资产号|单号|号|尾号|no\.?|[a-z]|第|共|[-/.])\s*[:：是为]?\s*$/;
/** What a number behind a floor or a building is not, though it is no room either. */
const AFTER_ROOM_NOT = /^\s*(?:错误|报错|error|端口|-\d|\/|[a-z](?!\w)|号机|款|多|余|克)/;
/** What is done in a room: its number may stand right before («五点501开会»). */
const HELD_THERE = /^\s*(?:(?:召开|举行|开|有)(?:个|一个|场|一场)?[^,，。;；\d]{0,8}会|布场|布置会场)/;
const AFTER_NOT = /^\s*(?:错误|报错|error|电话|端口|-\d|\/|[a-z]|号机|型|款|分|多|余|克)/;

export interface PlaceWords {
  buildings: Gazetteer<string>;
  rooms: Gazetteer<{ name: string }>;
  departments: Gazetteer<string>;
}

interface Draft extends PlaceMention {
  parts: number;
}

function match(regex: RegExp, text: string, at: number): RegExpExecArray | null {
  regex.lastIndex = at;
  return regex.exec(text);
}

function floorOf(found: RegExpExecArray): string | undefined {
  const [, below, number, basement, cellar, short, ordinal, cardinal] = found;
  if (basement) return basement.toUpperCase();
  if (cellar) return 'B1';
  const value = parseNumber(number ?? short ?? ordinal ?? cardinal ?? '');
  if (value === null) return undefined;
  return below ? `B${value}` : String(value);
}

function takeBuilding(text: string, draft: Draft, words: PlaceWords): boolean {
  const before = draft.building ? text.slice(...draft.building) : '';
  const grounds = /(?:大院|园区|路|街|号)$/.test(before);
  const house = /(?:楼|大厦|中心)$/.test(before);
  if ((draft.building && !grounds && !house) || draft.floor || draft.room) return false;
  const to = words.buildings.at(text, draft.to)?.to ?? match(BUILDING, text, draft.to)?.[0].length;
  const end = words.buildings.at(text, draft.to)?.to ?? (to === undefined ? undefined : draft.to + to);
  if (end === undefined) return false;
  // «办公楼B座» is one building; a compound is only where a building stands.
  draft.building = house && draft.building ? [draft.building[0], end] : [draft.to, end];
  draft.to = end;
  return true;
}

function takeFloor(text: string, draft: Draft): boolean {
  if (draft.floor || draft.room) return false;
  const found = match(FLOOR, text, draft.to);
  if (!found) return false;
  const floor = floorOf(found);
  if (floor === undefined) return false;
  draft.floor = floor;
  draft.to += found[0].length;
  return true;
}

function takeRoom(text: string, draft: Draft, words: PlaceWords): boolean {
  if (draft.room || draft.roomName) return false;
  const numbered = match(ROOM, text, draft.to);
  const named = words.rooms.at(text, draft.to);
  if (named && named.to - draft.to >= (numbered?.[0].length ?? 0)) {
    draft.roomName = [named.from, named.to];
    draft.to = named.to;
    return true;
  }
  if (!numbered) return false;
  const digits = numbered[1] ?? numbered[3] ?? numbered[5];
  if (digits !== undefined) draft.room = digitsOf(digits) ?? digits.toUpperCase();
  else draft.roomName = [draft.to, draft.to + numbered[0].length];
  draft.to += numbered[0].length;
  return true;
}

/** A numeral right after a floor or a building («三楼302», «B座三零二», «财务部1503»). */
function takeBareRoom(text: string, draft: Draft): boolean {
  if (draft.room || draft.roomName) return false;
  const found = match(BARE_ROOM, text, draft.to);
  if (!found) return false;
  const end = draft.to + found[0].length;
  if (AFTER_ROOM_NOT.test(text.slice(end, end + 6)) || isExtension(text, draft.to, found[0])) return false;
  const digits = digitsOf(found[0]);
  if (digits === null) return false;
  draft.room = digits;
  draft.to += found[0].length;
  return true;
}

/** Four digits that a blank or comma parts from what stands before, on a floor that no house has: an extension. */
const isExtension = (text: string, at: number, digits: string): boolean =>
  /[ ,，、]/.test(text[at - 1] ?? '') && /^[4-9]\d{3}$/.test(digits);

/** Behind a floor or a building what ends like a room is one, whatever it is called («四楼党建室», «一楼接访厅»). */
const ROOM_BEHIND =
  /(?![的那这有个整全所和与是在没断网电办里])[\u4e00-\u9fff]{2,4}?(?:(?<!办公|会议|教)室|(?<!大)厅|仓库|库房|食堂|餐厅|教务处|岗亭|面试间|直播间|演播间|准备间|实训间)(?![长友内外])/y;

function takeNamedRoom(text: string, draft: Draft): boolean {
  if (draft.room || draft.roomName || (draft.floor === undefined && !draft.building)) return false;
  const found = match(ROOM_BEHIND, text, draft.to);
  if (!found) return false;
  draft.roomName = [draft.to, draft.to + found[0].length];
  draft.to += found[0].length;
  return true;
}

function takePart(text: string, draft: Draft, words: PlaceWords): boolean {
  return (
    takeFloor(text, draft) ||
    takeRoom(text, draft, words) ||
    takeBuilding(text, draft, words) ||
    takeNamedRoom(text, draft) ||
    (draft.parts > 0 && takeBareRoom(text, draft))
  );
}

/** English says the room first: «room 302 on the 3rd floor», «3rd floor, building B». */
function takeEnglishRest(text: string, draft: Draft): boolean {
  const link = /,? (?:on|in|at|of)(?: the)? |, ?| /y;
  const glue = match(link, text, draft.to);
  if (!glue) return false;
  const at = draft.to + glue[0].length;
  const floor = draft.floor ? null : match(FLOOR, text, at);
  if (floor) {
    const value = floorOf(floor);
    if (value === undefined) return false;
    draft.floor = value;
    draft.to = at + floor[0].length;
    return true;
  }
  const building = draft.building ? null : match(BUILDING, text, at);
  if (!building) return false;
  draft.building = [at, at + building[0].length];
  draft.to = at + building[0].length;
  return true;
}

function grow(text: string, draft: Draft, words: PlaceWords): void {
  for (;;) {
    const glue = draft.parts === 0 ? '' : (match(GLUE, text, draft.to)?.[0] ?? '');
    const before = draft.to;
    draft.to += glue.length;
    if (takePart(text, draft, words)) {
      draft.parts += 1;
      continue;
    }
    draft.to = before;
    if (draft.parts > 0 && takeEnglishRest(text, draft)) {
      draft.parts += 1;
      continue;
    }
    return;
  }
}

function tailOf(text: string, at: number): number {
  return match(TAIL, text, at)?.[0].length ?? match(ENGLISH_TAIL, text, at)?.[0].length ?? 0;
}

function placeAt(text: string, at: number, words: PlaceWords): Draft | null {
  const department = words.departments.at(text, at);
  const draft: Draft = { from: at, to: at, parts: 0 };
  grow(text, draft, words);
  if (draft.parts === 0 && department) {
    draft.to = department.to;
    draft.parts = 1;
    grow(text, draft, words);
    if (draft.parts === 1) return null;
  }
  if (draft.parts === 0) return null;
  draft.to += tailOf(text, draft.to);
  // «十楼西侧弱电间»: a room behind a side is the room.
  if (!takeRoom(text, draft, words)) draft.to += tailOf(text, draft.to);
  return draft;
}

function bareAt(text: string, at: number): Draft | null {
  const found = match(BARE_ROOM, text, at);
  if (!found) return null;
  const to = at + found[0].length;
  const before = text.slice(Math.max(0, at - 8), at);
  const after = text.slice(to, to + 8);
  if (NOT_A_ROOM.test(before) || AFTER_NOT.test(after)) return null;
  if (!/^[1-9]/.test(found[0]) || (at > 0 && isExtension(text, at, found[0]))) return null;
  if (HELD_THERE.test(after)) return { from: at, to, room: found[0], parts: 1 };
  if (at > 0 && !BEFORE_BARE.test(before) && !/^\s*(?:房|室|的(?:打印机|电脑|网))/.test(after)) return null;
  if (!AFTER_BARE.test(after)) return null;
  if (/^(?:19|20)\d\d$/.test(found[0]) && /^(?:年|版)/.test(after)) return null;
  return { from: at, to, room: found[0], parts: 1, bare: true };
}

function genericAt(text: string, at: number): Draft | null {
  const found = match(GENERIC, text, at);
  return found ? { from: at, to: at + found[0].length, parts: 1 } : null;
}

/** All places in `text` (folded), left to right. */
export function findPlaces(text: string, words: PlaceWords): PlaceMention[] {
  const places: PlaceMention[] = [];
  for (let index = 0; index < text.length; ) {
    const place = worthTrying(text, index)
      ? (placeAt(text, index, words) ?? bareAt(text, index) ?? genericAt(text, index))
      : null;
    if (place) {
      const { parts: _parts, ...mention } = place;
      places.push(mention);
      index = place.to;
    } else index += 1;
  }
  return places;
}

/** A Latin word or a number is read from its beginning only. */
function worthTrying(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  const before = index > 0 ? text.charCodeAt(index - 1) : 32;
  const letter = (value: number): boolean => value >= 97 && value <= 122;
  const digit = (value: number): boolean => value >= 48 && value <= 57;
  if (letter(code)) return !letter(before) && !digit(before);
  if (digit(code)) return !digit(before) && !letter(before);
  return code > 0x7f || code === 45;
}

/** The slot for a place; `words` gives the person's own spelling of a span. */
export function locationOf(place: PlaceMention, words: (from: number, to: number) => string): Location {
  const location: Location = { text: words(place.from, place.to) };
  if (place.building) location.building = words(...place.building);
  if (place.floor !== undefined) location.floor = place.floor;
  if (place.room !== undefined) location.room = place.room;
  else if (place.roomName) location.room = words(...place.roomName);
  return location;
}

/** Words of places of a desk, ready to be looked for. */
export type RoomMention = Mention<{ name: string }>;
