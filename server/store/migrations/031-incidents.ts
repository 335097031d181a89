import { type Kysely, sql } from 'kysely';

/** Tickets of one incident, and what is looked for when many report the same thing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // How many reports an incident's ticket stands for, and that somebody said it is none.
  `alter table ticket add column reports integer not null default 1, add column no_incident boolean not null default false`,
  `create index ticket_recent on ticket (category, created_at)
     where status in ('new', 'assigned', 'accepted', 'on_hold') and kind = 'fault'`,
  `create index ticket_send_out on ticket (id) where send_out ->> 'status' = 'requested'`,
];
