/** How text sounds, loosely: the input method's usual slips and southern pronunciation fall together. */
import { pinyin } from 'pinyin-pro';
import { runsOf } from './normalize.ts';

/** Toneless syllables of a run of Chinese characters, one a character, with confusable sounds folded. */
export function soundsOf(han: string): string[] {
  return pinyin(han, { toneType: 'none', type: 'array' }).map(folded);
}

function folded(syllable: string): string {
  return syllable
    .replace(/^(z|c|s)h/, '$1')
    .replace(/^n(?=[aeiouü])/, 'l')
    .replace(/^hu?(?=[aeou])/, (start) => (start === 'hu' ? 'f' : 'h'))
    .replace(/(a|e|i)ng$/, '$1n');
}

/** Pairs of neighbouring sounds in the Chinese runs of a text. */
export function soundPairs(text: string): string[] {
  return runsOf(text)
    .filter((run) => run.han && run.text.length > 1)
    .flatMap((run) => {
      const sounds = soundsOf(run.text);
      return sounds.slice(1).map((sound, at) => `${sounds[at]} ${sound}`);
    });
}
