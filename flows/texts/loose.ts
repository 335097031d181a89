/** The shape of one language's texts without its words: what another language has to say. */
export type Loose<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => R
    : T extends string
      ? string
      : { [K in keyof T]: Loose<T[K]> };
