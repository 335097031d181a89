/** What came of reading one text: a value, or what is wrong, one entry a fault, with nothing secret in it. */
export type Read<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

/** `holds` is fit to be shown; where it is left out the variable's own text is shown, masked as the variable says. */
export interface Fault {
  holds?: string;
  expected: string;
}
