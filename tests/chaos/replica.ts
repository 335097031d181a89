/** Starts desk processes, kills them, and knows where they listen. */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('desk-process.ts', import.meta.url));
const PROFILE = fileURLToPath(new URL('desk.yaml', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const TOKEN = 'chaos-admin-token-0001';

export interface Replica {
  /** Where the web chat and the API listen. */
  web: string;
  /** Where updates of the pushing channel are taken. */
  intake: string;
  /** What it logged, parsed. */
  log: Record<string, unknown>[];
  /** SIGKILL; resolves once it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; gives its exit code. */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** After each test: nothing that a failed one started goes on. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** `environment` stands in the place of the machine's own. */
export async function startReplica(environment: Record<string, string>): Promise<Replica> {
  const child = spawn(process.execPath, [ENTRY], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      API_TOKENS: `admin:${TOKEN}`,
      PORT: '0',
      PROFILE,
      LOG_LEVEL: 'info',
      // Restarts are many: what was compiled once is kept.
      NODE_COMPILE_CACHE: join(tmpdir(), 'desk-chaos-compiled'),
      ...environment,
    },
  });
  running.add(child);
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  gone.then(() => running.delete(child));
  const log: Record<string, unknown>[] = [];
  const { web, intake } = await ready(child, log);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return gone;
  };
  return { web, intake, log, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}

function ready(
  child: ChildProcess,
  log: Record<string, unknown>[],
): Promise<{ web: string; intake: string }> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the desk process has no output');
  const complaints: string[] = [];
  stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the desk ended with ${code}: ${complaints.join('')}`)));
    createInterface({ input: stdout }).on('line', (line) => {
      if (line.startsWith('READY ')) resolve(JSON.parse(line.slice('READY '.length)));
      else if (line.startsWith('{')) log.push(JSON.parse(line));
    });
  });
}
