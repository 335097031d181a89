/** Before a turn: what a message may be looked up by is read for its meaning, so that the search inside it need not wait. */
import type { Intent, Understand, Update } from '../../bot/types.ts';
import { matterOf } from '../../flows/parts/search-query.ts';
import type { Meanings } from '../knowledge/meanings.ts';

/** Flows of these look something up. */
const LOOKED_UP: ReadonlySet<Intent> = new Set(['ask_howto', 'report_fault']);

export interface MeaningParts {
  meanings?: Meanings;
  understand: Understand;
}

/** Takes up to the time limit of a question; never rejects. */
export async function askForMeaning(
  { meanings, understand }: MeaningParts,
  update: Update,
  now: number,
): Promise<void> {
  if (!meanings || update.kind !== 'utterance' || update.masked?.includes('classified')) return;
  if (update.address.kind !== 'private') return;
  const { intent, text, slots } = understand(update.text, { now });
  if (LOOKED_UP.has(intent)) await meanings.prepare(matterOf({ text, slots }));
}
