/** What a message is about: what is wrong or wanted, without who, where and how to reach them. */
import type { FrameData } from '../../bot/dialogue/conversation.ts';

const REACH =
  /(?:联系|打|拨|留|我|的|办公|是)*(?:电话|手机|分机|号码|微信|tel|phone|ext(?:ension)?)\s*(?:号码?|号)?\s*(?:是|为|:|：|打)?\s*[\d\-+ ]{3,}/gi;
const LONG_NUMBER = /\d[\d -]{5,}\d/g;
const MASKS = /\[[^\]]*\]/g;
const MANNERS =
  /(?:^|[,，。;；\s])(?:您好|你好|请问|麻烦(?:您|你)?(?:一下)?|不好意思|谢谢|辛苦了|对了|那个|我想?问(?:一)?下|想?请教一下|hello|hi|please)[,，。!！\s]*/gi;
const WHO = /我(?:是|们是)[^,，。;；\s]{2,12}[,，。;；\s]/g;

/** What is said while one thinks how to say it. */
const FILLERS =
  /那个什么|怎么说呢|就是说|就是我们(?:这边|这里)?|就是|然后(?:的话)?|不知道(?:是)?(?:怎么回事|为什么|咋回事)|(?:你们)?能不能(?:派个?人)?(?:过?来)(?:看看?|看一下|瞧瞧)?[啊呀吗呢]?|(?<![\u4e00-\u9fff])(?:呃|额|嗯|那个)|我们这边(?=打|开|用|上)/g;
/** Shorter ones say what they say. */
const RUNS_ON = 30;
/** Where a title may end. */
const TURNS = /[,，。;；!！?？]|还有的?时候|而且|但是|所以|因为|能不能|你们|麻烦|我们在|我在/g;
const LEAST_TITLE = 8;
const LONGEST_TITLE = 40;

const EDGE = /^$|[\s\p{P}]/u;

/** A place at the edge of a clause goes; one in the middle («整个三楼都断网») belongs to what is said. */
function withoutPlace(text: string, place: string): string {
  const at = text.indexOf(place);
  if (at < 0) return text;
  const before = text.slice(0, at).at(-1) ?? '';
  const after = text[at + place.length] ?? '';
  return EDGE.test(before) || EDGE.test(after) ? text.replace(place, ' ') : text;
}

/** One line for a list: the matter as far as its first turn. */
export function titleOf(data: Pick<FrameData, 'text' | 'slots'>): string {
  const matter = matterOf(data);
  if (matter.length <= RUNS_ON) return matter;
  const turn = [...matter.matchAll(TURNS)].find(
    ({ index }) => index >= LEAST_TITLE && index <= LONGEST_TITLE,
  );
  if (turn) return matter.slice(0, turn.index);
  if (matter.length <= LONGEST_TITLE) return matter;
  const words = matter.slice(0, LONGEST_TITLE).replace(/(?<=[a-z]) [a-z]*$/i, '');
  return `${words}…`;
}

/** The words that say the matter; the whole text where nothing else is left of it. */
export function matterOf({ text, slots }: Pick<FrameData, 'text' | 'slots'>): string {
  const place = slots.location?.text;
  let matter = text.replace(MASKS, ' ').replace(REACH, ' ').replace(WHO, ' ').replace(MANNERS, ' ');
  if (place) matter = withoutPlace(matter, place);
  if (slots.phone) matter = matter.replace(slots.phone, ' ');
  if (matter.length > RUNS_ON) matter = matter.replace(FILLERS, '').replace(/^\s+/, '');
  matter = matter
    .replace(LONG_NUMBER, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?:[,，;；、]\s*)+(?=[,，。;；、]|$)/g, '')
    .replace(/^[\s,，。;；、]+|[\s,，;；、]+$/g, '');
  return matter.replace(/[\p{P}\s]/gu, '').length < 2 ? text.replace(/\s+/g, ' ').trim() : matter;
}
