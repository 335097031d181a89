/** A PostgreSQL database of its own, for tests that start whole servers. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** The server that tests may make databases on. */
export const postgresServer = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export interface OwnPostgres {
  url: string;
  drop(): Promise<void>;
}

/** Empty and not migrated. */
export async function ownPostgres(server = postgresServer): Promise<OwnPostgres> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(server, `create database ${name}`);
  const own = new URL(server);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => runOnServer(server, `drop database ${name} with (force)`) };
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
