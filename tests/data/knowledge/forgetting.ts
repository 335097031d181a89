/**
 * A search that knows only part of the field's words, as it does on questions that nobody here has seen: whoever writes both
 * the questions and the lexicon measures too well otherwise.
 */
import { createHash } from 'node:crypto';
import { COLLOQUIAL } from '../../../knowledge/lexicon/colloquial.ts';
import { readTable } from '../../../knowledge/lexicon/concepts.ts';
import { FINER } from '../../../knowledge/lexicon/finer.ts';
import { PHRASE_CONCEPTS, PHRASES } from '../../../knowledge/lexicon/phrases.ts';
import type { AdmitsForm } from '../../../knowledge/search/match-concepts.ts';

const colloquial = new Set(
  readTable('task', COLLOQUIAL + FINER + PHRASES + PHRASE_CONCEPTS).flatMap((concept) => concept.forms),
);

/** How many of the forms are forgotten: of those that staff use, and of the others. */
const FORGOTTEN = { colloquial: 0.6, other: 0.15 };

/** Forgets the same forms for the same seed. */
export function forgetting(seed: number): AdmitsForm {
  const known = new Map<string, boolean>();
  return (form) => {
    const before = known.get(form);
    if (before !== undefined) return before;
    const chance = createHash('sha1').update(`${seed} ${form}`).digest().readUInt32BE() / 2 ** 32;
    const admitted = chance >= (colloquial.has(form) ? FORGOTTEN.colloquial : FORGOTTEN.other);
    known.set(form, admitted);
    return admitted;
  };
}
