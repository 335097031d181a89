/** One spelling for what people type: full width, capitals, traditional characters. */
import { Converter } from 'opencc-js/t2cn';

const simplified = Converter({ from: 'twp', to: 'cn' });

/** The blank that typesetters put between characters and letters, as in «C 盘», which nobody types. */
const TYPESET_BLANK = /(?<=\p{Script=Han}) (?=[a-z0-9])|(?<=[a-z0-9]) (?=\p{Script=Han})/gu;

/** Lower case, NFKC, simplified characters, one blank for any run of blanks and none between characters and letters. */
export function normalize(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return simplified(folded).replace(TYPESET_BLANK, '');
}

/** Chinese characters. */
export const HAN = /\p{Script=Han}/u;

/** Runs of Chinese characters and runs of letters and digits, with where they begin. */
export function runsOf(text: string): { text: string; start: number; han: boolean }[] {
  return [...text.matchAll(/\p{Script=Han}+|[a-z0-9][a-z0-9.+#-]*/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    han: HAN.test(match[0]),
  }));
}
