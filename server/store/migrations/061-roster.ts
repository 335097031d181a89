import { type Kysely, sql } from 'kysely';

/** Who is on duty on single days, and who is away, on top of the profile's rotation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table roster_duty (
     day date not null,
     team text not null,
     -- Empty: the whole day.
     shift text not null default '',
     person text not null,
     phone text not null,
     changed_by text not null,
     changed_at timestamptz not null,
     primary key (day, team, shift)
   )`,
  `create table roster_leave (
     id bigint generated always as identity primary key,
     person text not null,
     first_day date not null,
     last_day date not null check (last_day >= first_day),
     substitute text not null,
     changed_by text not null,
     changed_at timestamptz not null,
     unique (person, first_day)
   )`,
];
