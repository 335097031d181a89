/** Secrets leave a text before it is stored, logged or sent on. */
import { maskSecrets } from '../bot/secrets.ts';

/** A value with every string in it masked; keys, numbers and shape stay. What cannot be stored is taken out too. */
export function masked<T>(value: T): T {
  if (typeof value === 'string') return storable(maskSecrets(value).text) as T;
  if (Array.isArray(value)) return value.map(masked) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item)])) as T;
}

/** PostgreSQL takes neither NUL nor half of a surrogate pair. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}
