/** What a meeting occupies: its room with the time to prepare and to clear it, and how many of each thing; holds. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table meeting add column block_from timestamptz, add column block_to timestamptz,
     add column quantities jsonb not null default '{}'`,
  `update meeting set block_from = start_at, block_to = end_at`,
  `alter table meeting alter column block_from set not null, alter column block_to set not null`,
  `create index meeting_block on meeting using gist (tstzrange(block_from, block_to)) where status <> 'cancelled'`,
  `create table room_hold (
     holder text primary key,
     room text not null,
     start_at timestamptz not null,
     end_at timestamptz not null,
     block_from timestamptz not null,
     block_to timestamptz not null,
     equipment jsonb not null,
     quantities jsonb not null,
     expires_at timestamptz not null
   )`,
  `create index room_hold_expires on room_hold (expires_at)`,
];
