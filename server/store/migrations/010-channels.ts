import { type Kysely, sql } from 'kysely';

/** Messages are found by their platform's ids, and what is urgent leaves first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table outbox add column urgent boolean not null default false`,
  `create index outbox_platform_message on outbox (channel, platform_message_id) where platform_message_id is not null`,
  `create index inbox_message on inbox (channel, (body->>'messageId')) where body->>'messageId' is not null`,
];
