import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const headers = { authorization: `Bearer ${ADMIN}` };
const open = (externalId: string) =>
  desk.desk.http.inject({
    method: 'POST',
    url: '/api/tickets',
    headers,
    payload: { kind: 'fault', title: '打印机卡纸', requester: { id: 'u1' }, externalId },
  });

test('a ticket that another program knows is opened once, however often it is sent, and found by its id', async () => {
  const answers = await Promise.all([open('ITSM-77'), open('ITSM-77'), open('ITSM-77')]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201]);
  const numbers = new Set(answers.map((answer) => answer.json().number));
  expect(numbers.size).toBe(1);
  expect((await open('ITSM-78')).statusCode).toBe(201);
  const found = await desk.desk.http.inject({
    method: 'GET',
    url: '/api/tickets?externalId=ITSM-77',
    headers,
  });
  expect(found.json().items).toMatchObject([{ externalId: 'ITSM-77', number: [...numbers][0] }]);
});
