/** `npm run migrate`: brings the configured database to the newest schema, and does nothing else. */
import { loadConfig } from '../config.ts';
import { DataFolderError, lockFolder } from '../data-folder.ts';
import { openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { fail } from './json-lines.ts';

const parsed = loadConfig();
if (!parsed.ok) fail(parsed.faults.join('\n'));
const { databaseUrl, dataDir } = parsed.config;
try {
  const lock = databaseUrl ? null : lockFolder(dataDir);
  const database = await openDatabase({ databaseUrl: databaseUrl ?? undefined, dataDir });
  const done = await migrate(database.db);
  await database.close();
  lock?.release();
  process.stdout.write(done.length > 0 ? `migrated: ${done.join(', ')}\n` : 'nothing to migrate\n');
} catch (error) {
  if (error instanceof DataFolderError) fail(error.message);
  fail(`The database could not be migrated: ${error instanceof Error ? error.message : String(error)}`);
}
