/** Where a message could be cut into requests. */

/** What stands between two parts: a word that says that something new begins, the end of a sentence, a comma or blank. */
export type SeamKind = 'joint' | 'sentence' | 'clause';
/** A place where a message could be cut. */
export interface Seam {
  at: number;
  /** Where the new part's own words begin. */
  resume: number;
  kind: SeamKind;
  /** What joins the parts, as written. */
  word: string;
}

const JOINT =
  /(?:(?:另外|此外|除此之外|还有(?!人|多|几|没|事吗|一[个点]人|什么)(?:就是|一个(?:事|问题)|个(?:事|问题))?|顺便|顺带|顺手|对了|再就是|再一个|再有|与此同时|同时|仲有|同埋|加上|并且|另(?=[，,请订把给]))[,，: ]?|然后(?=帮|请|[^,，。;；]{1,8}(?:也|又|还))|再(?=看[一下哈]|帮我|给我|申请|订|换)|[,，。;；!?、\n ] ?(?:再(?=请|帮|给|申请|看|把|订|装|来|换|开|要|配|借|加|领|弄|拉|送|多|教|告诉|建|做)|并(?=请|把|将|帮|申请)|以及|还(?:要|想|请|需|得)(?=[^,，。]{0,6}(?:换|装|申请|订|开|修|领|重))|也?请(?=把|帮|给|再)|and also|also|plus|but now|and (?=the|my|please|can|could|we|i )|by the way)[,， ]?|(?:^|[ ,，。;；\n])(?:\d[.、)]|[一二三四]是|第[一二三四][,，、])(?!\d))/g;
const SENTENCE_END = /[。;；!?！？\n]+/g;
const CLAUSE_END = /[,，、 ]+/g;
/** More than these are not tried: the work stays bounded. */
const MOST_SEAMS = 10;

interface Span {
  from: number;
  to: number;
}

/**
 * The seams of folded text, left to right; commas and blanks, and where a thing or a room is named anew with no comma
 * before it («打印机坏了键盘也不行»), only with `named`, what was found in the text.
 */
export function seamsOf(
  plain: string,
  named: { things: readonly Span[]; rooms: readonly Span[] } | null,
): Seam[] {
  const seams: Seam[] = [];
  const add = (from: number, to: number, kind: SeamKind, at = to): void => {
    if (kind === 'joint' || !seams.some((seam) => seam.at <= to && from <= seam.resume + 1))
      seams.push({ at, resume: to, kind, word: plain.slice(from, to) });
  };
  for (const match of plain.matchAll(JOINT))
    add(match.index, match.index + match[0].length, 'joint', match.index);
  for (const match of plain.matchAll(SENTENCE_END))
    add(match.index, match.index + match[0].length, 'sentence');
  if (named) {
    for (const match of plain.matchAll(CLAUSE_END)) add(match.index, match.index + match[0].length, 'clause');
    for (const { from, to } of named.things.slice(1))
      if (/^(?:上面)?[也又还]/.test(plain.slice(to, to + 4))) add(from, from, 'clause');
    for (const { from } of named.rooms.slice(1)) add(from, from, 'clause');
  }
  return seams
    .filter((seam) => seam.resume < plain.length - 2 && seam.at > 0)
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_SEAMS);
}
