import { type Kysely, sql } from 'kysely';

/** Calendar feeds: who has one, under a secret that is kept as its hash alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feed (
      person text primary key,
      token_hash text not null unique,
      created_at timestamptz not null
    )`.execute(db);
}
