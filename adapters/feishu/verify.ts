/**
 * Whether a webhook's request is Feishu's own: a function of its bytes, headers, the app's keys and the moment.
 * https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import type { WebhookRequest } from '../../bot/channel.ts';

/** A signature is good for so long before and after the moment it names. */
const GOOD_FOR_MS = 5 * 60_000;

export interface WebhookKeys {
  encryptKey: string;
  verificationToken: string;
}

export type Verified = { ok: true; payload: unknown } | { ok: false; status: 400 | 401; reason: string };

/**
 * The payload in clear, where the request is genuine. The signature comes before anything is decrypted; only the check
 * of the address (`url_verification`), which Feishu does not sign, is told by its token. `now` is epoch milliseconds.
 */
export function verify(request: WebhookRequest, keys: WebhookKeys, now: number): Verified {
  const signature = request.headers['x-lark-signature'];
  if (signature !== undefined) {
    const fault = signatureFault(request, signature, keys.encryptKey, now);
    if (fault) return { ok: false, status: 401, reason: fault };
  }
  const payload = payloadOf(request.body, keys.encryptKey);
  if (payload === undefined) return refused(signature === undefined, 'the body can’t be read');
  if (!same(tokenOf(payload), keys.verificationToken)) return refused(true, 'wrong verification token');
  if (signature === undefined && !isAddressCheck(payload)) return refused(true, 'no signature');
  return { ok: true, payload };
}

function refused(unknown: boolean, reason: string): Verified {
  return { ok: false, status: unknown ? 401 : 400, reason };
}

function signatureFault(
  { headers, body }: WebhookRequest,
  signature: string,
  encryptKey: string,
  now: number,
): string | null {
  const timestamp = headers['x-lark-request-timestamp'] ?? '';
  const nonce = headers['x-lark-request-nonce'] ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) return 'no timestamp';
  if (Math.abs(now - Number(timestamp) * 1000) > GOOD_FOR_MS) return 'stale timestamp';
  const expected = createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(body)
    .digest('hex');
  return same(signature.toLowerCase(), expected) ? null : 'wrong signature';
}

/** In time that does not tell how much of it was right. */
function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

export function isAddressCheck(payload: unknown): payload is { challenge?: unknown } {
  return fieldOf(payload, 'type') === 'url_verification';
}

/** Version 2 has it in the header, version 1 and the check of the address at the top. */
function tokenOf(payload: unknown): string {
  const token = fieldOf(fieldOf(payload, 'header'), 'token') ?? fieldOf(payload, 'token');
  return typeof token === 'string' ? token : '';
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** The JSON in the body, decrypted where it is encrypted; undefined where it is none. */
function payloadOf(body: Uint8Array, encryptKey: string): unknown {
  const outer = parsed(Buffer.from(body).toString('utf8'));
  const encrypted = fieldOf(outer, 'encrypt');
  if (encrypted === undefined) return outer;
  return typeof encrypted === 'string' ? parsed(decrypted(encrypted, encryptKey)) : undefined;
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const BLOCK = 16;

/** AES-256-CBC under the hash of the key; the first block is the initialization vector. */
function decrypted(encrypted: string, encryptKey: string): string | null {
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0) return null;
  const key = createHash('sha256').update(encryptKey).digest();
  try {
    const cipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, BLOCK));
    return Buffer.concat([cipher.update(bytes.subarray(BLOCK)), cipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
