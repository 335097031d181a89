import { type Kysely, sql } from 'kysely';

/** What one replica at a time does: receiving from a platform that lets only one ask. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lease (name text primary key, holder text not null, until timestamptz not null)`.execute(
    db,
  );
}
