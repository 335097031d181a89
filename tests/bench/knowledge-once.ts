/**
 * One engine over one base of synthetic entries, in a process of its own so that its memory is its own:
 * `node tests/bench/knowledge-once.ts ENGINE ENTRIES`. Prints one line of JSON.
 */
import { fileURLToPath } from 'node:url';
import { createIndex } from '../../knowledge/create-index.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { loadFolder } from '../../knowledge/load-folder.ts';
import { readQuestions } from '../data/knowledge/evaluation.ts';
import { PEERS } from '../data/knowledge/peers.ts';

const data = (path: string) => fileURLToPath(new URL(`../data/knowledge/${path}`, import.meta.url));
const PLACES = [
  '局机关',
  '社保中心',
  '就业中心',
  '街道办',
  '区分局',
  '信息中心',
  '档案馆',
  '大厅',
  '监察支队',
  '党校',
];

/** The written entries over and over, each time told of another place and system, so that words keep being new. */
async function synthetic(count: number): Promise<Entry[]> {
  const folders = await Promise.all([loadFolder(data('base')), loadFolder(data('second-base'))]);
  const written = folders.flatMap(({ entries }) => entries.map(({ entry }) => entry));
  return Array.from({ length: count }, (_, at) => {
    const entry = written[at % written.length] as Entry;
    const round = Math.floor(at / written.length);
    const place = `${PLACES[round % PLACES.length]}${round}号系统`;
    return {
      ...entry,
      id: `${entry.id}-${at}`,
      title: `${place}：${entry.title}`,
      body: `${entry.body}\n\n${place}的用户先登录 sys${round}.example.org，版本 ${round}.${at % 7}，再按上面做。`,
    };
  });
}

/** Time on a processor, of all threads: what else the machine does is left out. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const [engine = 'hybrid', countText = '1000'] = process.argv.slice(2);
const entries = await synthetic(Number(countText));
const queries = (await readQuestions(data('queries.jsonl'))).map(({ query }) => query);
const memoryBefore = process.memoryUsage().rss;
const started = processorMs();
const peer = PEERS.find(({ name }) => name === engine);
const index = createIndexOf();
const indexedMs = processorMs() - started;
index(queries[0] ?? '');
const firstAnswerMs = processorMs() - started;
for (const query of queries.slice(0, 100)) index(query);
const times = queries.map((query) => {
  const begun = processorMs();
  index(query);
  return processorMs() - begun;
});
times.sort((a, b) => a - b);
const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(2));
const mb = (bytes: number) => Math.round(bytes / 2 ** 20);
console.log(
  JSON.stringify({
    engine,
    entries: entries.length,
    indexedMs: Math.round(indexedMs),
    firstAnswerMs: Math.round(firstAnswerMs),
    residentMb: mb(process.memoryUsage().rss),
    grownMb: mb(process.memoryUsage().rss - memoryBefore),
    queryP50Ms: at(0.5),
    queryP99Ms: at(0.99),
  }),
);

function createIndexOf(): (query: string) => unknown {
  if (peer) return peer.build(entries);
  const built = createIndex(entries);
  return (query) => built.search(query, { top: 10, everyAudience: true });
}
