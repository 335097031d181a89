/** «One update, one transaction», put to the test: the process is killed at random points while 500 messages run in. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../server/store/database.ts';
import { ownPostgres } from '../support/postgres.ts';
import { audit } from './audit.ts';
import { killAll } from './replica.ts';
import { people } from './script.ts';
import { killAgainAndAgain } from './storm.ts';

const persons = people({ web: 12, push: 24 });
const KILLS = 4;

afterEach(killAll);

test('PGlite: killed at random points, every ticket is there once and every reply arrives', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'desk-chaos-'));
  const environment = { DATA_DIR: dataDir };
  const { platform, crowd, kills, exitCode } = await killAgainAndAgain({
    environment,
    persons,
    kills: KILLS,
    seed: 20_261,
  });
  expect({ kills, exitCode }).toEqual({ kills: KILLS, exitCode: 0 });
  const { db, close } = await openDatabase({ dataDir });
  await audit({ db, persons, crowd, platform });
  await close();
  await platform.close();
  await rm(dataDir, { recursive: true });
});

test('PostgreSQL: killed at random points, every ticket is there once and every reply arrives', async () => {
  const own = await ownPostgres();
  const environment = { DATABASE_URL: own.url, DATA_DIR: join(tmpdir(), 'desk-chaos-unused') };
  const { platform, crowd, kills, exitCode } = await killAgainAndAgain({
    environment,
    persons,
    kills: KILLS,
    seed: 20_262,
  });
  expect({ kills, exitCode }).toEqual({ kills: KILLS, exitCode: 0 });
  const { db, close } = await openDatabase({ databaseUrl: own.url, dataDir: '' });
  await audit({ db, persons, crowd, platform });
  await close();
  await platform.close();
  await own.drop();
});
