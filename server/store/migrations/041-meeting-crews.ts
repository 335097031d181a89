/** What a meeting's crew is watched for: its confirmation, its tasks, and two people where the meeting is important. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table meeting add column assurance boolean not null default false, add column confirm_by timestamptz,
     add column reminded integer not null default 0, add column watch_at timestamptz`,
  `create index meeting_watch on meeting (watch_at) where watch_at is not null`,
];
