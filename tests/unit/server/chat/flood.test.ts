import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN, openTestDesk, type TestDesk } from '../../../support/desk.ts';

const PER_MINUTE = 120;
const FLOOD = 10_000;
let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk({
    env: { API_TOKENS: `admin:${ADMIN}`, SENDER_LIMIT_PER_MINUTE: `${PER_MINUTE}` },
  });
});
afterAll(() => desk.close());

function post(user: string, messageId: string) {
  return desk.desk.http.inject({
    method: 'POST',
    url: '/api/chat/messages',
    headers: { authorization: `Bearer ${ADMIN}` },
    payload: { messageId, user: { id: user }, text: '你好' },
  });
}

test('ten thousand messages a minute from one sender: the excess is refused, and another sender notices nothing', async () => {
  const flood = { taken: 0, refused: 0 };
  const others: number[] = [];
  for (let at = 0; at < FLOOD; at += 1) {
    desk.clock.pass(60_000 / FLOOD);
    const response = await post('flooder', `f${at}`);
    if (response.statusCode === 200) flood.taken += 1;
    else {
      expect(response.statusCode).toBe(429);
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      flood.refused += 1;
    }
    if (at % 500 === 0) others.push((await post('other', `o${at}`)).statusCode);
  }
  expect(flood.taken + flood.refused).toBe(FLOOD);
  // A minute's worth, and the half minute's worth that may come at once.
  expect(flood.taken).toBeLessThanOrEqual(PER_MINUTE * 1.5 + 1);
  expect(flood.taken).toBeGreaterThanOrEqual(PER_MINUTE);
  expect(others).toEqual(others.map(() => 200));
  // What was refused left nothing behind.
  const rows = await desk.desk.turn.db.selectFrom('inbox').select('id').execute();
  expect(rows).toHaveLength(flood.taken + others.length);
}, 60_000);
