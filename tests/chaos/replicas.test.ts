/** Two replicas on one PostgreSQL: whoever takes an update, it has its effects once. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../server/store/database.ts';
import { ownPostgres } from '../support/postgres.ts';
import { audit } from './audit.ts';
import { killAll } from './replica.ts';
import { people } from './script.ts';
import { loseOneOfTwo } from './storm.ts';

const persons = people({ web: 8, push: 12 });

afterEach(killAll);

test('two replicas migrate once, get every update both, lose one of them, and do everything once', async () => {
  const own = await ownPostgres();
  const environment = { DATABASE_URL: own.url, DATA_DIR: join(tmpdir(), 'desk-chaos-unused') };
  const { platform, crowd, exitCode, migratedBy } = await loseOneOfTwo({
    environment,
    persons,
    seed: 20_263,
  });
  expect({ exitCode, migratedBy }).toEqual({ exitCode: 0, migratedBy: 1 });
  const { db, close } = await openDatabase({ databaseUrl: own.url, dataDir: '' });
  await audit({ db, persons, crowd, platform });
  await close();
  await platform.close();
  await own.drop();
});
