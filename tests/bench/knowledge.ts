/**
 * `npm run bench -- knowledge`: indexing, memory and queries of the search over 1,000 and 10,000 entries, with MiniSearch
 * beside it in the same run. Times are time on a processor, one process after the other, so that what else the machine does counts
 * little. `--record` appends to docs/benchmarks.md.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { machine } from './record.ts';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const ONCE = fileURLToPath(new URL('./knowledge-once.ts', import.meta.url));

const Figures = z.object({
  engine: z.string(),
  entries: z.number(),
  indexedMs: z.number(),
  firstAnswerMs: z.number(),
  residentMb: z.number(),
  grownMb: z.number(),
  queryP50Ms: z.number(),
  queryP99Ms: z.number(),
});
type Figures = z.infer<typeof Figures>;

function once(engine: string, entries: number): Figures {
  const printed = execFileSync(process.execPath, [ONCE, engine, String(entries)], { encoding: 'utf8' });
  return Figures.parse(JSON.parse(printed));
}

const at = new Date().toISOString().slice(0, 16).replace('T', ' ');
const results = [1000, 10_000].flatMap((entries) =>
  ['hybrid', 'MiniSearch'].map((engine) => once(engine, entries)),
);
const rows = results.map(
  ({ engine, entries, indexedMs, firstAnswerMs, grownMb, queryP50Ms, queryP99Ms }) =>
    `| ${engine} | ${entries} | ${indexedMs} | ${firstAnswerMs} | ${grownMb} | ${queryP50Ms} | ${queryP99Ms} |`,
);
const table = [
  '| search | entries | indexed, ms | first answer, ms | memory grown by, MB | query p50 ms | query p99 ms |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...rows,
];
process.stdout.write(`${table.join('\n')}\n`);
if (process.argv.includes('--record')) {
  const head = [
    '',
    `### ${at} UTC, knowledge`,
    '',
    `\`npm run bench -- knowledge --record\` · ${machine()}`,
    '',
  ];
  appendFileSync(PAGE, [...head, ...table, ''].join('\n'));
}
