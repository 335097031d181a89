import { type Kysely, sql } from 'kysely';

/** Entries with a status and a history; what people asked in vain and who is told once it is answered; lectures. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table article
     add column status text not null default 'published' check (status in ('draft', 'published', 'retired')),
     add column version integer not null default 1,
     add column folder text,
     add column folder_hash text,
     add column conflict jsonb`,
  `update article set folder_hash = hash`,
  `create table article_history (
     article text not null references article (id),
     version integer not null,
     at timestamptz not null,
     actor text not null,
     action text not null,
     status text not null,
     body jsonb not null,
     primary key (article, version)
   )`,
  `create index deflection_at on deflection (at)`,
  // Who is told once an entry is published, by their conversation.
  `create table article_asker (
     article text not null references article (id),
     conversation_key text not null,
     question text not null,
     told_at timestamptz,
     primary key (article, conversation_key)
   )`,
  `create table lecture_subscription (
     conversation_key text primary key,
     since timestamptz not null
   )`,
  `create table lecture (
     series text not null,
     year integer not null,
     episode integer not null,
     title text not null,
     owner text,
     due date not null,
     recorded_at timestamptz,
     article text references article (id),
     published_at timestamptz,
     reminded_at timestamptz,
     primary key (series, year, episode)
   )`,
  `create table lecture_rating (
     article text not null references article (id),
     conversation_key text not null,
     stars integer not null check (stars between 1 and 5),
     at timestamptz not null,
     primary key (article, conversation_key)
   )`,
];
