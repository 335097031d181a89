/**
 * A migrated, empty database as a backup: a desk that begins as one saves the second and more that making one from nothing
 * takes. Made once a run (tests/template-setup.ts) by the product's own migrations.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openDatabase } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';

const VARIABLE = 'TEST_TEMPLATE';
let read: Promise<Blob> | null = null;

/** The run's template; each process reads it once. */
export function migratedTemplate(): Promise<Blob> {
  const path = process.env[VARIABLE];
  if (!path) throw new Error('no template: the tests are started without tests/template-setup.ts');
  read ??= readFile(path).then((bytes) => new Blob([bytes], { type: 'application/x-tar' }));
  return read;
}

/** Makes the template and tells the run's processes where it lies; gives the way to remove it. */
export async function makeTemplate(): Promise<() => Promise<void>> {
  const path = join(tmpdir(), `desk-template-${process.pid}.tar`);
  const { db, dump, close } = await openDatabase({ dataDir: 'memory://template' });
  await migrate(db);
  if (!dump) throw new Error('an embedded database gives a backup');
  // Unpacked once here, not once a test.
  await writeFile(path, gunzipSync(await dump()));
  await close();
  process.env[VARIABLE] = path;
  return () => rm(path, { force: true });
}
