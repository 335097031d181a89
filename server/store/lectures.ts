/** Lectures: the year's plan, who subscribed, how they are rated. */
import { sql } from 'kysely';
import type { Db, Trx } from './database.ts';

/** False where it was so already. */
export async function subscribe(trx: Trx, conversationKey: string, now: number): Promise<boolean> {
  const added = await trx
    .insertInto('lecture_subscription')
    .values({ conversation_key: conversationKey, since: new Date(now) })
    .onConflict((conflict) => conflict.column('conversation_key').doNothing())
    .returning('conversation_key')
    .executeTakeFirst();
  return added !== undefined;
}

/** False where there was none. */
export async function unsubscribe(trx: Trx, conversationKey: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('lecture_subscription')
    .where('conversation_key', '=', conversationKey)
    .returning('conversation_key')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Keys of conversations. */
export async function lectureSubscribers(db: Db | Trx): Promise<string[]> {
  const rows = await db
    .selectFrom('lecture_subscription')
    .select('conversation_key')
    .orderBy('conversation_key')
    .execute();
  return rows.map((row) => row.conversation_key);
}

export interface PlannedLecture {
  series: string;
  year: number;
  episode: number;
  title: string;
  owner: string | null;
  /** `YYYY-MM-DD`. */
  due: string;
  recordedAt: Date | null;
  /** Id of its entry, once there is one. */
  article: string | null;
  publishedAt: Date | null;
}

export async function lecturesOf(db: Db | Trx, series: string, year: number): Promise<PlannedLecture[]> {
  const rows = await db
    .selectFrom('lecture')
    .selectAll()
    .select(sql<string>`to_char(due, 'YYYY-MM-DD')`.as('due_day'))
    .where('series', '=', series)
    .where('year', '=', year)
    .orderBy('episode')
    .execute();
  return rows.map((row) => ({
    series: row.series,
    year: row.year,
    episode: row.episode,
    title: row.title,
    owner: row.owner,
    due: row.due_day,
    recordedAt: row.recorded_at,
    article: row.article,
    publishedAt: row.published_at,
  }));
}

/** The last one that a person gave counts. */
export async function rateLecture(
  trx: Trx,
  rating: { article: string; conversationKey: string; stars: number; now: number },
): Promise<void> {
  const { article, conversationKey, stars, now } = rating;
  await trx
    .insertInto('lecture_rating')
    .values({ article, conversation_key: conversationKey, stars, at: new Date(now) })
    .onConflict((conflict) =>
      conflict.columns(['article', 'conversation_key']).doUpdateSet({ stars, at: new Date(now) }),
    )
    .execute();
}

/** What is stated anew of a planned lecture. */
export interface LecturePlan {
  title?: string;
  owner?: string | null;
  due?: string;
  recordedAt?: Date | null;
  article?: string | null;
}

/** Plans the lecture, or changes its plan. */
export async function planLecture(
  trx: Trx,
  { series, year, episode }: Pick<PlannedLecture, 'series' | 'year' | 'episode'>,
  plan: LecturePlan & { title: string; due: string },
): Promise<void> {
  const values = {
    title: plan.title,
    due: plan.due,
    ...(plan.owner === undefined ? {} : { owner: plan.owner }),
    ...(plan.recordedAt === undefined ? {} : { recorded_at: plan.recordedAt }),
    ...(plan.article === undefined ? {} : { article: plan.article }),
  };
  await trx
    .insertInto('lecture')
    .values({ series, year, episode, ...values })
    .onConflict((conflict) => conflict.columns(['series', 'year', 'episode']).doUpdateSet(values))
    .execute();
}

export interface LectureUse {
  article: string;
  views: number;
  stars: number | null;
  ratings: number;
}

/** How often an entry stood first in an answer since then, and how it was rated, by its id. */
export async function lectureUse(db: Db, since: number): Promise<Map<string, LectureUse>> {
  const { rows } = await sql<{ article: string; views: number; stars: number | null; ratings: number }>`
    select a.id as article,
           coalesce(v.views, 0)::integer as views,
           r.stars::float8 as stars,
           coalesce(r.ratings, 0)::integer as ratings
    from article a
    left join (select body->'articles'->>0 as id, count(*) as views from outbox
               where created_at >= ${new Date(since)} and inbox_id is not null and jsonb_array_length(body->'articles') > 0
               group by 1) v on v.id = a.id
    left join (select article as id, avg(stars) as stars, count(*) as ratings from lecture_rating
               group by 1) r on r.id = a.id
    where a.body->>'kind' = 'microlecture'`.execute(db);
  return new Map(rows.map((row) => [row.article, row]));
}

/** Those whose owner is to be reminded: due by then, not published, and not reminded since. Marked as reminded now. */
export async function takeDueLectures(
  trx: Trx,
  { dueBy, remindedBefore, now }: { dueBy: string; remindedBefore: number; now: number },
): Promise<{ series: string; episode: number; title: string; owner: string; due: string }[]> {
  const { rows } = await sql<{ series: string; episode: number; title: string; owner: string; due: string }>`
    update lecture set reminded_at = ${new Date(now)}
    where due <= ${dueBy}::date and published_at is null and owner is not null
      and (reminded_at is null or reminded_at < ${new Date(remindedBefore)})
      and not exists (select 1 from article a where a.id = lecture.article and a.status = 'published')
    returning series, episode, title, owner, to_char(due, 'YYYY-MM-DD') as due`.execute(trx);
  return rows;
}
