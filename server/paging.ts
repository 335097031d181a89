/** Pages of a list, newest first: a cursor names the last row that was given. */

export interface Page<T> {
  items: T[];
  /** Null on the last page. */
  nextCursor: string | null;
}

/** `rows` holds one more than `limit` where there is a next page. */
export function pageOf<Row extends { id: number }, T>(
  rows: Row[],
  limit: number,
  toItem: (row: Row) => T,
): Page<T> {
  const given = rows.slice(0, limit);
  const last = given.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? toCursor(last.id) : null;
  return { items: given.map(toItem), nextCursor };
}

const PREFIX = 'before:';

export function toCursor(id: number): string {
  return Buffer.from(`${PREFIX}${id}`).toString('base64url');
}

/** Null where it is no cursor of ours. */
export function fromCursor(cursor: string): number | null {
  const match = /^before:([1-9]\d{0,14})$/.exec(Buffer.from(cursor, 'base64url').toString());
  return match?.[1] !== undefined && toCursor(Number(match[1])) === cursor ? Number(match[1]) : null;
}
