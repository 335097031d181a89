/** Which side of a question a concept is: the thing it is about, what is wrong with it, or what is to be done with it. */
import type { Concept } from './concepts.ts';

export const FACETS = ['object', 'symptom', 'action', 'task', 'elsewhere'] as const;
export type Facet = (typeof FACETS)[number];

/** What can be done with nearly anything. An entry about another of these does not answer. */
const ACTIONS: ReadonlySet<string> = new Set(
  `apply borrow lend buy install uninstall reissue lost-device renew replace register update backup recover withdraw unlock
  activate price when-done how-many-left where-it-stands open-account close-account takedown approve share rename download
  import-data migrate-data convert compress merge split encrypt-file lock-screen screenshot copy-file search-find test-page
  repair submit delegate`.split(/\s+/),
);

/** What is only `done` with a thing, as against a task that is a matter of its own (邮件合并). */
export function facetOf({ id, kind }: Concept): Facet {
  if (ACTIONS.has(id)) return 'action';
  if (kind === 'symptom' || kind === 'elsewhere') return kind;
  return kind === 'task' ? 'task' : 'object';
}
