/**
 * The puppet in a process of its own. Puppets throw where nobody can catch it (wechaty-puppet-service does where its
 * gateway is away), print tokens, and keep what they opened: nothing of that may reach the desk.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LineEvents, PuppetLine, PuppetSettings } from './line.ts';
import type { FromPuppet, ToPuppet } from './protocol.ts';

export interface ClientOptions extends PuppetSettings {
  /** All that the process knows of the environment: the desk's own secrets are not its business. */
  env: Readonly<Record<string, string>>;
}

const PROCESS = fileURLToPath(new URL('./puppet-process.ts', import.meta.url));
const STARTS_MS = 60_000;
const ANSWERS_MS = 20_000;
/** What a file may take to be sent. */
const FILE_MS = 120_000;
/** Until a puppet's process is ended that does not end by itself. */
const ENDS_MS = 1_000;

export function createClient({ env, ...settings }: ClientOptions, events: LineEvents): PuppetLine {
  const questions = createQuestions();
  let child: ChildProcess | null = null;

  const tell = (message: ToPuppet): boolean => Boolean(child?.connected && child.send(message));
  const ask = (message: (ask: number) => ToPuppet, withinMs = ANSWERS_MS): Promise<FromPuppet | null> =>
    questions.ask((number) => tell(message(number)), withinMs);

  return {
    async start() {
      const started = fork(PROCESS, {
        env,
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
      });
      child = started;
      started.on('message', (message: FromPuppet) => {
        if ('ask' in message) questions.answer(message.ask, message);
        else hand(withoutToken(message, settings.serviceToken), events);
      });
      started.on('exit', (code, signal) => {
        if (child !== started) return;
        child = null;
        questions.giveUp();
        events.onExit(`the puppet's process ended (${signal ?? code})`);
      });
      tell({ do: 'start', settings });
      await startedOr(started).catch((error: Error) => {
        throw new Error(masked(error.message, settings.serviceToken));
      });
    },
    async stop() {
      const stopped = child;
      child = null;
      questions.giveUp();
      if (stopped) await ended(stopped);
    },
    call() {
      tell({ do: 'call' });
    },
    async say(chat, room, what, answered) {
      const withinMs = typeof what === 'string' ? ANSWERS_MS : FILE_MS;
      const say = { do: 'say' as const, chat, room, what, answered };
      const answer = await ask((number) => ({ ...say, ask: number }), withinMs);
      if (answer?.is === 'said') return answer.said;
      return { ok: false, known: true, error: 'the puppet does not answer' };
    },
    async download(messageId, mostBytes) {
      const answer = await ask((number) => ({ do: 'download', ask: number, messageId, mostBytes }));
      if (answer?.is === 'downloaded') return answer.fetched;
      return { ok: false, retry: true, error: 'the puppet does not answer' };
    },
  };
}

/** Rejects where the puppet can't be loaded, its process ends, or nothing is heard of it. */
function startedOr(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(new Error('the puppet does not start')), STARTS_MS);
    const settle = (error: Error | null) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    };
    child.on('message', (message: FromPuppet) => {
      if (message.is === 'started') settle(null);
      if (message.is === 'failed') settle(new Error(message.error));
    });
    child.on('error', settle);
    child.on('exit', (code, signal) => settle(new Error(`the puppet's process ended (${signal ?? code})`)));
  });
}

/** Puppets put their token into what they complain of. */
function withoutToken(message: FromPuppet, token: string | null): FromPuppet {
  return message.is === 'error' ? { ...message, error: masked(message.error, token) } : message;
}

function masked(text: string, token: string | null): string {
  return token ? text.replaceAll(token, '***') : text;
}

function hand(message: FromPuppet, events: LineEvents): void {
  switch (message.is) {
    case 'scan':
      events.onScan(message.code, message.scanned);
      break;
    case 'login':
      events.onLogin();
      break;
    case 'logout':
      events.onLogout();
      break;
    case 'alive':
      events.onAlive();
      break;
    case 'heard':
      events.onHeard(message.heard);
      break;
    case 'error':
      events.onError(message.error);
  }
}

/** Questions to the process and its answers, by number; null where it ended, or took too long. */
function createQuestions() {
  const open = new Map<number, (answer: FromPuppet | null) => void>();
  let asked = 0;
  const answer = (number: number, given: FromPuppet | null) => {
    open.get(number)?.(given);
    open.delete(number);
  };
  return {
    answer,
    ask(send: (number: number) => boolean, withinMs: number): Promise<FromPuppet | null> {
      asked += 1;
      const number = asked;
      return new Promise((resolve) => {
        const timer = setTimeout(() => answer(number, null), withinMs);
        open.set(number, (given) => {
          clearTimeout(timer);
          resolve(given);
        });
        if (!send(number)) answer(number, null);
      });
    },
    giveUp() {
      for (const number of [...open.keys()]) answer(number, null);
    },
  };
}

/** Cut off first, so that a good puppet leaves by itself; then ended. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), ENDS_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    if (child.connected) child.disconnect();
    else child.kill('SIGKILL');
  });
}
