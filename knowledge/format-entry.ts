/** Writes an entry as the Markdown file that it is read from. */
import { stringify } from 'yaml';
import type { Entry } from './entry.ts';

/** Reading it again gives the same entry, its transcript excepted: that stands in a file of its own. */
export function formatEntry({ body, transcript: _beside, ...matter }: Entry): string {
  const { id, title, kind, category, tags, questions, updated, owner, audience, video } = matter;
  const head = {
    id,
    title,
    kind,
    category,
    tags,
    ...(questions.length > 0 ? { questions } : {}),
    updated,
    ...(owner === undefined ? {} : { owner }),
    audience,
    ...(video === undefined ? {} : { video }),
  };
  return `---\n${stringify(head, { lineWidth: 0 })}---\n${body}\n`;
}
