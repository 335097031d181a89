/** Opens the database: PostgreSQL by URL, else PGlite in the data folder. The same SQL and migrations serve both. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types as pgliteTypes } from '@electric-sql/pglite';
import {
  type DialectAdapter,
  Kysely,
  PGliteAdapter,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type Transaction,
} from 'kysely';
import { DeskDriver } from './driver/desk-driver.ts';
import { pgliteSessions } from './driver/pglite-session.ts';
import { type PostgresOptions, postgresSessions } from './driver/postgres-sessions.ts';
import type { Sessions } from './driver/session.ts';
import type { Schema } from './schema/schema.ts';

export type Db = Kysely<Schema>;
/** One open transaction: what must stand or fall together takes this, never `Db`. */
export type Trx = Transaction<Schema>;

export interface OpenDatabase {
  kind: 'pglite' | 'postgres';
  db: Db;
  /** A backup of an embedded database (gzipped tar of its folder); absent on PostgreSQL, which has its own tools. */
  dump?(): Promise<Buffer>;
  /** Of an embedded database: plans its statements anew, because nothing else there notices how its tables have grown. */
  replan?(): Promise<void>;
  close(): Promise<void>;
}

/**
 * `dataDir` is where PGlite keeps its files (`memory://` keeps nothing); a new one begins as the backup `from`, where that is
 * given. Throws where the database cannot be opened.
 */
export async function openDatabase(
  options: { databaseUrl?: string | undefined; dataDir: string; from?: Blob | undefined } & PostgresOptions,
): Promise<OpenDatabase> {
  return options.databaseUrl
    ? openPostgres(options.databaseUrl, options)
    : openPglite(options.dataDir, options.from);
}

function openPostgres(connectionString: string, options: PostgresOptions): OpenDatabase {
  const sessions = postgresSessions(connectionString, options);
  const db = builderOver(sessions, new PostgresAdapter());
  return { kind: 'postgres', db, close: () => db.destroy() };
}

async function openPglite(dataDir: string, from: Blob | undefined): Promise<OpenDatabase> {
  const folder = dataDir.startsWith('memory://') ? dataDir : join(dataDir, 'pglite');
  if (!dataDir.startsWith('memory://')) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const pglite = new PGlite(folder, {
    parsers: { [pgliteTypes.INT8]: Number },
    ...(from ? { loadDataDir: from } : {}),
  });
  await pglite.waitReady;
  const db = builderOver(pgliteSessions(pglite), new EmbeddedAdapter());
  const dump = async () => Buffer.from(await (await pglite.dumpDataDir('gzip')).arrayBuffer());
  const replan = async () => {
    await sql`discard plans`.execute(db);
  };
  return { kind: 'pglite', db, dump, replan, close: () => db.destroy() };
}

/** Who of several has the one connection is settled where it lies (driver/pglite-session.ts), not in order of arrival. */
class EmbeddedAdapter extends PGliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function builderOver(sessions: Sessions, adapter: DialectAdapter): Db {
  return new Kysely<Schema>({
    dialect: {
      createDriver: () => new DeskDriver(sessions),
      createAdapter: () => adapter,
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });
}
