/**
 * Prints how well the search finds and refuses, with plain BM25, MiniSearch and Orama beside it in the same run:
 * `npm run eval:kb`. `forgetful` is the same search with part of the field's words forgotten. A split with `*` has only the
 * colloquial questions and those without an answer. `-- --misses dev` lists what went wrong in a split.
 */
import { fileURLToPath } from 'node:url';
import { answer, type SearchAnswer } from '../../../knowledge/create-index.ts';
import { buildIndex } from '../../../knowledge/search/build.ts';
import {
  type Fold,
  isRight,
  type Measures,
  measure,
  ownQuestions,
  type Question,
  writtenFold,
} from './evaluation.ts';
import { forgetting } from './forgetting.ts';
import { bestThreshold, PEERS, withThreshold } from './peers.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const CONTENT = here('../../../knowledge/content');

const SETS: { name: string; fold: Fold }[] = [
  { name: 'test base', fold: await writtenFold(here('base'), here('queries.jsonl')) },
  { name: 'second base', fold: await writtenFold(here('second-base'), here('second-queries.jsonl')) },
  { name: 'third base', fold: await writtenFold(here('third-base'), here('third-queries.jsonl')) },
  { name: 'starter base', fold: await writtenFold(CONTENT, here('starter-queries.jsonl')) },
  { name: 'starter, own', fold: await ownQuestions(CONTENT) },
];

type Search = (query: string) => SearchAnswer;

const SHOWN_ALL = { top: 10, everyAudience: true };

function enginesOf({ entries, questions }: Fold): [name: string, search: Search][] {
  const built = buildIndex(entries);
  const forgotten = forgetting(7);
  const dev = questions.filter(({ split }) => split === 'dev');
  return [
    ['hybrid', (query) => answer(built, query, SHOWN_ALL)],
    ['forgetful', (query) => answer(built, query, SHOWN_ALL, forgotten)],
    ...PEERS.map(({ name, build }): [string, Search] => {
      const rank = build(entries);
      return [name, withThreshold(rank, bestThreshold(rank, dev))];
    }),
  ];
}

const percent = (value: number) =>
  Number.isNaN(value) ? '    –' : `${(100 * value).toFixed(1).padStart(5)}`;

function row(name: string, split: string, engine: string, measures: Measures): string {
  const { questions, hit1, hit3, answered, refused, wrong } = measures;
  const cells = [hit1, hit3, answered, refused, wrong].map(percent).join('  | ');
  return `| ${name.padEnd(12)} | ${split.padEnd(7)} | ${engine.padEnd(12)} | ${String(questions).padStart(4)} | ${cells}  |`;
}

function printMisses(questions: readonly Question[], search: Search): void {
  for (const { query, expect } of questions) {
    const { answered, results } = search(query);
    const right = expect === null ? !answered : answered && isRight({ expect }, results[0]?.id);
    if (right) continue;
    const found = results.slice(0, 3).map(({ id, score }) => `${id} ${score}`);
    console.log(
      `    ${query} → ${expect ?? 'nothing'}: ${answered ? 'shown' : 'refused'} ${found.join(', ')}`,
    );
  }
}

const missesAt = process.argv.indexOf('--misses');
const wanted = missesAt < 0 ? null : process.argv[missesAt + 1];

console.log('| base         | split   | search       |    n | hit@1  | hit@3  | answ.  | refus. | wrong  |');
console.log('| ------------ | ------- | ------------ | ---- | ------ | ------ | ------ | ------ | ------ |');
for (const { name, fold } of SETS) {
  const engines = enginesOf(fold);
  for (const split of ['dev', 'report'] as const) {
    const part = fold.questions.filter((question) => question.split === split);
    if (part.length === 0) continue;
    for (const [engine, search] of engines) console.log(row(name, split, engine, measure(part, search)));
    const hard = part.filter(({ style, expect }) => style === 'colloquial' || expect === null);
    if (hard.some(({ expect }) => expect !== null)) {
      for (const [engine, search] of engines)
        console.log(row(name, `${split}*`, engine, measure(hard, search)));
    }
    if (wanted === split && engines[0]) printMisses(part, engines[0][1]);
  }
}
