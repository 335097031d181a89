import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../knowledge/create-index.ts';
import { loadFolder } from '../../../knowledge/load-folder.ts';
import { blocksOf } from '../../../knowledge/markdown.ts';
import { measure, readQuestions } from '../../data/knowledge/evaluation.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const CONTENT = here('../../../knowledge/content');

describe('the starter base', () => {
  it('has no fault', async () => {
    expect((await loadFolder(CONTENT)).faults).toEqual([]);
  });

  it('has at least 120 entries with steps, thirty of them lectures with a transcript', async () => {
    const entries = (await loadFolder(CONTENT)).entries.map(({ entry }) => entry);
    expect(entries.length).toBeGreaterThanOrEqual(120);
    expect(entries.filter((entry) => entry.transcript.length > 0).length).toBeGreaterThanOrEqual(30);
    const without = entries.filter((entry) => !blocksOf(entry.body).some((block) => block.kind === 'step'));
    expect(without.map((entry) => entry.id)).toEqual([]);
  });

  it('finds each entry by its own title and questions', async () => {
    const entries = (await loadFolder(CONTENT)).entries.map(({ entry }) => entry);
    const index = createIndex(entries);
    const lost = entries.flatMap((entry) =>
      [entry.title, ...entry.questions].filter(
        (query) => !index.search(query, { top: 3 }).results.some((result) => result.id === entry.id),
      ),
    );
    expect(lost).toEqual([]);
  });
});

describe('what the search reaches, so that a change that loses it is noticed', () => {
  it.each([
    ['base', 'queries.jsonl', { hit1: 0.9, hit3: 0.95, answered: 0.88, refused: 0.78, wrong: 0.05 }],
    [
      'third-base',
      'third-queries.jsonl',
      { hit1: 0.85, hit3: 0.93, answered: 0.85, refused: 0.8, wrong: 0.08 },
    ],
    [
      '../../../knowledge/content',
      'starter-queries.jsonl',
      { hit1: 0.82, hit3: 0.93, answered: 0.82, refused: 0.5, wrong: 0.12 },
    ],
  ])('on %s', async (folder, questions, least) => {
    const { entries } = await loadFolder(here(`../../data/knowledge/${folder}`));
    const index = createIndex(entries.map(({ entry }) => entry));
    const asked = (await readQuestions(here(`../../data/knowledge/${questions}`))).filter(
      ({ split }) => split === 'report',
    );
    const reached = measure(asked, (query) => index.search(query, { top: 10, everyAudience: true }));
    expect(reached.hit1).toBeGreaterThanOrEqual(least.hit1);
    expect(reached.hit3).toBeGreaterThanOrEqual(least.hit3);
    expect(reached.answered).toBeGreaterThanOrEqual(least.answered);
    expect(reached.refused).toBeGreaterThanOrEqual(least.refused);
    expect(reached.wrong).toBeLessThanOrEqual(least.wrong);
  });
});
