/** Whether a webhook's request comes from Telegram: it carries the secret that `setWebhook` was given. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** https://core.telegram.org/bots/api#setwebhook, `secret_token`; header names are lower case here. */
export const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** False for an absent or another secret, and where the desk itself has none. Compared in constant time. */
export function isGenuine(
  headers: Readonly<Record<string, string | undefined>>,
  secret: string | null,
): boolean {
  const given = headers[SECRET_HEADER];
  if (!secret || given === undefined) return false;
  return timingSafeEqual(digest(given), digest(secret));
}

/** Of equal length whatever was sent. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
