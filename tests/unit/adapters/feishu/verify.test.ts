import { expect, test } from 'vitest';
import { verify } from '../../../../adapters/feishu/verify.ts';
import { encrypted, signed } from '../../../support/feishu-platform/events.ts';

const keys = { encryptKey: 'encrypt-key', verificationToken: 'token' };
const NOW = Date.parse('2026-11-18T09:00:00+08:00');
const event = { schema: '2.0', header: { token: 'token', event_type: 'x' }, event: {} };

function request(payload: unknown, at = NOW, key = keys.encryptKey) {
  const { headers, body } = signed(encrypted(payload, key), key, at);
  return { headers, body: Buffer.from(body) };
}
const refusal = (given: Parameters<typeof verify>[0]) => {
  const result = verify(given, keys, NOW);
  return result.ok ? null : `${result.status} ${result.reason}`;
};

test('an encrypted, signed event comes out in clear', () => {
  expect(verify(request(event), keys, NOW)).toEqual({ ok: true, payload: event });
});

test('a signature of another key, of other bytes, or none at all is refused', () => {
  expect(refusal(request(event, NOW, 'another key'))).toBe('401 wrong signature');
  const good = request(event);
  expect(refusal({ ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) })).toBe(
    '401 wrong signature',
  );
  expect(refusal({ ...good, headers: {} })).toBe('401 no signature');
  expect(refusal({ headers: {}, body: Buffer.from(JSON.stringify(event)) })).toBe('401 no signature');
});

test('a request that was recorded and is played again later is refused, as is one from the future', () => {
  const minute = 60_000;
  expect(refusal(request(event, NOW - 4 * minute))).toBeNull();
  expect(refusal(request(event, NOW - 6 * minute))).toBe('401 stale timestamp');
  expect(refusal(request(event, NOW + 6 * minute))).toBe('401 stale timestamp');
  const good = request(event);
  expect(refusal({ ...good, headers: { ...good.headers, 'x-lark-request-timestamp': 'now' } })).toBe(
    '401 no timestamp',
  );
});

test('the app’s own token must be in it', () => {
  expect(refusal(request({ ...event, header: { token: 'other' } }))).toBe('401 wrong verification token');
  expect(refusal(request({ ...event, header: {} }))).toBe('401 wrong verification token');
});

test('the check of the address is not signed, and is told by its token', () => {
  const check = { type: 'url_verification', challenge: 'abc', token: 'token' };
  const body = Buffer.from(encrypted(check, keys.encryptKey));
  expect(verify({ headers: {}, body }, keys, NOW)).toEqual({ ok: true, payload: check });
  const clear = Buffer.from(JSON.stringify(check));
  expect(verify({ headers: {}, body: clear }, keys, NOW)).toEqual({ ok: true, payload: check });
  const forged = Buffer.from(JSON.stringify({ ...check, token: 'guess' }));
  expect(refusal({ headers: {}, body: forged })).toBe('401 wrong verification token');
});

test('what can’t be read is refused, and nothing is thrown', () => {
  for (const body of ['', '{', 'null', '7', '{"encrypt":"AAAA"}', '{"encrypt":7}', '{"encrypt":""}'])
    expect(refusal({ headers: {}, body: Buffer.from(body) })).toMatch(/^401/);
  const { headers, body } = signed('{"encrypt":"AAAA"}', keys.encryptKey, NOW);
  expect(refusal({ headers, body: Buffer.from(body) })).toBe('400 the body can’t be read');
});
