import { type Kysely, sql } from 'kysely';

/** Whoever does not acknowledge an alert is called to it by one means after the other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `drop index alert_unheard`,
  `alter table alert drop column unheard`,
  `alter table alert add column urge jsonb`,
  `alter table alert add column urge_at timestamptz`,
  `create index alert_urge on alert (urge_at) where urge_at is not null`,
  `alter table outbox drop column urge`,
];
