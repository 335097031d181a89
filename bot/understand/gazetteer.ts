/** Finds the words of a lexicon in a text: longest first, left to right, in time linear in the text. */

/** A word found: `from`/`to` are offsets into the text that was searched. */
export interface Mention<T> {
  from: number;
  to: number;
  word: string;
  value: T;
}

interface Entry<T> {
  word: string;
  value: T;
  asciiStart: boolean;
  asciiEnd: boolean;
}

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);

/** Words are matched in lower case; those of Latin letters only at word boundaries. */
export class Gazetteer<T> {
  readonly #entries = new Map<number, Entry<T>[]>();

  constructor(words: Iterable<readonly [string, T]>) {
    for (const [raw, value] of words) this.#add(raw.normalize('NFKC').toLowerCase().trim(), value);
    for (const list of this.#entries.values()) list.sort((a, b) => b.word.length - a.word.length);
  }

  #add(word: string, value: T): void {
    if (word === '') return;
    const key = word.charCodeAt(0);
    const list = this.#entries.get(key) ?? [];
    if (list.some((entry) => entry.word === word)) return;
    list.push({
      word,
      value,
      asciiStart: isWordCode(key),
      asciiEnd: isWordCode(word.charCodeAt(word.length - 1)),
    });
    this.#entries.set(key, list);
  }

  /** The longest word that starts at `at`, or null. */
  at(text: string, at: number): Mention<T> | null {
    const list = this.#entries.get(text.charCodeAt(at));
    if (list === undefined) return null;
    for (const entry of list) {
      if (!text.startsWith(entry.word, at)) continue;
      const to = at + entry.word.length;
      if (entry.asciiStart && at > 0 && isLetter(text.charCodeAt(at - 1))) continue;
      if (entry.asciiEnd && to < text.length && isLetter(text.charCodeAt(to))) continue;
      return { from: at, to, word: entry.word, value: entry.value };
    }
    return null;
  }

  /** All mentions, not overlapping. */
  find(text: string): Mention<T>[] {
    const found: Mention<T>[] = [];
    for (let index = 0; index < text.length; ) {
      const mention = this.at(text, index);
      if (mention === null) index += 1;
      else {
        found.push(mention);
        index = mention.to;
      }
    }
    return found;
  }
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
