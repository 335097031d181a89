import { type Kysely, sql } from 'kysely';

/** What came with a ticket is shown to whom it concerns; a message can be the answer to a card that was sent before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table outbox add column answers_card text`,
  `alter table attachment add column for_whom text not null default 'crew'
     check (for_whom in ('crew', 'requester', 'nobody'))`,
  `alter table attachment add column shown_at timestamptz`,
  // What came before is known to everybody.
  `update attachment set shown_at = received_at where ticket is not null`,
  `create index attachment_unshown on attachment (received_at)
     where status = 'kept' and ticket is not null and shown_at is null and for_whom <> 'nobody'`,
];
