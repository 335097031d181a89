/** What people asked the knowledge base and what came of it: gaps, entries that mislead, and who waits for an answer. */
import { sql } from 'kysely';
import type { AskedInVain } from '../../knowledge/gaps.ts';
import type { Db, Trx } from './database.ts';

export interface QuestionInVain extends AskedInVain {
  conversationKey: string;
  category: string | null;
  /** What the engineer wrote on the ticket that followed. */
  resolution: string | null;
}

/** A ticket belongs to the question that its requester asked shortly before. */
const FOLLOWS_WITHIN = '2 hours';

/** Questions since then that found no answer, or one that did not help, and that no draft was made for; newest first. */
export async function questionsInVain(db: Db, since: number, most = 5000): Promise<QuestionInVain[]> {
  const { rows } = await sql<{
    query: string;
    conversation_key: string;
    at: Date;
    number: string | null;
    category: string | null;
    resolution: string | null;
  }>`
    select d.query, d.conversation_key, d.at, t.number, t.category, t.resolution->>'resolution' as resolution
    from deflection d
    left join lateral (
      select number, category, resolution from ticket
      where requester_channel = d.conversation_key::jsonb->>0 and requester_id = d.conversation_key::jsonb->>4
        and created_at between d.at - interval '1 minute' and d.at + ${sql.lit(FOLLOWS_WITHIN)}::interval
      order by created_at limit 1
    ) t on true
    where d.outcome in ('unsolved', 'unanswered') and d.at >= ${new Date(since)}
      and not exists (select 1 from article_asker a
                      where a.conversation_key = d.conversation_key and a.question = d.query)
    order by d.at desc limit ${most}`.execute(db);
  return rows.map(({ query, conversation_key, at, number, category, resolution }) => ({
    query,
    who: conversation_key,
    conversationKey: conversation_key,
    at: at.getTime(),
    ticket: number,
    category,
    resolution,
  }));
}

export interface EntryUse {
  article: string;
  solved: number;
  unsolved: number;
}

/** How often an entry was tried since then, and whether it helped. */
export async function entryUse(db: Db, since: number): Promise<EntryUse[]> {
  const { rows } = await sql<EntryUse>`
    select articles->>0 as article,
           count(*) filter (where outcome = 'solved')::integer as solved,
           count(*) filter (where outcome = 'unsolved')::integer as unsolved
    from deflection
    where at >= ${new Date(since)} and jsonb_array_length(articles) > 0
    group by 1`.execute(db);
  return rows;
}

/** Keeps who asked what an entry was drafted for. */
export async function keepAskers(
  trx: Trx,
  article: string,
  asked: readonly Pick<QuestionInVain, 'conversationKey' | 'query'>[],
): Promise<void> {
  const byWhom = new Map(asked.map((one) => [one.conversationKey, one]));
  if (byWhom.size === 0) return;
  const values = [...byWhom.values()].map(({ conversationKey, query }) => {
    return { article, conversation_key: conversationKey, question: query };
  });
  await trx
    .insertInto('article_asker')
    .values(values)
    .onConflict((conflict) => conflict.columns(['article', 'conversation_key']).doNothing())
    .execute();
}

/** Marks those who wait for an entry as told, and gives them; each comes once. */
export async function takeAskers(
  trx: Trx,
  article: string,
  now: number,
): Promise<{ conversationKey: string; question: string }[]> {
  const rows = await trx
    .updateTable('article_asker')
    .set({ told_at: new Date(now) })
    .where('article', '=', article)
    .where('told_at', 'is', null)
    .returning(['conversation_key', 'question'])
    .execute();
  return rows.map((row) => ({ conversationKey: row.conversation_key, question: row.question }));
}
