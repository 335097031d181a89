/** Long text in parts that a platform takes: at the ends of lines or sentences where that is possible, never within a character. */
import type { Limits } from './channel.ts';

const UTF8 = new TextEncoder();

/** The size of a text as the platform counts it; `characters` are UTF-16 units. */
export function sizeOf(text: string, unit: Limits['text']['unit']): number {
  return unit === 'bytes' ? UTF8.encode(text).length : text.length;
}

/**
 * Parts of at most `most`, in order; put together they are the text, but for the line ends between them. A text that
 * fits is one part. `most` has room for any character (4 bytes).
 */
export function splitText(text: string, { most, unit }: Limits['text']): string[] {
  if (sizeOf(text, unit) <= most) return [text];
  const parts: string[] = [];
  let part: string | null = null;
  for (const line of text.split('\n').flatMap((one) => splitLine(one, most, unit))) {
    const longer: string = part === null ? line.text : `${part}${line.begins ? '\n' : ''}${line.text}`;
    if (sizeOf(longer, unit) <= most) {
      part = longer;
      continue;
    }
    if (part !== null) parts.push(part);
    part = line.text;
  }
  if (part !== null) parts.push(part);
  return parts.filter((one) => one !== '');
}

/** A line that is too long by itself, in pieces; `begins` is true of the first. */
function splitLine(line: string, most: number, unit: Limits['text']['unit']) {
  const pieces: { text: string; begins: boolean }[] = [];
  let rest = line;
  while (sizeOf(rest, unit) > most) {
    const room = fitting(rest, most, unit);
    const piece = rest.slice(0, seamIn(rest.slice(0, room)) ?? room);
    pieces.push({ text: piece, begins: pieces.length === 0 });
    rest = rest.slice(piece.length);
  }
  if (rest !== '' || pieces.length === 0) pieces.push({ text: rest, begins: pieces.length === 0 });
  return pieces;
}

/** Where a reader would pause: after a sentence, else after a comma or a blank; in the second half, so that no piece is a scrap. */
const SEAMS = [/[。！？；!?;]|\.\s/g, /[，、,:：]|\s/g];

function seamIn(text: string): number | null {
  for (const seam of SEAMS) {
    const last = [...text.matchAll(seam)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end > text.length / 2) return end;
  }
  return null;
}

const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** How many UTF-16 units of the text fit: whole characters as people count them, where one of them is not too long itself. */
function fitting(text: string, most: number, unit: Limits['text']['unit']): number {
  const start = text.slice(0, most);
  return filled(segmentsOf(start, text), most, unit) || filled(start, most, unit);
}

/** The characters of a text's beginning; the last may go on after it. */
function* segmentsOf(start: string, text: string): Generator<string> {
  for (const { index, segment } of CHARACTERS.segment(text)) {
    if (index >= start.length) return;
    yield segment;
  }
}

function filled(pieces: Iterable<string>, most: number, unit: Limits['text']['unit']): number {
  let length = 0;
  let size = 0;
  for (const piece of pieces) {
    size += sizeOf(piece, unit);
    if (size > most) break;
    length += piece.length;
  }
  return length;
}
