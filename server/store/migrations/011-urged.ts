import { type Kysely, sql } from 'kysely';

/** Who is to be called to a message once it is there: their ids on its channel. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table outbox add column urge jsonb').execute(db);
}
