/** Things that are written with digits: ticket and asset numbers, telephones, models, quantities, ratings. */
import { makers } from '../lexicon/words.ts';
import { digitsOf, HAN_DIGIT, HAN_NUMERAL, parseCount, parseNumber } from './numbers.ts';

/** A span and, where it differs from its text, its value. */
export interface Found<T = string> {
  from: number;
  to: number;
  value: T;
}

const TICKET =
  /(?<![a-z0-9])(?:t|m|inc|req|sr|wo|gd)-?\d{6,12}(?:-\d{1,6})?(?![a-z0-9])|(?:工单号?|单号|单子|编号|报修单|报障单|ticket(?: number| no\.?| #)?|request|case)\s*(?:是|为|:|#)?\s*#?([a-z]{0,4}-?\d{3,14}(?:-\d{1,6})?)(?![a-z0-9])/g;

/** Ticket numbers as written. */
export function findTickets(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(TICKET)) {
    const number = match[1] ?? match[0];
    const from = match.index + match[0].length - number.length;
    if (/资产|设备|固资/.test(text.slice(Math.max(0, match.index - 3), match.index))) continue;
    found.push({ from, to: from + number.length, value: number });
  }
  return found;
}

const ASSET =
  /(?:固定资产|资产|设备|固资|asset|机器|主机|电脑|标签)(?:的)?(?:编号|编码|标签号?|号码|号|码|条码| tag| number| no\.?| id)?\s*(?:上|写)?(?:的)?(?:是|为|:|#|上写的是|上写着)?\s*((?:[a-z\u4e00-\u9fff]{0,4}[-_]?)?(?:[a-z0-9]+[-_/])*[a-z0-9]*\d{3,}[a-z0-9]*(?:[-_/][a-z0-9]+)*)/g;
const ASSET_WORD = /资产|设备(?:编|号|标)|固资|asset|标签|编号|编码|机器(?:编|号)|条码/;
const ASSET_CODE =
  /(?<![a-z0-9-])(?:zc|gdzc|gz|sb|pc|it|nb|dn|dyj)[-_]?(?:[a-z0-9]+[-_])*\d{4,}(?![a-z0-9])/g;

/** Asset numbers as written: after a word that names one, or in the usual form of such a number. */
export function findAssets(text: string): Found[] {
  if (!/\d{3}/.test(text)) return [];
  const found: Found[] = [];
  for (const match of text.matchAll(ASSET)) {
    const number = (match[1] ?? '').replace(/^[的是为号码编上写着]+/, '');
    const lead = match[0].slice(0, match[0].length - (match[1] ?? '').length);
    if (!ASSET_WORD.test(lead) || !/\d{3}/.test(number)) continue;
    const from = match.index + match[0].length - number.length;
    found.push({ from, to: from + number.length, value: number });
  }
  if (found.length > 0) return found;
  for (const match of text.matchAll(ASSET_CODE))
    found.push({ from: match.index, to: match.index + match[0].length, value: match[0] });
  return found;
}

const MOBILE = /(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/g;
/** A blank may stand in it only behind an area code: «302 8302» is a room and an extension. */
const LANDLINE =
  /(?<![\d-])(?:\(?0\d{2,3}\)?[- ]?[2-8]\d{2,3}[- ]?\d{4}|[2-8]\d{2,3}-?\d{4})(?:\s*(?:转|-)\s*\d{3,5})?(?!\d)/g;
const SAID = new RegExp(
  `(?:电话|座机|分机号?|内线|短号|手机号?|手机|联系方式|联系电话|打给我|打我|打|拨|致电|号码|联系我?|找我|回电|tel|phone|call|ext|extension|ext\\.|mobile|cell|reach me|contact|number is|dial)(?:号码|号)?(?: me)?(?: (?:at|on|is))?\\s*(?:是|:|为|改成|改为|换成|应该是|打|-|，|,)?\\s*(?:分机|ext\\.?)?\\s*((?:\\+?\\d[\\d -]{2,16}\\d|${HAN_DIGIT_CLASS()}{3,12}))(?!\\d|[-/]\\d|[号楼层室])`,
  'g',
);
const HAN_MOBILE = new RegExp(`[一幺][三四五六七八九]${HAN_DIGIT_CLASS()}{9}`, 'g');

function HAN_DIGIT_CLASS(): string {
  return `[${HAN_DIGIT}]`;
}

/** Telephone numbers, as digits; extensions where a word says that it is one. */
export function findPhones(text: string): Found[] {
  const found: Found[] = [];
  if (!/\d{3}/.test(text) && !/[零〇一幺二三四五六七八九]{3}/.test(text)) return found;
  for (const match of text.matchAll(MOBILE))
    push(found, match.index, match[0], `${match[1]}${match[2]}${match[3]}`);
  for (const match of text.matchAll(HAN_MOBILE)) push(found, match.index, match[0], digitsOf(match[0]) ?? '');
  for (const match of text.matchAll(SAID)) {
    const said = match[1] ?? '';
    const number = grouped(said);
    const digits = digitsOf(number.replace(/[+ -]/g, ''));
    if (digits === null || digits.length < 3 || digits.length > 13) continue;
    push(
      found,
      match.index + match[0].length - said.length,
      number,
      digits.replace(/^86(?=1[3-9]\d{9}$)/, ''),
    );
  }
  for (const match of text.matchAll(LANDLINE)) {
    const digits = match[0].replace(/\D/g, '');
    if (
      digits.length < 7 ||
      /资产|编号|单号|号:|ip|版本/.test(text.slice(Math.max(0, match.index - 4), match.index))
    )
      continue;
    push(found, match.index, match[0], digits);
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The number at the head of a run of digits and blanks: as a whole where it is grouped like one, else its first group. */
function grouped(run: string): string {
  const whole =
    /^(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$|^(?:0\d{2,3}[- ]?)?[2-8]\d{2,3}[- ]?\d{4}(?:-\d{3,5})?$/;
  return whole.test(run) || !run.includes(' ') ? run : (run.split(' ')[0] ?? run);
}

/** A room on a floor higher than any house has: four digits that can only be an extension. */
const NO_ROOM = /^[4-9]\d{3}$/;
const BARE_NUMBER = /(?<![\d.:/a-z-])\d{4,5}(?![\d.:/a-z%年月日元份]|-\d)/g;
const NOT_BEFORE_EXTENSION =
  /(?:错误|代码|报错|error|提示|code|端口|版本|型号|编号|单号|尾号|资产号?|序列号|[a-z]|第|共|密码|房间|房号|room)\s*[:：是为]?\s*$/;

/**
 * Extensions that no word calls one: a number by itself behind a place («三楼302 8302»), or one that cannot be a room.
 * `places` and `taken` are what was found before.
 */
export function findExtensions(
  text: string,
  places: readonly { to: number; room?: string; roomName?: unknown }[],
  taken: readonly { from: number; to: number }[],
): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(BARE_NUMBER)) {
    const from = match.index;
    const to = from + match[0].length;
    if (taken.some((other) => from < other.to && other.from < to)) continue;
    if (NOT_BEFORE_EXTENSION.test(text.slice(Math.max(0, from - 5), from))) continue;
    if (
      !/^\s*(?:$|[,，。;；!、\n(]|找|谢|急|麻烦|快|请|电|打印|联系|[\u4e00-\u9fff]{2,3}(?:$|[,，。]))/.test(
        text.slice(to, to + 5),
      )
    )
      continue;
    const behind = places.some(
      (place) =>
        (place.room !== undefined || place.roomName !== undefined) &&
        place.to <= from &&
        /^[\s,，。;；、/]+$/.test(text.slice(place.to, from)),
    );
    if (behind || NO_ROOM.test(match[0])) found.push({ from, to, value: match[0] });
  }
  return found;
}

function push(found: Found[], from: number, text: string, value: string): void {
  const to = from + text.length;
  if (found.some((other) => from < other.to && other.from < to)) return;
  found.push({ from, to, value });
}

const makerPattern = [...makers]
  .sort((a, b) => b.length - a.length)
  .map((maker) => maker.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');
const MODEL = new RegExp(
  `(?<![a-z])(?:${makerPattern})(?:牌)?(?:的)?(?: ?(?:thinkpad|thinkcentre|thinkbook|optiplex|latitude|laserjet|deskjet|officejet|elitebook|probook|ecosys|imageclass|workcentre|docucentre|apeosport|surface|color|pro|mfp|擎云|昭阳|启天|开天|文祥|天启|世恒|战|pixlab|matebook|扬天|小新|拯救者|战66))*(?:系列)? ?(?:型号(?:是|为)?)? ?[a-z]{0,5}-?\\d{1,5}[a-z0-9]*(?:-[a-z0-9]+)*(?: (?:pro|plus|g\\d+|gen ?\\d+|dn|dw|mfp|tiny|sff))*(?![a-z0-9])`,
  'g',
);

/** Make and model together («HP M428», «联想 M455»). */
export function findModels(text: string): Found[] {
  if (!/\d/.test(text)) return [];
  return Array.from(text.matchAll(MODEL), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    value: match[0],
  })).filter(
    ({ value }) =>
      (/[a-z\u4e00-\u9fff]/.test(value) && !/(?:联想|华为|惠普|电脑)\d{3,4}$/.test(value)) ||
      /\d{4}/.test(value),
  );
}

const NUMERAL = `(?:\\d{1,4}|[${HAN_NUMERAL}俩仨]{1,4})`;
const MEASURES =
  '台|个(?!小时|钟|月|人|半|会|同事|科|单位|部门|星期|礼拜|领导|新人|事|问题|忙|电话|多)|套|块|根|条|张|把|部|支|只|盒|箱|包|瓶|副|份|卷|组|对|盏|枚|本|件|架|面|节|桶|打|个账号|令|块儿|筒|排';
const QUANTITY = new RegExp(`(?<![\\d.第:年月])(${NUMERAL})(?:来|多|几)? ?(?:${MEASURES})`, 'g');
const ENGLISH_QUANTITY =
  /(?<![a-z0-9.:])(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: new| more| extra| additional| spare| black| wireless| usb| a4| hdmi| network| \w+)? (?:computers|pcs|laptops|monitors|keyboards|mice|mouses|cartridges|toners|toner cartridges|cables|accounts|licenses|licences|adapters|headsets|boxes|packs|reams|phones|printers|chargers|ports|mailboxes|screens|units|copies|sets|usb sticks|drives|docks|webcams|users)/g;
const VAGUE = /^[几两]$/;

/** How many of something («5 个鼠标», «两台»); a bare «一个» or «一下» says nothing. */
export function findQuantities(text: string): Found<number>[] {
  const found: Found<number>[] = [];
  for (const match of [...text.matchAll(QUANTITY), ...text.matchAll(ENGLISH_QUANTITY)]) {
    const said = match[1] ?? '';
    const value = parseCount(said);
    if (value === null || (VAGUE.test(said) && said === '几')) continue;
    found.push({ from: match.index, to: match.index + match[0].length, value });
  }
  return found;
}

const HEADCOUNT = new RegExp(
  `(?<![\\d.第:])(${NUMERAL}) ?(?:(来|多|几|左右|余)?(?:个|号)?(?:左右的?)?(?:人(?!员工?|社|事)|座(?!机|位?号)|座位|席位|位|名|同志|个人|代表|学员|嘉宾|领导|同事|干部)|(来|多)个(?=$|[,，。!左右吧]))`,
  'g',
);
const ENGLISH_HEADCOUNT =
  /(?<![a-z0-9.:])(\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)(?: or so)? (?:people|ppl|persons|attendees|participants|guests|staff|pax|of us|delegates|colleagues|seats)/g;
const TENS: Record<string, number> = { twenty: 20, thirty: 30, forty: 40, fifty: 50 };

/** «人数从20变为32», «人数增加到50». */
const COUNTED = new RegExp(
  `(?:人数\\s*(?=[\\d一二三四五六七八九十])|(?:人数|人)[^,，。]{0,10}?(?:增加到|减少到|改为|改成|变为|变成|调整为|加到|到|为|是|约|大概|:))\\s*(${NUMERAL})(?![点:月号日])`,
);

/** How many people come. */
export function findHeadcounts(text: string): Found<number>[] {
  const found: Found<number>[] = [];
  const counted = COUNTED.exec(text);
  const count = counted?.[1] ? parseCount(counted[1]) : null;
  if (counted && count !== null)
    found.push({ from: counted.index, to: counted.index + counted[0].length, value: count });
  for (const match of [...text.matchAll(HEADCOUNT), ...text.matchAll(ENGLISH_HEADCOUNT)]) {
    const said = match[1] ?? '';
    const value = TENS[said] ?? parseCount(said);
    if (value === null || value === 0 || match[2] === '几') continue;
    found.push({ from: match.index, to: match.index + match[0].length, value });
  }
  return found;
}

const RATING =
  /([1-5一二两三四五])\s*(?:分(?!钟|之|享|机|公|局|管|页|组|辨)|颗星|粒星|星(?!期)|stars?|points?|out of 5|\/5)|(?:rate|rating|score|评分|打分|评价)\s*(?:it|is|:|是|为|:|打)?\s*(?:an? )?([1-5一二三四五])(?![0-9:.下个次番])/;

/** A rating of 1 to 5, where one is given. */
export function findRating(text: string): number | null {
  const match = RATING.exec(text);
  if (match) return parseNumber(match[1] ?? match[2] ?? '');
  if (/(?:满分|最高分|top marks|full marks|五颗星|all five stars|five stars|five star)/.test(text)) return 5;
  return null;
}
