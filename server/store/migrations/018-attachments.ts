import { type Kysely, sql } from 'kysely';

/** What came with messages: first by the platform's reference, then fetched and kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table attachment (
     id text primary key,
     conversation_key text not null,
     channel text not null,
     ref text not null,
     kind text not null,
     name text not null,
     type text,
     size bigint,
     status text not null check (status in ('waiting', 'kept', 'refused')),
     attempts integer not null default 0,
     not_before timestamptz,
     last_error text,
     ticket text,
     received_at timestamptz not null
   )`,
  `alter table ticket add column attachments jsonb not null default '[]'`,
  `create index attachment_waiting on attachment (received_at) where status = 'waiting'`,
  `create index attachment_conversation on attachment (conversation_key, received_at) where ticket is null`,
  `create index attachment_ticket on attachment (ticket)`,
];
