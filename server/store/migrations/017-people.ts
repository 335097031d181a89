import { type Kysely, sql } from 'kysely';

/** The directory: staff, the accounts that each has on the channels, codes that join them, and telephone calls. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table person (
     id text primary key,
     name text not null,
     unit text,
     department text,
     room text,
     phone text,
     mobile text,
     level text,
     vip boolean not null default false,
     manager text,
     source text not null check (source in ('import', 'platform', 'self')),
     active boolean not null default true,
     updated_at timestamptz not null
   )`,
  `create table person_account (
     channel text not null,
     account text not null,
     person text not null references person (id),
     joined_by text not null check (joined_by in ('mobile', 'code', 'platform')),
     joined_at timestamptz not null,
     address jsonb,
     primary key (channel, account)
   )`,
  `create index person_account_person on person_account (person)`,
  `create table join_code (
     hash text primary key,
     person text not null references person (id),
     expires_at timestamptz not null,
     used_at timestamptz
   )`,
  `create table join_miss (
     id bigint generated always as identity primary key,
     channel text not null,
     account text not null,
     at timestamptz not null
   )`,
  `create index join_miss_at on join_miss (at)`,
  `create table call_log (
     id bigint generated always as identity primary key,
     at timestamptz not null,
     agent text not null,
     phone text not null,
     name text,
     department text,
     person text references person (id),
     said text not null,
     intent text not null,
     outcome text not null check (outcome in ('ticket_opened', 'ticket_urged', 'ticket_commented', 'noted')),
     ticket text
   )`,
  `create index call_log_phone on call_log (phone, id desc)`,
  `create table call_back (
     message bigint primary key references outbox (id),
     agent text not null,
     at timestamptz not null
   )`,
  `create index outbox_phone on outbox (id) where channel = 'phone'`,
];
