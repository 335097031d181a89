import { type Kysely, sql } from 'kysely';

/** The clock of a vendor that has the work, and addresses that hear of one vendor's tickets alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table ticket add column vendor_clock jsonb`,
  `alter table webhook add column vendor text`,
  // What vendors have in hand is looked at by itself.
  `create index ticket_vendor on ticket (vendor, id)
     where vendor is not null and status in ('new', 'assigned', 'accepted', 'on_hold')`,
];
