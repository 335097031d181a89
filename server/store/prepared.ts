/** Statements that are parsed once a connection and not each time: on a turn's few, parsing and planning is half the work. */
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** A desk has some dozens; lists of changing length must not fill a connection's memory. */
const MOST_NAMES = 300;

/**
 * Gives statements names, by which the driver prepares them. One that takes every column of a table gets none: its
 * plan would be refused once a newer replica has added a column.
 */
function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMES || text.includes('*')) return undefined;
    const name = `desk_${names.size}`;
    names.set(text, name);
    return name;
  };
}

/** The pool as the query builder sees it. */
export function preparing(pool: pg.Pool): PostgresPool {
  const nameOf = statementNames();
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient) => {
    const query = (text: string, values: readonly unknown[]) => {
      const name = values.length > 0 ? nameOf(text) : undefined;
      return name === undefined
        ? client.query(text, [...values])
        : client.query({ name, text, values: [...values] });
    };
    const release = (destroy?: boolean) => client.release(destroy);
    // The builder's second way to query, by cursor, is for streams, which the desk has none of.
    const mine = { query, release } as unknown as PostgresPoolClient;
    wrapped.set(client, mine);
    return mine;
  };
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      return wrapped.get(client) ?? wrap(client);
    },
    end: () => pool.end(),
  } as PostgresPool;
}
