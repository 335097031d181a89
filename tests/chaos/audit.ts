/** Looks into the database after a run: everything that was said had its effects once, and everybody was answered. */
import { expect } from 'vitest';
import type { Reply } from '../../bot/reply.ts';
import type { Db } from '../../server/store/database.ts';
import { addressKey, conversationKey } from '../../server/store/keys.ts';
import type { Crowd } from './crowd.ts';
import type { FakePlatform } from './fake-platform.ts';
import { CREW, chatOf, DAY, DEVICES, ENGINEERS, LINES, messageId, type Person } from './script.ts';

export interface Run {
  db: Db;
  persons: readonly Person[];
  crowd: Crowd;
  platform: FakePlatform;
}

export async function audit(run: Run): Promise<void> {
  await ticketsOnce(run);
  await updatesOnce(run);
  await answersInOrder(run);
  await everythingDelivered(run);
  await webAnswersStay(run);
}

async function ticketsOnce({ db, persons }: Run): Promise<void> {
  const tickets = await db.selectFrom('ticket').selectAll().orderBy('id').execute();
  const count = persons.length * DEVICES.length;
  const numbers = Array.from({ length: count }, (_, at) => `T${DAY}-${String(at + 1).padStart(4, '0')}`);
  expect(tickets.map((ticket) => ticket.number).sort()).toEqual(numbers);
  for (const { id } of persons) {
    const own = tickets.filter((ticket) => ticket.requester_id === id);
    expect([id, ...own.map((ticket) => ticket.device)]).toEqual([id, ...DEVICES]);
  }
  for (const ticket of tickets) {
    expect(ticket.status).toBe('accepted');
    expect(ENGINEERS).toContain(ticket.assignee);
    const history = await db
      .selectFrom('ticket_history')
      .select('action')
      .where('ticket_id', '=', ticket.id)
      .execute();
    const urged = ticket.device === DEVICES[0] ? ['urge'] : [];
    const expected = ['accept', 'assign', 'created', 'notified', ...urged];
    expect([ticket.number, ...history.map((entry) => entry.action).sort()]).toEqual([
      ticket.number,
      ...expected,
    ]);
  }
}

async function updatesOnce({ db, persons }: Run): Promise<void> {
  const rows = await db
    .selectFrom('inbox')
    .select(['channel', 'update_id', 'kind', 'status', 'attempts', 'last_error'])
    .execute();
  expect(rows.filter((row) => row.status !== 'done' || row.attempts > 0)).toEqual([]);
  expect(new Set(rows.map((row) => `${row.channel} ${row.update_id}`)).size).toBe(rows.length);
  expect(rows.filter((row) => row.kind === 'utterance')).toHaveLength(persons.length * LINES.length);
  expect(rows.filter((row) => row.kind === 'notice')).toHaveLength(persons.length * DEVICES.length);
}

/** What one person was answered, by message: each line once, in the order in which the lines were said. */
async function answersInOrder({ db, persons }: Run): Promise<void> {
  for (const person of persons) {
    const rows = await db
      .selectFrom('inbox')
      .innerJoin('outbox', 'outbox.inbox_id', 'inbox.id')
      .select(['inbox.id as inbox', 'outbox.body', 'outbox.ordinal', 'inbox.body as update'])
      .where('inbox.conversation_key', '=', conversationKey(chatOf(person), person.id))
      .where('inbox.kind', '=', 'utterance')
      .orderBy('outbox.id')
      .execute();
    const firsts = rows.filter((row) => row.ordinal === 0);
    const said = firsts.map(
      ({ update, body }) => [update.kind === 'utterance' ? update.text : '', body.text] as const,
    );
    expect([person.id, ...said.map(([text]) => text)]).toEqual([
      person.id,
      ...LINES.map((line) => line.text),
    ]);
    for (const [at, line] of LINES.entries()) {
      expect(said[at]?.[1], `${person.id}: ${line.text}`).toMatch(line.answered);
    }
    expect(new Set(rows.map((row) => `${row.inbox}.${row.ordinal}`)).size).toBe(rows.length);
  }
}

async function everythingDelivered({ db, persons, platform }: Run): Promise<void> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'channel', 'status', 'address_key'])
    .orderBy('id')
    .execute();
  expect(rows.filter((row) => row.status !== 'delivered')).toEqual([]);
  const pushed = rows.filter((row) => row.channel === 'push');
  expect(platform.taken.map((message) => Number(message.id)).sort((a, b) => a - b)).toEqual(
    pushed.map((row) => row.id),
  );
  expect(platform.changed).toEqual([]);
  for (const person of persons) {
    const key = addressKey(chatOf(person));
    expectAscending(
      platform.taken.filter((message) => addressKey(message.address) === key).map(({ id }) => Number(id)),
    );
  }
  const crew = platform.taken.filter((message) => addressKey(message.address) === addressKey(CREW));
  // Of one card: an urgent one may leave before another that is older.
  for (const card of new Set(crew.flatMap(({ cardKey }) => cardKey ?? []))) {
    const cards = crew.filter(({ cardKey }) => cardKey === card);
    expectAscending(cards.map(({ id }) => Number(id)));
  }
}

function expectAscending(ids: readonly number[]): void {
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
}

/** A web message sent again got what it got the first time, and that is what stands in the database. */
async function webAnswersStay({ db, persons, crowd }: Run): Promise<void> {
  for (const person of persons.filter(({ channel }) => channel === 'web')) {
    for (const line of LINES.keys()) {
      const updateId = JSON.stringify([person.id, person.id, messageId(person, line)]);
      const stored = await storedAnswer(db, updateId);
      const given = crowd.answers.get(messageId(person, line)) ?? [];
      expect(given.length).toBeGreaterThan(0);
      for (const replies of given) expect(replies).toEqual(stored);
    }
  }
}

async function storedAnswer(db: Db, updateId: string): Promise<Reply[]> {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('inbox', 'inbox.id', 'outbox.inbox_id')
    .select('outbox.body')
    .where('inbox.channel', '=', 'web')
    .where('inbox.update_id', '=', updateId)
    .orderBy('outbox.ordinal')
    .execute();
  return rows.map((row) => row.body);
}
