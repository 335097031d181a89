/** The steps of an entry, short enough for a card: those that the question needs. */
import type { Entry } from './entry.ts';
import { type Block, blocksOf } from './markdown.ts';

/** How much of the question each of some texts speaks of; larger is more. */
export type Likeness = (texts: readonly string[]) => number[];

const LONGEST_STEP = 160;

/**
 * Up to `maxSteps` steps of the body, plain text, one a line and numbered as in the body; a body without an ordered list gives
 * paragraphs. Of several sections the one that the question is about, of a long list the part with the step that is; without
 * `likeness` the first. Lines before and after say how many steps were left out.
 */
export function shortAnswer(entry: Pick<Entry, 'body'>, maxSteps: number, likeness?: Likeness): string {
  const blocks = blocksIn(entry);
  const whole = maxSteps === Number.POSITIVE_INFINITY;
  const section = whole ? { heading: undefined, blocks } : sectionFor(blocks, likeness);
  const steps = section.blocks.filter((block) => block.kind === 'step').map((block) => block.text);
  const heading = section.heading === undefined ? [] : [`【${section.heading}】`];
  if (steps.length === 0) return [...heading, ...paragraphs(section.blocks, maxSteps, likeness)].join('\n');
  const from = startOf(steps, maxSteps, likeness);
  const shown = steps.slice(from, from + maxSteps);
  const rest = steps.length - from - shown.length;
  return [
    ...heading,
    ...(from > 0 ? [`（前面还有 ${from} 步，见全文）`] : []),
    ...shown.map((step, at) => `${from + at + 1}. ${whole ? step : shortened(step)}`),
    ...(rest > 0 ? [`（还有 ${rest} 步，见全文）`] : []),
  ].join('\n');
}

const known = new WeakMap<object, Block[]>();

/** An entry does not change while it is shown again and again. */
function blocksIn(entry: Pick<Entry, 'body'>): Block[] {
  const blocks = known.get(entry) ?? blocksOf(entry.body).filter((block) => block.text !== '');
  known.set(entry, blocks);
  return blocks;
}

interface Section {
  heading: string | undefined;
  blocks: Block[];
}

/** Numbers of steps begin anew under each heading that has some. */
function sectionFor(blocks: readonly Block[], likeness: Likeness | undefined): Section {
  const sections: Section[] = [{ heading: undefined, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ heading: block.text, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  const withSteps = sections.filter((section) => section.blocks.some(({ kind }) => kind === 'step'));
  if (withSteps.length < 2) return { heading: undefined, blocks: [...blocks] };
  const texts = withSteps.map(({ heading, blocks: inside }) =>
    [heading ?? '', ...inside.map(({ text }) => text)].join('。'),
  );
  return withSteps[mostLike(texts, likeness)] as Section;
}

/** From the first where the step that matters is among the first ones, else so far on that it is shown last but one. */
function startOf(steps: readonly string[], maxSteps: number, likeness: Likeness | undefined): number {
  if (steps.length <= maxSteps) return 0;
  const best = mostLike(steps, likeness);
  return best < maxSteps ? 0 : Math.min(best - maxSteps + 2, steps.length - maxSteps);
}

function paragraphs(blocks: readonly Block[], most: number, likeness: Likeness | undefined): string[] {
  const texts = blocks.filter(({ kind }) => kind === 'text').map(({ text }) => text);
  if (texts.length <= most) return texts;
  const best = mostLike(texts, likeness);
  return texts.slice(Math.min(best, texts.length - most)).slice(0, most);
}

function mostLike(texts: readonly string[], likeness: Likeness | undefined): number {
  const scores = likeness?.(texts) ?? [];
  return scores.reduce((best, score, at) => (score > (scores[best] ?? 0) ? at : best), 0);
}

/** Whole sentences, as many as a card has room for. */
function shortened(step: string): string {
  if (step.length <= LONGEST_STEP) return step;
  const kept = step.slice(0, LONGEST_STEP).match(/^.*[。；！？.;!?]/u)?.[0];
  return kept ?? `${step.slice(0, LONGEST_STEP)}…`;
}
