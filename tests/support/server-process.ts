/** The desk as people run it: a process of its own, started by the command of `npm start`, in an empty folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPostgres } from './database.ts';
import { ownPostgres } from './postgres.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

type Env = Record<string, string>;
type Script = 'start' | 'chat' | 'migrate' | 'mask' | 'kb' | 'understand' | 'times' | 'targets';

/** The arguments that package.json gives to node for this script. */
function argumentsOf(script: Script): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Env };
  // `exec` lets a signal to npm reach the server; here there is no shell between.
  const [program, file = '', ...rest] = (scripts[script] ?? '').replace(/^exec /, '').split(' ');
  if (program !== 'node') throw new Error(`npm run ${script} does not start with node`);
  return [join(ROOT, file), ...rest];
}

export interface Exit {
  code: number | null;
  stdout: string;
  stderr: string;
}

class Running {
  readonly child: ChildProcess;
  readonly exited: Promise<Exit>;
  stdout = '';
  stderr = '';

  /** Nothing of the surrounding environment comes along, nor an `.env` file: `folder` is the working folder. */
  constructor(script: Script, args: string[], folder: string, env: Env) {
    this.child = spawn(process.execPath, [...argumentsOf(script), ...args], {
      cwd: folder,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        KNOWLEDGE_DIR: join(ROOT, 'knowledge/content'),
        ...env,
      },
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    this.exited = once(this.child, 'close').then(([code]) => ({
      code: code as number | null,
      stdout: this.stdout,
      stderr: this.stderr,
    }));
  }

  /** Resolves once a stream has a whole line that fits; rejects where the process ends before. */
  line(stream: 'stdout' | 'stderr', pattern: RegExp): Promise<string> {
    const seen = () =>
      this[stream]
        .split('\n')
        .slice(0, -1)
        .find((line) => pattern.test(line));
    return new Promise((resolve, reject) => {
      const look = () => {
        const line = seen();
        if (line !== undefined) resolve(line);
      };
      this.child[stream]?.on('data', look);
      this.exited.then(({ code, stderr }) => reject(new Error(`ended with ${code}: ${stderr}`)));
      look();
    });
  }
}

/** A folder for one test file; removed with everything in it. */
export function ownFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'desk-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs a script until it ends by itself. */
export async function runScript(
  script: Script,
  folder: string,
  options: { env?: Env; args?: string[]; input?: string } = {},
): Promise<Exit> {
  const running = new Running(script, options.args ?? [], folder, options.env ?? {});
  running.child.stdin?.end(options.input ?? '');
  return running.exited;
}

export interface RunningServer {
  url: string;
  pid: number;
  exited: Promise<Exit>;
  /** What it has said on standard error so far. */
  stderr(): string;
  /** Waits until it says a line with this on standard error. */
  says(words: string): Promise<string>;
  /** Sends the signal and waits for the end. */
  stop(signal?: 'SIGTERM' | 'SIGKILL' | 'SIGINT'): Promise<Exit>;
}

/** Starts the server on a free port and waits until it has printed its address. */
export async function startServer(folder: string, env: Env = {}): Promise<RunningServer> {
  const running = new Running('start', [], folder, { PORT: '0', ...env });
  const url = await running.line('stdout', /^http:\/\//);
  return {
    url,
    pid: running.child.pid ?? 0,
    exited: running.exited,
    stderr: () => running.stderr,
    says: (words) => running.line('stderr', new RegExp(words)),
    stop(signal = 'SIGTERM') {
      running.child.kill(signal);
      return running.exited;
    },
  };
}

/** Where a server keeps its data: DATA_DIR, or a PostgreSQL database of its own where TEST_DATABASE_URL is set. */
export async function ownStorage(): Promise<{ env: Env; drop(): Promise<void> }> {
  if (!onPostgres) return { env: {}, drop: async () => {} };
  const { url, drop } = await ownPostgres();
  return { env: { DATABASE_URL: url }, drop };
}

/** The admin token that a server without configured tokens made for itself. */
export function adminTokenOf(folder: string): string {
  return readFileSync(join(folder, 'data', 'admin-token'), 'utf8').trim();
}

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  body: any;
}

/** Calls the API; `body` makes it a POST. */
export async function request(
  url: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Env } = {},
): Promise<Answer> {
  const { token, body, headers } = options;
  const response = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
