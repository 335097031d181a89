/** A list of names as people paste it into a chat or a page. */

const MOST_NAMES = 500;
const LONGEST_NAME = 60;
const ENUMERATED = /^\s*(?:\d{1,3}[.、,，)）:：\s]\s*|[-•·*]\s*)/;

const SEPARATED = /[、;；]/;
const SEPARATORS = /[、，,;；。]+/;

/** The names of a list as it was pasted: a line each, or with commas between them; numbers before them are left out. */
export function namesIn(list: string): string[] {
  const lines = list.split(/[\n\r]+/).map((line) => line.replace(ENUMERATED, ''));
  const isLineEach = lines.length > 1 && !lines.some((line) => SEPARATED.test(line));
  const pieces = isLineEach ? lines : lines.flatMap((line) => line.split(SEPARATORS));
  const names = pieces.map((piece) => piece.replace(ENUMERATED, '').replace(/\s+/g, ' ').trim());
  return names.filter((name) => name !== '' && name.length <= LONGEST_NAME).slice(0, MOST_NAMES);
}
