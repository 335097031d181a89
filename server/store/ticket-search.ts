/** Tickets by a part of their words: what is common is met soon by reading from the newest on, what is rare is in the index. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from './database.ts';

/** So many of the newest tell how common the words are. */
export const SAMPLE = 2_000;
/** Words that one in so many tickets holds are common: a page of them is read together in no time, and the index would name too many. */
const COMMON_ONE_IN = 100;

/** The condition that a ticket's number, title or description holds the words, in any case of letters. */
export async function ofWords(db: Db, q: string): Promise<RawBuilder<SqlBool>> {
  const held = holdsWords(q);
  if (await isCommon(db, held)) return held;
  // Looked up before anything else: what else narrows the list leaves fewer of them, never more.
  return sql<SqlBool>`(${held} and ticket.id in (
    with held as materialized (
      select ticket_id from ticket_search where text_vector(words) @@ text_question(${q})
    ) select ticket_id from held))`;
}

function holdsWords(q: string): RawBuilder<SqlBool> {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`(title ilike ${pattern} or description ilike ${pattern} or number ilike ${pattern})`;
}

async function isCommon(db: Db, held: RawBuilder<SqlBool>): Promise<boolean> {
  const { rows } = await sql<{ held: number; read: number }>`
    select count(*) filter (where ${held})::int as held, count(*)::int as read
    from (select number, title, description from ticket order by id desc limit ${SAMPLE}) newest`.execute(db);
  const [{ held: count, read } = { held: 0, read: 0 }] = rows;
  return read < SAMPLE || count * COMMON_ONE_IN >= read;
}
