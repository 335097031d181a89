/** What the platform's refusals mean for whoever asked. */
import type { SendResult } from '../../bot/channel.ts';
import { TOKEN_CODES } from './client.ts';
import { FeishuError } from './http.ts';

/** Refused for now: too many for one chat or one app, or the platform is busy. */
const LATER: ReadonlySet<number> = new Set([230020, 230049, 99991400, 11232, 11233]);
/** The app's id or secret is refused: nothing is wrong with the message, and an operator has to put it right. */
const APP_REFUSED: ReadonlySet<number> = new Set([10003, 10005, 10014, 10015, ...TOKEN_CODES]);
const APP_REFUSED_MS = 60_000;
/** Where the platform refuses for now and does not say for how long. */
const LATER_MS = 1_000;

/** What becomes of a message that was not taken. */
export function resultOf(error: unknown): Extract<SendResult, { ok: false }> {
  if (!(error instanceof FeishuError)) return { ok: false, retry: true, error: String(error) };
  const { code, status, afterMs, message } = error;
  if (status === 429 || (code !== null && LATER.has(code)))
    return { ok: false, retry: true, afterMs: afterMs ?? LATER_MS, error: message };
  if (code !== null && APP_REFUSED.has(code))
    return { ok: false, retry: true, afterMs: APP_REFUSED_MS, error: message };
  // No answer, or one of a server that is not well: it may have arrived; `uuid` keeps a repeat from showing twice.
  if (status === null || status >= 500)
    return { ok: false, retry: true, error: message, ...(afterMs === undefined ? {} : { afterMs }) };
  return { ok: false, retry: false, error: message };
}
