/**
 * `npm run bench`: messages a second and their latency, from update to committed reply, on PGlite and on PostgreSQL,
 * beside what the same HTTP server can do that only commits one row, and what the driver alone can.
 * `--record` appends to docs/benchmarks.md; `--only=pglite|postgres`, `--seconds=N` (a round) and `--profile=FOLDER`
 * (a CPU profile of the desk) are for work on one of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../server/store/database.ts';
import { ownPostgres, postgresServer } from '../support/postgres.ts';
import { bareCommits } from './bare-commits.ts';
import { load, type Measured } from './load.ts';
import { type Figures, machine, record } from './record.ts';
import { type RunningServer, startServer, TOKEN } from './server.ts';

const CONVERSATIONS = 8;
const ROUNDS = 3;
/** Until the code that runs often is compiled. */
const WARM_UP_S = 10;

const { values } = parseArgs({
  options: {
    record: { type: 'boolean', default: false },
    only: { type: 'string' },
    seconds: { type: 'string', default: '6' },
    profile: { type: 'string' },
  },
});
const seconds = Number(values.seconds);

interface Place {
  environment: Record<string, string>;
  open(): ReturnType<typeof openDatabase>;
  remove(): Promise<void>;
}

async function pglitePlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  return {
    environment: { DATA_DIR: dataDir },
    open: () => openDatabase({ dataDir }),
    remove: async () => rmSync(dataDir, { recursive: true }),
  };
}

async function postgresPlace(): Promise<Place> {
  const own = await ownPostgres(postgresServer);
  return {
    environment: { DATABASE_URL: own.url },
    open: () => openDatabase({ databaseUrl: own.url, dataDir: '' }),
    remove: own.drop,
  };
}

/** One round, and the processor time that the server used in it. */
interface Round extends Measured {
  cpuMs: number | null;
}

/** The desk and the limit take turns, so that whatever else the machine does meets both. */
async function measure(makePlace: () => Promise<Place>): Promise<Figures> {
  const [deskPlace, limitPlace, barePlace] = [await makePlace(), await makePlace(), await makePlace()];
  const profiling = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
  const desk = await startServer('server/main.ts', deskPlace.environment, profiling);
  const limit = await startServer('tests/bench/limit-server.ts', limitPlace.environment);
  const rounds: { desk: Round; limit: Round }[] = [];
  await run(desk, WARM_UP_S, 'warm');
  await run(limit, WARM_UP_S, 'warm');
  for (let round = 0; round < ROUNDS; round += 1) {
    const ofDesk = await run(desk, seconds, `r${round}`);
    rounds.push({ desk: ofDesk, limit: await run(limit, seconds, `r${round}`) });
  }
  await desk.stop();
  await limit.stop();
  const bare = await barePlace.open();
  const bareCommitsPerSecond = Math.round(await bareCommits(bare, CONVERSATIONS, seconds));
  await bare.close();
  for (const place of [deskPlace, limitPlace, barePlace]) await place.remove();
  const ofDesk = figuresOf(rounds.map((round) => round.desk));
  const ofLimit = figuresOf(rounds.map((round) => round.limit));
  const ofTheLimit = Number((ofDesk.messagesPerSecond / ofLimit.messagesPerSecond).toFixed(2));
  return { desk: ofDesk, limit: ofLimit, bareCommitsPerSecond, ofTheLimit };
}

async function run(server: RunningServer, forSeconds: number, label: string): Promise<Round> {
  const before = server.cpuMs();
  const measured = await load({
    url: server.url,
    token: TOKEN,
    conversations: CONVERSATIONS,
    seconds: forSeconds,
    label,
  });
  const after = server.cpuMs();
  return { ...measured, cpuMs: before === null || after === null ? null : after - before };
}

function figuresOf(rounds: readonly Round[]): Figures['desk'] {
  const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
  const at = (share: number) => Number((latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1));
  const messages = rounds.reduce((sum, round) => sum + round.messages, 0);
  const total = rounds.reduce((sum, round) => sum + round.seconds, 0);
  const known = rounds.every((round) => round.cpuMs !== null);
  const cpuMs = rounds.reduce((sum, round) => sum + (round.cpuMs ?? 0), 0);
  return {
    messagesPerSecond: Math.round(messages / total),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpuMsPerMessage: known ? Number((cpuMs / messages).toFixed(2)) : null,
  };
}

const results: Record<string, Figures> = {};
if (values.only !== 'postgres') results.pglite = await measure(pglitePlace);
if (values.only !== 'pglite') results.postgres = await measure(postgresPlace);
const report = { at: new Date().toISOString(), machine: machine(), conversations: CONVERSATIONS, results };
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
if (values.record) record(report);
