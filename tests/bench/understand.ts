/**
 * `npm run bench -- understand`: what reading a message costs: how long one takes, how many a second, how long until the
 * first, how much memory, how it grows with length, and 100,000 strange strings; nlp.js beside it in the same run.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import {
  DEFAULT_NOW,
  type Labelled,
  readDevelopment,
  readReporting,
} from '../../server/understanding/labelled.ts';
import { nlpJs } from '../eval/nlp-js.ts';
import { understand } from '../eval/readings.ts';
import { adversarialMessages } from '../support/strange-messages.ts';

const FOLDER = new URL('../data/understanding/', import.meta.url);
const START = fileURLToPath(new URL('understand-start.ts', import.meta.url));
const ROUNDS = 5;
const STRINGS = 100_000;
const SLOW_MS = 100;
const now = Date.parse(DEFAULT_NOW);

/** Milliseconds, memory in MB; `limits` are what the figures are held against. */
export interface UnderstandingFigures {
  messages: number;
  medianMs: number;
  p99Ms: number;
  messagesPerSecond: number;
  /** From the start of a process to its first record. */
  startMs: number;
  memoryMb: number;
  /** Of one message of so many characters. */
  byLengthMs: Record<number, number>;
  strange: { strings: number; thrown: number; slow: number; slowestMs: number };
  nlpJs: { messagesPerSecond: number; timesAsFast: number };
}
export const LIMITS = {
  medianMs: 2,
  p99Ms: 10,
  messagesPerSecond: 800,
  startMs: 1500,
  memoryMb: 150,
  longestMs: 100,
};

const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

function timed(read: () => unknown): number {
  const before = performance.now();
  read();
  return performance.now() - before;
}

/** Each message's best of some rounds, so that what else the machine does is not counted; the first round warms up. */
function latencies(texts: readonly string[]): number[] {
  const best = texts.map((text) => timed(() => understand(text, { now })));
  best.fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, text] of texts.entries())
      best[at] = Math.min(
        best[at] ?? 0,
        timed(() => understand(text, { now })),
      );
  return best;
}

/** A process of its own each time: the middle one counts. */
function started(): { startMs: number; memoryMb: number } {
  const runs = Array.from({ length: ROUNDS }, () =>
    JSON.parse(execFileSync(process.execPath, ['--expose-gc', START], { encoding: 'utf8' })),
  ).sort((a, b) => a.startMs - b.startMs);
  return runs[Math.floor(runs.length / 2)];
}

const LONG =
  '三楼302的打印机卡纸了，电脑也开不了机；明天下午三点订会议室，20人，另外请装WPS。my laptop is slow ';
const ofLength = (length: number): string => LONG.repeat(Math.ceil(length / LONG.length)).slice(0, length);

function byLength(): Record<number, number> {
  return Object.fromEntries(
    [300, 1000, 2000, 5000, 10_000, 20_000].map((length) => {
      const text = ofLength(length);
      const times = Array.from({ length: ROUNDS }, () => timed(() => understand(text, { now })));
      return [length, rounded(Math.min(...times))];
    }),
  );
}

/** What is slow is read again: only what is slow each time is slow by itself, not because the machine is busy. */
function strange(): UnderstandingFigures['strange'] {
  const figures = { strings: STRINGS, thrown: 0, slow: 0, slowestMs: 0 };
  for (const text of fc.sample(adversarialMessages, { numRuns: STRINGS, seed: 20261118 })) {
    try {
      let ms = timed(() => understand(text, { now }));
      for (let again = 0; again < 2 && ms > SLOW_MS; again += 1)
        ms = Math.min(
          ms,
          timed(() => understand(text, { now })),
        );
      if (ms > SLOW_MS) figures.slow += 1;
      figures.slowestMs = Math.max(figures.slowestMs, rounded(ms));
    } catch {
      figures.thrown += 1;
    }
  }
  return figures;
}

/** Each message once: it remembers what it has read. */
async function perSecondOfNlpJs(development: readonly Labelled[], texts: readonly string[]): Promise<number> {
  const reads = await nlpJs(development.slice(0, 1500));
  const before = performance.now();
  for (const text of texts) await reads(text, now);
  return texts.length / ((performance.now() - before) / 1000);
}

export async function benchUnderstanding(): Promise<UnderstandingFigures> {
  const { startMs, memoryMb } = started();
  const texts = Object.values(readReporting(FOLDER))
    .flat()
    .map(({ text }) => text);
  const all = latencies(texts).sort((a, b) => a - b);
  const at = (share: number): number => rounded(all[Math.floor(all.length * share)] ?? 0, 3);
  const perSecond = all.length / (all.reduce((sum, ms) => sum + ms, 0) / 1000);
  const figures = {
    messages: all.length,
    medianMs: at(0.5),
    p99Ms: at(0.99),
    messagesPerSecond: Math.round(perSecond),
    startMs,
    memoryMb,
    byLengthMs: byLength(),
    strange: strange(),
  };
  const peer = await perSecondOfNlpJs(readDevelopment(FOLDER), texts);
  return {
    ...figures,
    nlpJs: { messagesPerSecond: Math.round(peer), timesAsFast: rounded(perSecond / peer, 1) },
  };
}
