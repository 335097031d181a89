/** Meetings that come again: one row each, known together by the number of the first. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table meeting add column series text`,
  `create index meeting_series on meeting (series, start_at) where series is not null`,
];
