/** What a message is about: what is wrong or wanted, without who, where and how to reach them. */
import type { FrameData } from '../../bot/dialogue/conversation.ts';

const REACH =
  /(?:联系|打|拨|留|我|的|办公|是)*(?:电话|手机|分机|号码|微信|tel|phone|ext(?:ension)?)\s*(?:号码?|号)?\s*(?:是|为|:|：|打)?\s*[\d\-+ ]{3,}/gi;
const LONG_NUMBER = /\d[\d -]{5,}\d/g;
const MASKS = /\[[^\]]*\]/g;
const MANNERS =
  /(?:^|[,，。;；\s])(?:您好|你好|请问|麻烦(?:您|你)?(?:一下)?|不好意思|谢谢|辛苦了|对了|那个|我想?问(?:一)?下|想?请教一下|hello|hi|please)[,，。!！\s]*/gi;
const WHO = /我(?:是|们是)[^,，。;；\s]{2,12}[,，。;；\s]/g;

const EDGE = /^$|[\s\p{P}]/u;

/** A place at the edge of a clause goes; one in the middle («整个三楼都断网») belongs to what is said. */
function withoutPlace(text: string, place: string): string {
  const at = text.indexOf(place);
  if (at < 0) return text;
  const before = text.slice(0, at).at(-1) ?? '';
  const after = text[at + place.length] ?? '';
  return EDGE.test(before) || EDGE.test(after) ? text.replace(place, ' ') : text;
}

/** The words that say the matter; the whole text where nothing else is left of it. */
export function matterOf({ text, slots }: Pick<FrameData, 'text' | 'slots'>): string {
  const place = slots.location?.text;
  let matter = text.replace(MASKS, ' ').replace(REACH, ' ').replace(WHO, ' ').replace(MANNERS, ' ');
  if (place) matter = withoutPlace(matter, place);
  if (slots.phone) matter = matter.replace(slots.phone, ' ');
  matter = matter
    .replace(LONG_NUMBER, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?:[,，;；、]\s*)+(?=[,，。;；、]|$)/g, '')
    .replace(/^[\s,，。;；、]+|[\s,，;；、]+$/g, '');
  return matter.replace(/[\p{P}\s]/gu, '').length < 2 ? text.replace(/\s+/g, ' ').trim() : matter;
}
