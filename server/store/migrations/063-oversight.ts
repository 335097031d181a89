import { type Kysely, sql } from 'kysely';

/** What is looked at as a whole: tickets in work that missed a target, and those that stand for an incident. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create index ticket_missed on ticket (priority, id)
     where status in ('new', 'assigned', 'accepted', 'on_hold') and breached <> '[]'`,
  `create index ticket_stands_for on ticket (id)
     where status in ('new', 'assigned', 'accepted', 'on_hold') and incident = number`,
];
