/** Keeps what was measured in docs/benchmarks.md, with the command and the machine. */
import { appendFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { LIMITS, type UnderstandingFigures } from './understand.ts';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

export interface Load {
  messagesPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** The server's processor time; null where the system does not tell it. */
  cpuMsPerMessage: number | null;
}

export interface Figures {
  desk: Load;
  /** The same HTTP server that only commits one row. */
  limit: Load;
  bareCommitsPerSecond: number;
  /** The desk's messages a second, as a share of the limit's. */
  ofTheLimit: number;
}

export interface Report {
  at: string;
  machine: string;
  conversations: number;
  results: Record<string, Figures>;
}

export function machine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const busy = loadavg()[0]?.toFixed(1) ?? '?';
  return `${availableParallelism()} × ${model}, ${memory} GB, Node ${process.versions.node}, load before ${busy}`;
}

export function record(report: Report): void {
  const rows = Object.entries(report.results).map(
    ([database, { desk, limit, bareCommitsPerSecond, ofTheLimit }]) =>
      [
        '',
        database,
        desk.messagesPerSecond,
        desk.p50Ms,
        desk.p99Ms,
        desk.cpuMsPerMessage,
        limit.messagesPerSecond,
        limit.p50Ms,
        limit.cpuMsPerMessage,
        bareCommitsPerSecond,
        `${Math.round(ofTheLimit * 100)} %`,
        '',
      ]
        .join(' | ')
        .trim(),
  );
  const lines = [
    '',
    `### ${report.at.slice(0, 16).replace('T', ' ')} UTC`,
    '',
    `\`npm run bench -- --record\` · ${report.machine} · ${report.conversations} conversations in parallel`,
    '',
    '| database | messages/s | p50 ms | p99 ms | CPU ms | limit messages/s | limit p50 ms | limit CPU ms | bare commits/s | of the limit |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
  appendFileSync(PAGE, lines.join('\n'));
}

/** The figures of the reading beside what they are held against. */
export function recordUnderstanding(report: {
  at: string;
  machine: string;
  figures: UnderstandingFigures;
}): void {
  const { medianMs, p99Ms, messagesPerSecond, startMs, memoryMb, byLengthMs, strange, nlpJs } =
    report.figures;
  const row = (name: string, value: string | number, limit: string): string =>
    `| ${name} | ${value} | ${limit} |`;
  const lengths = Object.entries(byLengthMs).map(([length, ms]) =>
    row(`one message of ${length} characters, ms`, ms, length === '20000' ? `< ${LIMITS.longestMs}` : ''),
  );
  const lines = [
    '',
    `### ${report.at.slice(0, 16).replace('T', ' ')} UTC, reading`,
    '',
    `\`npm run bench -- understand --record\` · ${report.machine}`,
    '',
    '| | measured | limit |',
    '| --- | --- | --- |',
    row('median, ms', medianMs, `< ${LIMITS.medianMs}`),
    row('p99, ms', p99Ms, `< ${LIMITS.p99Ms}`),
    row('messages/s on one core', messagesPerSecond, `≥ ${LIMITS.messagesPerSecond}`),
    row("from a process's start to its first record, ms", startMs, `< ${LIMITS.startMs}`),
    row('memory held, MB', memoryMb, `< ${LIMITS.memoryMb}`),
    ...lengths,
    row(
      `of ${strange.strings} strange strings: thrown, over 100 ms`,
      `${strange.thrown}, ${strange.slow}`,
      '0, 0',
    ),
    row('the slowest of them, ms', strange.slowestMs, '< 100'),
    row('nlp.js, messages/s (intent and category alone)', nlpJs.messagesPerSecond, ''),
    row('as fast as nlp.js, times', nlpJs.timesAsFast, ''),
    '',
  ];
  appendFileSync(PAGE, lines.join('\n'));
}
