/** Opens the database: PostgreSQL by URL, else PGlite in the data folder. The same SQL and migrations serve both. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types as pgliteTypes } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { preparing } from './prepared.ts';
import type { Schema } from './schema.ts';

export type Db = Kysely<Schema>;
/** One open transaction: what must stand or fall together takes this, never `Db`. */
export type Trx = Transaction<Schema>;

export interface OpenDatabase {
  kind: 'pglite' | 'postgres';
  db: Db;
  /** A backup of an embedded database (gzipped tar of its folder); absent on PostgreSQL, which has its own tools. */
  dump?(): Promise<Buffer>;
  close(): Promise<void>;
}

/** bigint columns are ids and counters: all far below 2^53, read as numbers on both engines. */
const INT8 = 20;

/** `dataDir` is where PGlite keeps its files (`memory://` keeps nothing). Throws where the database cannot be opened. */
export async function openDatabase(options: {
  databaseUrl?: string | undefined;
  dataDir: string;
  poolSize?: number;
  onPoolError?: (error: Error) => void;
}): Promise<OpenDatabase> {
  return options.databaseUrl ? openPostgres(options.databaseUrl, options) : openPglite(options.dataDir);
}

function openPostgres(
  connectionString: string,
  options: { poolSize?: number; onPoolError?: (error: Error) => void },
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString,
    max: options.poolSize ?? 12,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  // An idle connection that the server cuts must not end the process; the next query opens another.
  const lost = (error: Error) => options.onPoolError?.(error);
  pool.on('error', lost);
  // Nor one that is cut while it is taken, between two statements: the pool listens only while it is idle.
  pool.on('connect', (client) => client.on('error', lost));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  return { kind: 'postgres', db, close: () => db.destroy() };
}

async function openPglite(dataDir: string): Promise<OpenDatabase> {
  const folder = dataDir.startsWith('memory://') ? dataDir : join(dataDir, 'pglite');
  if (!dataDir.startsWith('memory://')) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const pglite = new PGlite(folder, { parsers: { [pgliteTypes.INT8]: Number } });
  await pglite.waitReady;
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
  const dump = async () => Buffer.from(await (await pglite.dumpDataDir('gzip')).arrayBuffer());
  return { kind: 'pglite', db, dump, close: () => db.destroy() };
}
