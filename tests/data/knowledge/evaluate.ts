/**
 * Prints how well the search finds and refuses, with plain BM25 beside it: `node tests/data/knowledge/evaluate.ts`.
 * `forgetful` is the same search with part of the field's words forgotten. A split with `*` has only the colloquial questions and those without an answer. `--misses dev` lists what went wrong in a split.
 */
import { fileURLToPath } from 'node:url';
import { answer, createIndex, type SearchAnswer } from '../../../knowledge/create-index.ts';
import { loadFolder } from '../../../knowledge/load-folder.ts';
import { buildIndex } from '../../../knowledge/search/build.ts';
import { isRight, type Measures, measure, type Question, readQuestions } from './evaluation.ts';
import { forgetting } from './forgetting.ts';
import { bestThreshold, plainBm25, withThreshold } from './plain-bm25.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const SETS = [
  { name: 'test base', folder: here('base'), questions: here('queries.jsonl') },
  {
    name: 'starter base',
    folder: here('../../../knowledge/content'),
    questions: here('starter-queries.jsonl'),
  },
];

const percent = (value: number) =>
  Number.isNaN(value) ? '    –' : `${(100 * value).toFixed(1).padStart(5)}`;

function row(name: string, split: string, engine: string, measures: Measures): string {
  const { questions, hit1, hit3, answered, refused, wrong } = measures;
  const cells = [hit1, hit3, answered, refused, wrong].map(percent).join('  | ');
  return `| ${name.padEnd(12)} | ${split.padEnd(6)} | ${engine.padEnd(12)} | ${String(questions).padStart(4)} | ${cells}  |`;
}

const wanted = process.argv[process.argv.indexOf('--misses') + 1];
const showMisses = process.argv.includes('--misses');

console.log('| base         | split  | search       |    n | hit@1  | hit@3  | answ.  | refus. | wrong  |');
for (const { name, folder, questions: file } of SETS) {
  const { entries } = await loadFolder(folder);
  const questions = await readQuestions(file).catch((): Question[] => []);
  const index = createIndex(entries.map(({ entry }) => entry));
  const search = (query: string) => index.search(query, { top: 10, everyAudience: true });
  const built = buildIndex(entries.map(({ entry }) => entry));
  const forgotten = forgetting(7);
  const forgetful = (query: string): SearchAnswer =>
    answer(built, query, { top: 10, everyAudience: true }, forgotten);
  const plain = plainBm25(entries.map(({ entry }) => entry));
  const threshold = bestThreshold(
    plain,
    questions.filter(({ split }) => split === 'dev'),
  );
  for (const split of ['dev', 'report'] as const) {
    const part = questions.filter((question) => question.split === split);
    if (part.length === 0) continue;
    console.log(row(name, split, 'hybrid', measure(part, search)));
    console.log(row(name, split, 'forgetful', measure(part, forgetful)));
    console.log(row(name, split, 'BM25 bigrams', measure(part, withThreshold(plain, threshold))));
    const hard = part.filter((question) => question.style === 'colloquial' || question.expect === null);
    if (hard.length < part.length) {
      console.log(row(name, `${split}*`, 'hybrid', measure(hard, search)));
      console.log(row(name, `${split}*`, 'forgetful', measure(hard, forgetful)));
      console.log(row(name, `${split}*`, 'BM25 bigrams', measure(hard, withThreshold(plain, threshold))));
    }
    if (!showMisses || wanted !== split) continue;
    for (const { query, expect } of part) {
      const { answered, results } = search(query);
      const right = expect === null ? !answered : answered && isRight({ expect }, results[0]?.id);
      if (right) continue;
      const found = results.slice(0, 3).map((result) => `${result.id} ${result.score}`);
      console.log(
        `    ${query} → ${expect ?? 'nothing'}: ${answered ? 'shown' : 'refused'} ${found.join(', ')}`,
      );
    }
  }
  const started = process.cpuUsage();
  for (const { query } of questions) search(query);
  if (questions.length > 0)
    console.log(
      `    ${(process.cpuUsage(started).user / 1000 / questions.length).toFixed(2)} ms a query over ${entries.length} entries`,
    );
}
