/** Markings of classified documents (保守国家秘密法: 绝密、机密、秘密, written with ★ and the term of secrecy). */
import type { Secret } from './span.ts';

const LEVEL = '(?:绝|絕|机|機|秘|祕) {0,2}密(?: {0,2}级)?';
const TERM =
  '(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4}) {0,2}(?:年|个月)(?!级|前|来|后|以|多|内|间|度|底|初|中|[0-9])|长期|永久|(?:启用|解密|公布|公开|实施)前';
const STARRED = `${LEVEL} {0,3}[★☆⭐]{1,3} {0,3}(?:${TERM})?|[★☆⭐] {0,3}${LEVEL} {0,3}[★☆⭐]{0,3} {0,3}(?:${TERM})?`;
const WITH_TERM = `(?<=^|[^\\u4e00-\\u9fff]|密级|等级|级别|标注|标为|标着|定为|列为|属于|文件|材料|资料|为|是)${LEVEL} {0,3}[·・*,、:-]? {0,3}\\(? {0,3}(?:${TERM})\\)?`;
const INSIDE = `${LEVEL}(?: {0,2}(?:文件|材料|资料|件|内容|信息))?(?: {0,3}[★☆⭐·・*,、:-]? {0,3}(?:${TERM}|[急特加]{1,2}[急件]))?[★☆⭐]? {0,3}`;
const BRACKETED = `(?:【 {0,3}${INSIDE}】|\\( {0,3}${INSIDE}\\)|\\[ {0,3}${INSIDE}\\]|〔 {0,3}${INSIDE}〕|〖 {0,3}${INSIDE}〗|\\{ {0,3}${INSIDE}\\}|< {0,3}${INSIDE}>)(?: ?[★☆⭐]{1,3} ?(?:${TERM})?)?`;
const LABELLED = `密 {0,2}级 {0,3}: {0,3}${LEVEL}(?: {0,3}(?:${TERM}))?`;

const MARKING = new RegExp(`${BRACKETED}|${STARRED}|${LABELLED}|${WITH_TERM}`, 'g');
const FIRST_LINE = new RegExp(`^\\s*(${LEVEL}(?:文件|件)?) *(?:\\n|$)`);

/** The spans of the markings; `text` is folded (fold.ts). */
export function findMarkings(text: string): Secret[] {
  // Every marking has this character; most messages do not, and are done with.
  if (!text.includes('密')) return [];
  const found: Secret[] = [];
  for (const match of text.matchAll(MARKING))
    found.push({ kind: 'classified', start: match.index, end: match.index + match[0].trimEnd().length });
  const first = FIRST_LINE.exec(text);
  if (first?.[1] !== undefined) {
    const start = first[0].indexOf(first[1]);
    found.push({ kind: 'classified', start, end: start + first[1].length });
  }
  return found;
}
