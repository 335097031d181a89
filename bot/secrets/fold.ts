/**
 * Full-width forms as ASCII, every blank (also the invisible ones that copying brings) as a space, every dash as `-`.
 * ，！？； stay as they are: they end a sentence, while their ASCII forms may stand inside a password.
 * Each UTF-16 unit becomes exactly one, so that offsets hold for the text as given.
 */
export function fold(text: string): string {
  return text.replace(/[^\n\x20-\x7e\u4e00-\u9fff，！？；]/g, foldUnit);
}

const BLANK = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63]/;

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (BLANK.test(unit)) return ' ';
  return DASH.test(unit) ? '-' : unit;
}
