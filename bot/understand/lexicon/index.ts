/** The lexicon that every desk shares, and how a desk's own is laid over it. */
import type { Lexicon } from '../../types.ts';
import { systems } from './systems.ts';
import { departments } from './words.ts';

/** General products and sections that every desk knows. A profile's words are merged with it and win over it. */
export const builtInLexicon: Lexicon = { systems, departments, rooms: [], buildings: [], people: [] };

/** Both lexicons in one; where both name a thing, `own` decides what it is. */
export function mergeLexicons(own: Lexicon, general: Lexicon = builtInLexicon): Lexicon {
  return {
    systems: [...own.systems, ...general.systems],
    departments: [...new Set([...own.departments, ...general.departments])],
    rooms: [...own.rooms, ...general.rooms],
    buildings: [...new Set([...own.buildings, ...general.buildings])],
    people: [...new Set([...own.people, ...general.people])],
  };
}
