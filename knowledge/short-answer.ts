/** The steps of an entry, short enough for a card. */
import type { Entry } from './entry.ts';
import { blocksOf } from './markdown.ts';

/**
 * The first `maxSteps` steps of the body, plain text, one a line and numbered from 1; a body without an ordered list
 * gives its first paragraphs. Where steps were left out, a last line says how many.
 */
export function shortAnswer(entry: Pick<Entry, 'body'>, maxSteps: number): string {
  const blocks = blocksOf(entry.body).filter((block) => block.text !== '');
  const steps = blocks.filter((block) => block.kind === 'step');
  if (steps.length === 0) {
    return blocks
      .filter((block) => block.kind === 'text')
      .slice(0, maxSteps)
      .map((block) => block.text)
      .join('\n');
  }
  const lines = steps.slice(0, maxSteps).map((step, at) => `${at + 1}. ${step.text}`);
  const rest = steps.length - lines.length;
  return [...lines, ...(rest > 0 ? [`（还有 ${rest} 步，见全文）`] : [])].join('\n');
}
