/** Holds what a model composed from passages against those passages: a sentence without support is dropped. Pure. */
import { z } from 'zod';
import { HAN, normalize } from './text/normalize.ts';
import { contentWords } from './text/words.ts';

/** A piece of an entry that an answer may rest on. */
export interface GroundingPassage {
  /** Id of its entry. */
  article: string;
  text: string;
}

/** What a model may answer: sentences, each with the numbers (from 1) of the passages that say so. */
export const GroundedAnswer = z.object({
  sentences: z.array(z.object({ text: z.string().max(500), cites: z.array(z.int()).max(8) })).max(12),
});
export type GroundedAnswer = z.infer<typeof GroundedAnswer>;

export interface Grounded {
  sentences: { text: string; cites: number[] }[];
}

const LONGEST_ANSWER = 16_000;

/** The record in what a model wrote, bare or fenced; null where there is none. */
export function readGrounded(content: string): GroundedAnswer | null {
  if (content.length > LONGEST_ANSWER) return null;
  const spoken = content.slice(content.lastIndexOf('</think>') + 1);
  const [from, to] = [spoken.indexOf('{'), spoken.lastIndexOf('}')];
  if (from < 0 || to < from) return null;
  try {
    const parsed = GroundedAnswer.safeParse(JSON.parse(spoken.slice(from, to + 1)));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** This share of a sentence's telling words stands in the passages that it cites. */
const SUPPORTED_FROM = 0.7;

/** The sentences that are borne out by a passage they cite, each with the citations that bear it out. */
export function supported(answer: GroundedAnswer, passages: readonly GroundingPassage[]): Grounded {
  const sentences = answer.sentences.flatMap(({ text, cites }) => {
    const plain = text.replace(/\s+/g, ' ').trim();
    const bearing = [...new Set(cites)].filter((cite) => {
      const passage = passages[cite - 1];
      return passage !== undefined && isBorneOut(plain, passage.text);
    });
    return plain === '' || bearing.length === 0 ? [] : [{ text: plain, cites: bearing }];
  });
  return { sentences };
}

/** Every number, code and address is the passage's own, and most of the other words are. */
function isBorneOut(sentence: string, passage: string): boolean {
  const [said, source] = [normalize(sentence), normalize(passage)];
  const exact = said.match(/[a-z0-9][a-z0-9.:/+#_-]*/g) ?? [];
  if (exact.some((run) => !source.includes(run.replace(/[.:]+$/, '')))) return false;
  const words = contentWords(said).filter((word) => HAN.test(word));
  if (words.length === 0) return exact.length > 0;
  const told = words.filter((word) => source.includes(word));
  const length = (list: readonly string[]) => list.reduce((sum, word) => sum + word.length, 0);
  return length(told) / length(words) >= SUPPORTED_FROM;
}
