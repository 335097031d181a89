/** Understanding that knows the names of the directory: somebody who joins is understood at once. */

import type { Understand } from '../../bot/types.ts';
import { createUnderstanding, type UnderstandingOptions } from '../../bot/understand/index.ts';
import type { Directory } from './directory.ts';

export interface Reader {
  understand: Understand;
  /** Takes the directory's names and departments among the words of the desk. */
  learn(directory: Directory): void;
}

export function createReader(options: UnderstandingOptions): Reader {
  let read = createUnderstanding(options);
  let known = '';
  return {
    understand: (text, context) => read(text, context),
    learn(directory) {
      const staff = directory.all();
      const people = [...new Set(staff.map(({ name }) => name))].filter(isName);
      const departments = [...new Set(staff.flatMap(({ department }) => (department ? [department] : [])))];
      const words = JSON.stringify([people, departments]);
      if (words === known || (people.length === 0 && departments.length === 0 && known === '')) return;
      known = words;
      const { lexicon } = options;
      read = createUnderstanding({
        ...options,
        lexicon: {
          ...lexicon,
          people: [...new Set([...lexicon.people, ...people])],
          departments: [...new Set([...lexicon.departments, ...departments])],
        },
      });
    },
  };
}

/** One letter, or a word of a whole account id, would be found in anything. */
function isName(name: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(name) || /^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/.test(name);
}
