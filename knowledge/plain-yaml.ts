/** The value of a YAML document. An alias that leads nowhere, or that would swell beyond measure, shows only here. */
import type { Document } from 'yaml';

export function plainValue(document: Document): { ok: true; value: unknown } | { ok: false; error: string } {
  try {
    return { ok: true, value: document.toJS() };
  } catch (error) {
    return { ok: false, error: (error as Error).message.split('\n')[0] ?? 'unreadable' };
  }
}
