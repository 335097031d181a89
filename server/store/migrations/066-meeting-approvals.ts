/** Whose agreement a meeting needs, what its requester thought of it, and what was used. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table meeting add column approval jsonb, add column rating jsonb, add column used jsonb`.execute(
    db,
  );
  await sql`create index meeting_unapproved on meeting (id)
    where approval is not null and approval ->> 'decision' is null and status = 'requested'`.execute(db);
}
