/** How large a name can be printed, and on how many lines. */

const MOST_LINES = 4;
/** A name without blanks is broken only where that makes it this much larger. */
const WORTH_BREAKING = 1.3;
/** Between two lines, in parts of the type's size. */
export const LEADING = 0.25;

export interface FittedLines {
  lines: readonly string[];
  /** The type's size, in the unit of `box`. */
  size: number;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** About how wide a text is, in parts of its type's size: a Chinese character is 1. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOfGrapheme(segment);
  return width;
}

function widthOfGrapheme(grapheme: string): number {
  if (/^[iljtfrI.,:;'!|·()[\] -]/.test(grapheme)) return 0.33;
  if (/^[MWmw@]/.test(grapheme)) return 0.9;
  if (/^\p{Lu}/u.test(grapheme)) return 0.7;
  return /^[\u0020-\u024f]/.test(grapheme) ? 0.55 : 1;
}

/**
 * Breaks a text where its type becomes largest in the box: at blanks, and between words where it has none («信息中心主任»
 * is three). A word stays whole, and two lines that are no larger than one are not made.
 */
export function fitLines(text: string, box: { width: number; height: number; most: number }): FittedLines {
  const hasBlanks = text.includes(' ');
  const texts = hasBlanks
    ? text.split(' ').map((word) => `${word} `)
    : Array.from(words.segment(text), ({ segment }) => segment);
  const pieces = texts.map((piece) => ({ text: piece, width: widthOf(piece) }));
  let best: FittedLines = { lines: [text], size: 0 };
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const lines = brokenInto(pieces, count).map((line) => line.text.trim());
    const widest = Math.max(...lines.map(widthOf));
    const high = lines.length + (lines.length - 1) * LEADING;
    const size = Math.min(box.most, box.width / widest, box.height / high);
    if (size > best.size * (hasBlanks ? 1 : WORTH_BREAKING)) best = { lines, size };
  }
  return best;
}

interface Measured {
  text: string;
  width: number;
}

/** At most `count` lines of about the same width. */
function brokenInto(pieces: readonly Measured[], count: number): Measured[] {
  const goal = pieces.reduce((sum, { width }) => sum + width, 0) / count;
  const lines: Measured[] = [];
  let line: Measured = { text: '', width: 0 };
  for (const piece of pieces) {
    const isOver = line.width + piece.width / 2 > goal;
    if (line.text !== '' && isOver && lines.length < count - 1) {
      lines.push(line);
      line = { text: '', width: 0 };
    }
    line = { text: line.text + piece.text, width: line.width + piece.width };
  }
  return [...lines, line];
}
