/** Addresses under which a file of a reply can be fetched by whoever got the reply, for a week, without a token. */
import type { ApiToken } from '../config.ts';
import { createSignedKeys } from '../signed-keys.ts';

const DAY_MS = 24 * 60 * 60_000;
const HOLDS_DAYS = 7;

export interface FileLinks {
  /** On this server: `/files/{id}/{key}`. */
  pathOf(id: string): string;
  /** Null where nobody said how people reach this server (`PUBLIC_URL`). */
  urlOf(id: string): string | null;
  /** Whether the key is the one of that file, and still holds. */
  isRight(id: string, key: string): boolean;
}

/** The same all day, so that a browser loads a picture once. */
export function createFileLinks(
  tokens: readonly ApiToken[],
  publicUrl: string | null,
  now: () => number,
): FileLinks {
  const keys = createSignedKeys(tokens, 'file');
  const keyOf = (id: string, untilDay: number) => `${untilDay}.${keys.keyOf(`${id}\n${untilDay}`)}`;
  const today = () => Math.floor(now() / DAY_MS);
  const pathOf = (id: string) => `/files/${id}/${keyOf(id, today() + HOLDS_DAYS)}`;
  return {
    pathOf,
    urlOf: (id) => (publicUrl === null ? null : `${publicUrl}${pathOf(id)}`),
    isRight(id, key) {
      const untilDay = Number(/^(\d{1,7})\./.exec(key)?.[1] ?? Number.NaN);
      if (!(untilDay >= today())) return false;
      return keys.isRight(`${id}\n${untilDay}`, key.slice(key.indexOf('.') + 1));
    },
  };
}
