import { useEffect, useState } from 'react';

function read<T>(key: string, fallback: T, isValid: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isValid(value) ? value : fallback;
  } catch {
    // Storage that is switched off, or holds something else: the page works on without memory.
    return fallback;
  }
}

/** State that the browser keeps under `key`; what is kept is checked before it is believed. */
export function useStoredState<T>(
  key: string,
  fallback: T,
  isValid: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const [value, setValue] = useState(() => read(key, fallback, isValid));
  useEffect(() => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Full or switched off: it holds until the page is closed.
    }
  }, [key, value]);
  return [value, setValue];
}

export const isString = (value: unknown): value is string => typeof value === 'string';
