/** Long text in parts that a platform takes: at the ends of lines where that is possible, never within a character. */
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
  if (sizeOf(line, unit) <= most) return [{ text: line, begins: true }];
  const pieces: { text: string; begins: boolean }[] = [];
  let piece = '';
  let size = 0;
  for (const character of line) {
    const more = sizeOf(character, unit);
    if (size + more > most) {
      pieces.push({ text: piece, begins: pieces.length === 0 });
      piece = '';
      size = 0;
    }
    piece += character;
    size += more;
  }
  if (piece !== '') pieces.push({ text: piece, begins: pieces.length === 0 });
  return pieces;
}
