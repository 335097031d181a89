/** One run: a crowd talks to a desk whose process is killed again and again, until everything is said and answered. */
import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../support/random.ts';
import { type Crowd, startCrowd } from './crowd.ts';
import { type FakePlatform, startPlatform } from './fake-platform.ts';
import { type Replica, startReplica, TOKEN } from './replica.ts';
import { DEVICES, LINES, type Person } from './script.ts';

const SETTLES_WITHIN_MS = 60_000;

export interface Storm {
  platform: FakePlatform;
  crowd: Crowd;
  /** How often the process was killed. */
  kills: number;
  exitCode: number | null;
}

/** Kills the process at `kills` moments that the seed picks, each time while messages are on their way. */
export async function killAgainAndAgain(options: {
  environment: Record<string, string>;
  persons: readonly Person[];
  kills: number;
  seed: number;
}): Promise<Storm> {
  const { environment, persons, seed } = options;
  const random = seededRandom(seed);
  const started = Date.now();
  let replica: Replica | null = null;
  let crowd: Crowd | null = null;
  const platform = await startPlatform(seededRandom(seed + 1), (message) => crowd?.see(message));
  const start = () =>
    startReplica({ ...environment, PLATFORM_URL: platform.url, CLOCK_STARTED: String(started) });
  replica = await start();
  const talking = startCrowd(persons, seed, () => (replica ? [replica] : []));
  crowd = talking;
  const total = persons.length * (LINES.length + DEVICES.length);
  const marks = Array.from(
    { length: options.kills },
    (_, at) => ((at + random.next()) / (options.kills + 0.5)) * total,
  );
  let kills = 0;
  for (const mark of marks) {
    while (progressOf(talking, platform, persons) < mark) await wait(5);
    await wait(random.below(60));
    const dying: Replica = replica;
    replica = null;
    await dying.kill();
    kills += 1;
    replica = await start();
  }
  await talking.done();
  await settled(replica.web, persons.length * DEVICES.length);
  return { platform, crowd: talking, kills, exitCode: await replica.stop() };
}

/** Of the lines and acceptances, as many as were acknowledged and, where they are pushed, answered on the platform. */
export function progressOf(crowd: Crowd, platform: FakePlatform, persons: readonly Person[]): number {
  const pushed = persons.filter(({ channel }) => channel === 'push').length / persons.length;
  return Math.min(crowd.acknowledged(), platform.taken.length / Math.max(pushed, 0.1));
}

/** All tickets are accepted and nothing waits in any queue. */
export async function settled(web: string, tickets: number): Promise<void> {
  const until = Date.now() + SETTLES_WITHIN_MS;
  let state = '';
  while (Date.now() < until) {
    state = await stateOf(web);
    if (state === `${tickets} accepted, 0 in inbox, 0 in outbox`) return;
    await wait(100);
  }
  throw new Error(`not settled: ${state} of ${tickets}`);
}

async function stateOf(web: string): Promise<string> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const metrics = await (await fetch(`${web}/metrics`)).text();
  const waiting = (queue: string) =>
    new RegExp(`desk_backlog\\{queue="${queue}"\\} (\\d+)`).exec(metrics)?.[1];
  const list = await fetch(`${web}/api/tickets?status=accepted&limit=200`, { headers });
  const { items } = (await list.json()) as { items: unknown[] };
  return `${items.length} accepted, ${waiting('inbox')} in inbox, ${waiting('outbox')} in outbox`;
}

/** Two replicas start together on one database and get every message both; one is killed half way. */
export async function loseOneOfTwo(options: {
  environment: Record<string, string>;
  persons: readonly Person[];
  seed: number;
}): Promise<Storm & { migratedBy: number }> {
  const { environment, persons, seed } = options;
  const started = Date.now();
  let crowd: Crowd | null = null;
  const platform = await startPlatform(seededRandom(seed + 1), (message) => crowd?.see(message));
  const start = () =>
    startReplica({ ...environment, PLATFORM_URL: platform.url, CLOCK_STARTED: String(started) });
  const [dying, surviving] = await Promise.all([start(), start()]);
  let living = [dying, surviving];
  const talking = startCrowd(persons, seed, () => living, { toAll: true });
  crowd = talking;
  const half = (persons.length * LINES.length) / 2;
  while (progressOf(talking, platform, persons) < half) await wait(5);
  living = [surviving];
  await dying.kill();
  await talking.done();
  await settled(surviving.web, persons.length * DEVICES.length);
  const migratedBy = [dying, surviving].filter(({ log }) =>
    log.some((line) => line.msg === 'database.migrated'),
  ).length;
  return { platform, crowd: talking, kills: 1, exitCode: await surviving.stop(), migratedBy };
}
