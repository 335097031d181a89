/** Measures a search over a base with questions whose right answer is known. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SearchAnswer } from '../../../knowledge/create-index.ts';
import type { Entry } from '../../../knowledge/entry.ts';
import { loadFolder } from '../../../knowledge/load-folder.ts';

const Question = z.object({
  query: z.string(),
  /** The right entry, or several that are as good; null where the base has no answer. */
  expect: z.union([z.string(), z.array(z.string())]).nullable(),
  kind: z.enum(['covered', 'uncovered', 'foreign']),
  /** `colloquial`: told as seen, with few or none of the right title's words. */
  style: z.enum(['plain', 'colloquial']),
  /** `report` is looked at in figures only. */
  split: z.enum(['dev', 'report']),
});
export type Question = z.infer<typeof Question>;

/** Reads questions, one JSON record a line. */
export async function readQuestions(file: string): Promise<Question[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => Question.parse(JSON.parse(line)));
}

/** A base and questions about it. */
export interface Fold {
  entries: Entry[];
  questions: Question[];
}

export async function writtenFold(folder: string, file: string): Promise<Fold> {
  const { entries } = await loadFolder(folder);
  return { entries: entries.map(({ entry }) => entry), questions: await readQuestions(file) };
}

/**
 * The questions that a base's writers gave its entries, asked of the base without them. They are somebody else's words about
 * somebody else's entries; those of every other entry are for looking at in figures only.
 */
export async function ownQuestions(folder: string): Promise<Fold> {
  const entries = (await loadFolder(folder)).entries.map(({ entry }) => entry);
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const questions = sorted.flatMap(({ id, questions: asked }, at) =>
    asked.map(
      (query): Question => ({
        query,
        expect: id,
        kind: 'covered',
        style: 'plain',
        split: at % 2 === 0 ? 'dev' : 'report',
      }),
    ),
  );
  return { entries: entries.map((entry) => ({ ...entry, questions: [] })), questions };
}

/** True where the entry answers the question. */
export const isRight = ({ expect }: Pick<Question, 'expect'>, id: string | undefined): boolean =>
  id !== undefined && (Array.isArray(expect) ? expect.includes(id) : expect === id);

export interface Measures {
  questions: number;
  /** Of the questions that have an answer: it stood first, among the first three. */
  hit1: number;
  hit3: number;
  /** Of the questions that have an answer: something was shown; something wrong was shown. */
  answered: number;
  wrong: number;
  /** Of the questions that have none: nothing was shown. */
  refused: number;
}

/** Asks every question. */
export function measure(questions: readonly Question[], search: (query: string) => SearchAnswer): Measures {
  const asked = questions.map((question) => ({ ...question, ...search(question.query) }));
  const covered = asked.filter((one) => one.expect !== null);
  const rest = asked.filter((one) => one.expect === null);
  const first = (one: (typeof asked)[number], count: number) =>
    one.results.slice(0, count).some((result) => isRight(one, result.id));
  return {
    questions: asked.length,
    hit1: share(covered, (one) => first(one, 1)),
    hit3: share(covered, (one) => first(one, 3)),
    answered: share(covered, (one) => one.answered),
    wrong: share(covered, (one) => one.answered && !first(one, 1)),
    refused: share(rest, (one) => !one.answered),
  };
}

function share<T>(list: readonly T[], is: (one: T) => boolean): number {
  return list.length === 0 ? Number.NaN : list.filter(is).length / list.length;
}
