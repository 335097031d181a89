import { type Kysely, sql } from 'kysely';

/** What each engineer has in hand, and tickets that other programs know by an id of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create index ticket_in_hand on ticket (assignee)
     where status in ('new', 'assigned', 'accepted', 'on_hold') and assignee is not null`,
  `create table webhook (
     id bigint generated always as identity primary key,
     url text not null unique,
     secret text not null,
     created_at timestamptz not null
   )`,
  `create table webhook_delivery (
     id bigint generated always as identity primary key,
     webhook_id bigint not null references webhook (id) on delete cascade,
     body jsonb not null,
     attempts integer not null default 0,
     not_before timestamptz,
     last_error text,
     dead boolean not null default false,
     created_at timestamptz not null
   )`,
  `create index webhook_delivery_next on webhook_delivery (webhook_id, id) where not dead`,
];
