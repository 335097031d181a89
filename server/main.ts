/** `npm start`: checks everything, starts the desk, prints its one address, and drains on SIGTERM. */
import { loadConfig } from './config.ts';
import { DataFolderError } from './data-folder.ts';
import { createDesk, type Desk } from './desk-app.ts';
import { createLog } from './log.ts';
import { ProfileError } from './profile/load.ts';

/** «SIGTERM drains … exits 0 within 10 s». */
const DRAIN_MS = 9_000;

function refuse(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

function drainOnSignal(desk: Desk): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    process.stderr.write(`${signal}: finishing what is under way\n`);
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    desk.stop().then(
      () => process.exit(0),
      (error: unknown) => refuse([`stopping failed: ${String(error)}`]),
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

const parsed = loadConfig();
if (!parsed.ok) refuse(parsed.faults);
const log = createLog(parsed.config.logLevel);
try {
  const desk = await createDesk({ config: parsed.config, log });
  const address = await desk.start().catch(async (error: unknown) => {
    await desk.stop();
    throw error;
  });
  drainOnSignal(desk);
  process.stdout.write(`${address.replace('[::1]', 'localhost')}\n`);
  if (desk.adminTokenPath) process.stderr.write(`The API's admin token is in ${desk.adminTokenPath}\n`);
} catch (error) {
  if (error instanceof ProfileError) refuse(error.faults);
  if (error instanceof DataFolderError) refuse([error.message]);
  refuse([`The desk could not start: ${error instanceof Error ? error.message : String(error)}`]);
}
