/** Numbers of tickets and meetings: `T20261118-0001`, by day in the desk's zone. */

export type NumberedKind = 'ticket' | 'meeting';

const LETTER: Record<NumberedKind, string> = { ticket: 'T', meeting: 'M' };

/** `day` as `YYYYMMDD`; past 9999 a day the number grows longer. */
export function formatNumber(kind: NumberedKind, day: string, count: number): string {
  return `${LETTER[kind]}${day}-${String(count).padStart(4, '0')}`;
}

/** Whether a ticket or meeting can have this number at all. */
export function isNumber(kind: NumberedKind, text: string): boolean {
  return text.startsWith(LETTER[kind]) && /^.\d{8}-\d{4,9}$/.test(text);
}
