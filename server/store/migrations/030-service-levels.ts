import { type Kysely, sql } from 'kysely';

/** All the targets of a ticket, the ladder it climbs, and who is yet to be told of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table ticket
     add column on_site_by timestamptz,
     add column arrived_at timestamptz,
     add column fallback_plan_by timestamptz,
     add column fallback_plan_at timestamptz,
     add column report_by timestamptz,
     add column reported_at timestamptz,
     add column expected_at timestamptz,
     add column major boolean not null default false,
     add column climbs jsonb not null default '[]',
     add column review jsonb,
     add column send_out jsonb,
     add column incident text`,
  `create index ticket_incident on ticket (incident) where incident is not null`,
  `drop index ticket_due`,
  // When something happens next to a target: a rung, the target itself. One row a target that is still open.
  `create table ticket_due (
     ticket_id bigint not null references ticket (id),
     target text not null,
     next_at timestamptz not null,
     primary key (ticket_id, target)
   )`,
  `create index ticket_due_next on ticket_due (next_at)`,
  // Tickets of before are looked at once; the first pass says when something happens to them next.
  `insert into ticket_due (ticket_id, target, next_at)
     select id, 'resolve', created_at from ticket where status in ('new', 'assigned', 'accepted', 'on_hold')`,
  `create table alert (
     id bigint generated always as identity primary key,
     ticket_id bigint not null references ticket (id),
     target text not null,
     rung text not null,
     address_key text not null,
     address jsonb not null,
     detail jsonb not null,
     critical boolean not null,
     not_before timestamptz not null,
     told_at timestamptz,
     message text,
     unique (ticket_id, target, rung, address_key)
   )`,
  `create index alert_waiting on alert (not_before) where told_at is null`,
  `create index alert_told on alert (address_key, told_at) where told_at is not null`,
  `create index alert_message on alert (message) where message is not null`,
];
