import { useMemo } from 'react';
import { blocksOf } from '../../../../knowledge/markdown.ts';

/** What stands below the front matter. */
const bodyOf = (markdown: string) => markdown.replace(/^---\n[\s\S]*?\n---\n?/, '');

/** An entry as it will read: its steps and paragraphs as plain text, never as markup. */
export function EntryPreview({ markdown, label }: { markdown: string; label: string }) {
  const blocks = useMemo(() => blocksOf(bodyOf(markdown)), [markdown]);
  const steps = blocks.map((block, at) => ({
    ...block,
    key: `${at} ${block.text}`,
    number: blocks.slice(0, at + 1).filter(({ kind }) => kind === 'step').length,
  }));
  return (
    <section className="entry-preview" aria-label={label}>
      {steps.map(({ key, kind, text, number }) => {
        if (kind === 'heading') return <h4 key={key}>{text}</h4>;
        return <p key={key}>{kind === 'step' ? `${number}. ${text}` : text}</p>;
      })}
    </section>
  );
}
