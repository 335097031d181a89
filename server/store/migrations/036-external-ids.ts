import { type Kysely, sql } from 'kysely';

/** The id under which another program knows a ticket. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table ticket add column external_id text`.execute(db);
  await sql`create unique index ticket_external on ticket (external_id) where external_id is not null`.execute(
    db,
  );
}
