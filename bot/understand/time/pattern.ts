/** The one way in which the rules read: a pattern at a place of the folded text, and what it means. */

export interface Read<T> {
  /** Offset after what was read. */
  to: number;
  value: T;
}

export type Reader<T> = (text: string, at: number) => Read<T> | null;

export type Groups = Readonly<Record<string, string | undefined>>;

/**
 * A reader from a regular expression's source; `build` may refuse by null.
 *
 * Readers are asked at one place of a text after the other, so each remembers where in the text it will match next:
 * most say no without running the expression again.
 */
export function pattern<T>(source: string, build: (groups: Groups) => T | null): Reader<T> {
  const regex = new RegExp(source, 'g');
  let searched = '';
  let from = 0;
  let match: RegExpExecArray | null = null;
  return (text, at) => {
    if (text !== searched || at < from || (match !== null && match.index < at)) {
      regex.lastIndex = at;
      match = regex.exec(text);
      searched = text;
      from = at;
    }
    if (match?.index !== at || match[0] === '') return null;
    const value = build(match.groups ?? {});
    return value === null ? null : { to: at + match[0].length, value };
  };
}

/** The reading that reaches farthest; of equal ones the first. */
export function longest<T>(readers: readonly Reader<T>[]): Reader<T> {
  return (text, at) => {
    let best: Read<T> | null = null;
    for (const reader of readers) {
      const read = reader(text, at);
      if (read && (!best || read.to > best.to)) best = read;
    }
    return best;
  };
}

/** Where a pattern that stands at `at` ends; `at` itself when it does not stand there. `regex` is sticky. */
export function skip(regex: RegExp, text: string, at: number): number {
  regex.lastIndex = at;
  const match = regex.exec(text);
  return match ? at + match[0].length : at;
}
