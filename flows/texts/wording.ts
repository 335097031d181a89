/** A thing to say; several wordings where it may have to be said twice. */
export type Wording = string | readonly string[];

/** A quotation short enough for a sentence. */
export function short(text: string, most = 24): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}
