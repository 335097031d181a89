/**
 * How alike questions and entries are in meaning, by vectors of a model. Entries are read in the background, each once;
 * a question waits a short time for its own and is otherwise answered by words alone.
 */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { maskSecrets } from '../../bot/secrets.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { Clock } from '../model/clock.ts';
import type { Embedder } from '../model/embedder.ts';
import { maskPersonalData } from '../model/placeholders.ts';
import type { VectorStore } from './vector-file.ts';

export interface Meanings {
  /** Reads entries that changed, in the background. */
  follow(entries: readonly Entry[]): void;
  /** Waits up to the time limit for a question's vector; never rejects. */
  prepare(question: string): Promise<void>;
  /** Cosines by entry id; undefined where the question was not prepared, or no entry has been read. */
  likeness(question: string): ReadonlyMap<string, number> | undefined;
  /** When what `follow` began has ended. */
  settled(): Promise<void>;
  /** Nothing is tried again after it. */
  close(): void;
}

export interface MeaningsParts {
  /** For entries and for questions: who asks is not to wait for an endpoint that the background found slow, nor the other way round. */
  entries: Embedder;
  questions: Embedder;
  store: VectorStore;
  /** Vectors of one model say nothing beside those of another. */
  model: string;
  /** Names that must not leave. */
  people: () => readonly string[];
  clock: Clock;
  log: Logger;
}

/** A question waits this long at most. */
const QUESTION_MS = 400;
const BATCH = 16;
const BATCH_MS = 30_000;
/** After a failure the rest is tried again. */
const AGAIN_MS = 60_000;
const MOST_QUESTIONS = 500;
/** What an entry is about stands at its head. */
const MOST_TEXT = 1_000;

export function createMeanings(parts: MeaningsParts): Meanings {
  const { store, clock, log } = parts;
  const asked = new Map<string, Float32Array>();
  let vectors: Map<string, Float32Array> | null = null;
  let keys = new Map<string, string>();
  let wanted: readonly Entry[] = [];
  let running: Promise<void> | null = null;
  let again: (() => void) | null = null;

  async function round(): Promise<void> {
    vectors ??= await store.read();
    for (;;) {
      const texts = new Map(wanted.map((entry) => [entry.id, textOf(entry, parts.people())]));
      keys = new Map([...texts].map(([id, text]) => [id, keyOf(parts.model, text)]));
      const known = vectors;
      const missing = [...texts].filter(([id]) => !known.has(keys.get(id) ?? '')).slice(0, BATCH);
      if (missing.length === 0) return forgetOthers();
      const found = await parts.entries.embed(
        missing.map(([, text]) => text),
        BATCH_MS,
      );
      if (!found) return tryAgain();
      const added = new Map(missing.map(([id], at) => [keys.get(id) ?? '', found[at] ?? new Float32Array()]));
      await keep(added);
    }
  }

  async function keep(added: Map<string, Float32Array>): Promise<void> {
    const length = [...added.values()][0]?.length;
    const before = [...(vectors ?? [])];
    const changed = before.some(([, vector]) => vector.length !== length);
    // Another model under the same name: what was read before cannot be compared with what it says now.
    vectors = new Map([...(changed ? [] : before), ...added]);
    if (changed) await store.replace(vectors);
    else await store.add(added);
  }

  async function forgetOthers(): Promise<void> {
    const used = new Set(keys.values());
    const all = [...(vectors ?? [])];
    const kept = all.filter(([key]) => used.has(key));
    if (all.length < 2 * kept.length + BATCH) return;
    vectors = new Map(kept);
    await store.replace(vectors);
  }

  function tryAgain(): void {
    again ??= clock.after(AGAIN_MS, () => {
      again = null;
      start();
    });
  }

  function start(): void {
    running ??= round()
      .catch((error: Error) => {
        log.warn({ error: error.message }, 'meanings.not_kept');
        tryAgain();
      })
      .finally(() => {
        running = null;
      });
  }

  return {
    follow(entries) {
      wanted = entries;
      start();
    },
    async settled() {
      while (running) await running;
    },
    close() {
      again?.();
    },
    async prepare(question) {
      if (asked.has(question) || !vectors || vectors.size === 0) return;
      if (maskSecrets(question).found.length > 0) return;
      const { text } = maskPersonalData(question, { names: parts.people(), literals: [] });
      const [vector] = (await parts.questions.embed([text], QUESTION_MS)) ?? [];
      if (!vector) return;
      asked.set(question, vector);
      const [oldest] = asked.size > MOST_QUESTIONS ? asked.keys() : [];
      if (oldest !== undefined) asked.delete(oldest);
    },
    likeness(question) {
      const sought = asked.get(question);
      if (!sought || !vectors) return undefined;
      const known = vectors;
      const pairs = [...keys].flatMap(([id, key]): [string, number][] => {
        const vector = known.get(key);
        return vector?.length === sought.length ? [[id, cosine(sought, vector)]] : [];
      });
      return pairs.length === 0 ? undefined : new Map(pairs);
    },
  };
}

/** What is sent of an entry: what it is about, without anybody's name, number or password. */
function textOf({ title, questions, tags, body }: Entry, names: readonly string[]): string {
  const text = [title, ...questions, tags.join('，'), body].join('\n').slice(0, MOST_TEXT);
  return maskPersonalData(maskSecrets(text).text, { names, literals: [] }).text;
}

const keyOf = (model: string, text: string) =>
  createHash('sha256').update(`${model}\n${text}`).digest('base64url');

/** Both have length 1. */
const cosine = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
