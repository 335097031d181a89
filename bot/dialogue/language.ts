/** Which language to answer in. */
import type { Language } from '../types.ts';

const HAN = /\p{Script=Han}/u;
const GREETING = /^(?:hello|hi|hey|help|good (?:morning|afternoon|evening)|thanks)[!.]*$/i;
const WORD = /[A-Za-z]{2,}/g;

/** English for those who write English; a bare «OA», «8012» or «ok» does not change the language. */
export function languageOf(said: string, current: Language): Language {
  // What was masked is written in our words, not in theirs.
  const text = said.replace(/\[[^\]]*\]/g, ' ');
  if (HAN.test(text)) return 'zh';
  const words = text.match(WORD) ?? [];
  return words.length >= 2 || GREETING.test(text.trim()) ? 'en' : current;
}
