/** Which language to answer in. */
import type { Language } from '../types.ts';

const HAN = /\p{Script=Han}/u;
const WORD = /[A-Za-z]{2,}/g;

/** English for those who write English; a bare «OA», «8012» or «ok» does not change the language. */
export function languageOf(text: string, current: Language): Language {
  if (HAN.test(text)) return 'zh';
  const words = text.match(WORD) ?? [];
  return words.length >= 2 ? 'en' : current;
}
