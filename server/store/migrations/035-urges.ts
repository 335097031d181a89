import { type Kysely, sql } from 'kysely';

/** Alerts that nobody acknowledged in time, to be urged where the channel can call people to a message. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table alert add column unheard boolean not null default false`.execute(db);
  await sql`create index alert_unheard on alert (id) where unheard`.execute(db);
}
