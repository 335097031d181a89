/** Connections to PostgreSQL, from a pool. */
import pg from 'pg';
import type { Answer, Session, Sessions, Statement } from './session.ts';
import { statementNames } from './statement-names.ts';

/** bigint columns are ids and counters: all far below 2^53, read as numbers on both engines. */
const INT8 = 20;

export interface PostgresOptions {
  poolSize?: number;
  /** A connection was lost. */
  onPoolError?: (error: Error) => void;
}

export function postgresSessions(connectionString: string, options: PostgresOptions): Sessions {
  const pool = new pg.Pool({
    connectionString,
    max: options.poolSize ?? 12,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // Statements that are sent together do not wait for each other's answers.
    pipeline: true,
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
  const nameOf = statementNames();
  return {
    acquire: async () => sessionOf(await pool.connect(), nameOf),
    end: () => pool.end(),
  };
}

function sessionOf(client: pg.PoolClient, nameOf: (statement: Statement) => string | undefined): Session {
  const query = async (statement: Statement): Promise<Answer> => {
    const { command, rowCount, rows } = await client.query(queryOf(statement, nameOf(statement)));
    return { command, count: rowCount ?? 0, rows };
  };
  return {
    async send(statements) {
      const [only] = statements;
      if (only && statements.length === 1) return [await query(only)];
      const answers = together(client, () => statements.map(query));
      for (const settled of await Promise.allSettled(answers))
        if (settled.status === 'rejected') throw settled.reason;
      return Promise.all(answers);
    },
    release: (broken) => client.release(broken),
  };
}

function queryOf({ sql, parameters }: Statement, name: string | undefined): pg.QueryConfig {
  return { text: sql, values: [...parameters], ...(name === undefined ? {} : { name }) };
}

/** In one write: handing bytes to the system costs more than making them. */
function together<T>(client: pg.PoolClient, write: () => T): T {
  // Not in the published types; https://github.com/brianc/node-postgres/blob/master/packages/pg/lib/query.js corks it too.
  const { stream } = (client as unknown as { connection: { stream: NodeJS.WritableStream } }).connection;
  const { cork, uncork } = stream as unknown as { cork(): void; uncork(): void };
  cork.call(stream);
  try {
    return write();
  } finally {
    uncork.call(stream);
  }
}
