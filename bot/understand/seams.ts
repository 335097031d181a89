/** Where a message could be cut into requests. */

/** What stands between two parts: a word that says that something new begins, the end of a sentence, a comma or blank. */
export type SeamKind = 'joint' | 'sentence' | 'clause';
/** A place where a message could be cut. */
export interface Seam {
  at: number;
  /** Where the new part's own words begin. */
  resume: number;
  kind: SeamKind;
}

const JOINT =
  /(?:(?:另外|此外|除此之外|还有(?!人|多|几|没|事吗|一[个点]人|什么)(?:就是|一个(?:事|问题)|个(?:事|问题))?|顺便|顺带|对了|再就是|再一个|再有|与此同时|同时|仲有|同埋|加上|并且|另(?=[，,请订把给]))[,，: ]?|然后(?=帮|请|[^,，。;；]{1,8}(?:也|又|还))|再(?=看[一下哈]|帮我|给我|申请|订|换)|[,，。;；!?、\n ] ?(?:再(?=请|帮|给|申请|看|把|订|装|来|换|开|要)|并(?=请|把|将|帮|申请)|以及|还(?:要|想|请|需|得)(?=[^,，。]{0,6}(?:换|装|申请|订|开|修|领|重))|也?请(?=把|帮|给|再)|and also|also|plus|but now|and (?=the|my|please|can|could|we|i )|by the way)[,， ]?|(?:^|[ ,，。;；\n])(?:\d[.、)]|[一二三四]是|第[一二三四][,，、])(?!\d))/g;
const SENTENCE_END = /[。;；!?！？\n]+/g;
const CLAUSE_END = /[,，、 ]+/g;
/** More than these are not tried: the work stays bounded. */
const MOST_SEAMS = 10;

/** The seams of folded text, left to right; commas and blanks only where `clauses`. */
export function seamsOf(plain: string, clauses: boolean): Seam[] {
  const seams: Seam[] = [];
  for (const match of plain.matchAll(JOINT))
    seams.push({ at: match.index, resume: match.index + match[0].length, kind: 'joint' });
  const add = (ends: RegExp, kind: SeamKind): void => {
    for (const match of plain.matchAll(ends)) {
      const end = match.index + match[0].length;
      if (!seams.some((seam) => seam.at <= end && match.index <= seam.resume + 1))
        seams.push({ at: end, resume: end, kind });
    }
  };
  add(SENTENCE_END, 'sentence');
  if (clauses) add(CLAUSE_END, 'clause');
  return seams
    .filter((seam) => seam.resume < plain.length - 2)
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_SEAMS);
}
