/** Starts a server in a process of its own and waits for the address that it prints. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const TOKEN = 'bench-admin-token-0001';

export interface RunningServer {
  url: string;
  /** Processor time that it has used so far, all its threads; null where the system does not tell. */
  cpuMs(): number | null;
  stop(): Promise<void>;
}

/** `entry` is a path from the root of the repository; `nodeOptions` come before it. */
export async function startServer(
  entry: string,
  environment: Record<string, string>,
  nodeOptions: readonly string[] = [],
): Promise<RunningServer> {
  const child = spawn(process.execPath, [...nodeOptions, entry], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      API_TOKENS: `admin:${TOKEN}`,
      PORT: '0',
      LOG_LEVEL: 'warn',
      SENDER_LIMIT_PER_MINUTE: '1000000',
      TOKEN_LIMIT_PER_MINUTE: '100000000',
      ...environment,
    },
  });
  const url = await addressOf(child);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url,
    cpuMs: () => cpuMsOf(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Linux counts in hundredths of a second: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICK_MS = 10;

function cpuMsOf(pid: number | undefined): number | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  // The second field is the program's name in brackets, which may hold spaces; user and system time are 14 and 15.
  const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function addressOf(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('the server has no output');
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: stdout }).on('line', (line) => {
      const found = /https?:\/\/\S+/.exec(line);
      if (found) resolve(found[0]);
    });
  });
}
