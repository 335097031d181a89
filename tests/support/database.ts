/** A real, migrated, empty database for one test file: PGlite in memory, or PostgreSQL where TEST_DATABASE_URL is set. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type OpenDatabase, openDatabase } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';

import { migratedTemplate } from './template.ts';

const server = process.env.TEST_DATABASE_URL ?? '';

/** Whether transactions really run beside each other; PGlite has one connection. */
export const onPostgres = server !== '';

/** Close it when the file's tests are done; a PostgreSQL database is dropped then. */
export async function testDatabase(): Promise<OpenDatabase> {
  const opened = onPostgres
    ? await freshPostgres(server)
    : await openDatabase({ dataDir: 'memory://', from: await migratedTemplate() });
  await migrate(opened.db);
  return opened;
}

async function freshPostgres(url: string): Promise<OpenDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const opened = await openDatabase({ databaseUrl: own.href, dataDir: '' });
  return {
    ...opened,
    async close() {
      await opened.close();
      await runOnServer(url, `drop database ${name} with (force)`);
    },
  };
}

async function runOnServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Empties what tests write to. */
export async function emptyTables({ db }: OpenDatabase): Promise<void> {
  for (const table of [
    'webhook_delivery',
    'webhook',
    'feed',
    'alert',
    'ticket_due',
    'ticket_history',
    'ticket',
    'meeting_history',
    'meeting',
    'room_hold',
    'counter',
    'idempotency',
  ] as const)
    await db.deleteFrom(table).execute();
}
