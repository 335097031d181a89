/** Messages read once, so that what takes long is done once and can then be measured like anything else. */
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Understand, Understanding } from '../../bot/types.ts';
import { builtInLexicon, createUnderstanding } from '../../bot/understand/index.ts';
import { DEFAULT_NOW, type Labelled } from '../../server/understanding/labelled.ts';

/** `now` in epoch milliseconds. */
export type Reads = (text: string, now: number) => Promise<Understanding>;

export const zone = 'Asia/Shanghai';
export const understand = createUnderstanding({ lexicon: builtInLexicon, zone, holidays: publicHolidaysCn });

export const builtIn: Reads = async (text, now) => understand(text, { now });

const momentOf = (example: Labelled): number => Date.parse(example.now ?? DEFAULT_NOW);
const keyOf = (text: string, now: number): string => `${now} ${text}`;

/** An understanding that knows the answer to every one of `examples`. */
export async function readWith(reads: Reads, examples: readonly Labelled[]): Promise<Understand> {
  const records = new Map<string, Understanding>();
  for (const example of examples) {
    const now = momentOf(example);
    records.set(keyOf(example.text, now), await reads(example.text, now));
  }
  return (text, { now }) => {
    const record = records.get(keyOf(text, now));
    if (!record) throw new Error(`not read before: ${text}`);
    return record;
  };
}
