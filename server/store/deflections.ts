/** Self-service answers and what became of them: deflection is counted from here. */
import type { Trx } from './database.ts';
import { later } from './driver/later.ts';

export interface Deflection {
  /** Epoch milliseconds. */
  at: number;
  conversationKey: string;
  /** The question, secrets masked. */
  query: string;
  /** Ids of the entries that were shown. */
  articles: string[];
  outcome: 'solved' | 'unsolved' | 'unanswered';
}

export async function recordDeflection(trx: Trx, deflection: Deflection): Promise<void> {
  const row = {
    at: new Date(deflection.at),
    conversation_key: deflection.conversationKey,
    query: deflection.query,
    articles: JSON.stringify(deflection.articles),
    outcome: deflection.outcome,
    ticket: null,
  };
  await later(trx, trx.insertInto('deflection').values(row).compile());
}
