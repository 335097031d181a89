/** Events and card callbacks by HTTP: verified, taken in, and answered within the platform's 3 seconds. */
import type { ChannelLog, WebhookAnswer, WebhookRequest } from '../../bot/channel.ts';
import { flattened } from './events.ts';
import type { Handlers } from './receive.ts';
import { isAddressCheck, verify, type WebhookKeys } from './verify.ts';

/** The platform waits 3 s; what takes longer is brought again, and recognised then. */
const ANSWERS_WITHIN_MS = 2_500;

export interface WebhookOptions {
  keys: WebhookKeys;
  log: ChannelLog;
  now(): number;
}

export async function answerWebhook(
  request: WebhookRequest,
  handlers: Handlers,
  { keys, log, now }: WebhookOptions,
): Promise<WebhookAnswer> {
  const verified = verify(request, keys, now());
  if (!verified.ok) {
    log.warn({ reason: verified.reason }, 'feishu.webhook_refused');
    return { status: verified.status, body: { error: verified.reason } };
  }
  const { payload } = verified;
  if (isAddressCheck(payload)) return { status: 200, body: { challenge: payload.challenge ?? '' } };
  const event = flattened(payload);
  // Genuine, but of no kind that we know: acknowledged, or it would come for hours.
  const handler = event && handlers[String(event.event_type)];
  if (!handler) return { status: 200, body: {} };
  try {
    return await Promise.race([handled(handler, event), late()]);
  } catch (error) {
    log.error({ error: String(error) }, 'feishu.event_not_kept');
    return { status: 500, body: { error: 'not recorded; please send it again' } };
  }
}

async function handled(handler: Handlers[string], event: object): Promise<WebhookAnswer> {
  return { status: 200, body: await handler(event) };
}

function late(): Promise<WebhookAnswer> {
  return new Promise((resolve) => {
    const answer = { status: 503, body: { error: 'still at it; please send it again' } };
    setTimeout(() => resolve(answer), ANSWERS_WITHIN_MS).unref();
  });
}
