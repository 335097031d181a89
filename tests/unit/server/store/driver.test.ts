/** The driver under the query builder: what goes together, and what becomes of it when a part fails. Both databases. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase, Trx } from '../../../../server/store/database.ts';
import { later } from '../../../../server/store/driver/later.ts';
import { testDatabase } from '../../../support/database.ts';

let database: OpenDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await sql`create table thing (name text primary key, size integer)`.execute(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`delete from thing`.execute(database.db);
});

const insert = (name: string, size: number | null = null) =>
  sql`insert into thing (name, size) values (${name}, ${size})`;
const compiled = (name: string, size?: number) => insert(name, size).compile(database.db);

async function names(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from thing order by name`.execute(database.db);
  return rows.map(({ name }) => name);
}

const inTransaction = <T>(work: (trx: Trx) => Promise<T>) => database.db.transaction().execute(work);

describe('values', () => {
  it('come back as what they were, on both databases', async () => {
    const at = new Date('2026-11-20T08:00:00.123Z');
    const { rows } = await sql`
      select ${'工单 \u{1F600} \'"\\'}::text as words, ${12}::integer as whole, ${9_000_000_000}::bigint as large,
             ${true}::boolean as yes, ${false}::boolean as no, ${null}::text as nothing, ${''}::text as empty,
             ${at}::timestamptz as at, ${JSON.stringify({ a: [1, '二'] })}::jsonb as json, ${1.5}::float8 as part
    `.execute(database.db);
    expect(rows).toEqual([
      {
        words: '工单 \u{1F600} \'"\\',
        whole: 12,
        large: 9_000_000_000,
        yes: true,
        no: false,
        nothing: null,
        empty: '',
        at,
        json: { a: [1, '二'] },
        part: 1.5,
      },
    ]);
  });

  it('are counted where rows change', async () => {
    expect((await insert('a').execute(database.db)).numAffectedRows).toBe(1n);
    await insert('b').execute(database.db);
    const changed = await sql`update thing set size = ${1}`.execute(database.db);
    expect(changed.numAffectedRows).toBe(2n);
  });
});

describe('a transaction', () => {
  it('holds what it was told, in order, and nothing where it fails', async () => {
    await inTransaction(async (trx) => {
      await insert('a').execute(trx);
      await sql`update thing set size = ${1}`.execute(trx);
      await insert('b').execute(trx);
    });
    expect((await sql`select name, size from thing order by name`.execute(database.db)).rows).toEqual([
      { name: 'a', size: 1 },
      { name: 'b', size: null },
    ]);
    const failing = inTransaction(async (trx) => {
      await insert('c').execute(trx);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await names()).toEqual(['a', 'b']);
  });

  it('of which nothing was said leaves the connection as it was', async () => {
    expect(await inTransaction(async () => 'nothing')).toBe('nothing');
    await expect(inTransaction(async () => Promise.reject(new Error('at once')))).rejects.toThrow('at once');
    await insert('a').execute(database.db);
    expect(await names()).toEqual(['a']);
  });

  it('fails with its statement, and the next one is whole again', async () => {
    await insert('a').execute(database.db);
    const failing = inTransaction(async (trx) => {
      await insert('b').execute(trx);
      await insert('a').execute(trx);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await names()).toEqual(['a']);
    await inTransaction((trx) => insert('b').execute(trx));
    expect(await names()).toEqual(['a', 'b']);
  });

  it('whose failure was not minded is no success', async () => {
    await insert('a').execute(database.db);
    const failing = inTransaction(async (trx) => {
      await insert('b').execute(trx);
      await insert('a')
        .execute(trx)
        .catch(() => 'never mind');
    });
    await expect(failing).rejects.toThrow();
    expect(await names()).toEqual(['a']);
  });
});

describe('what is sent later', () => {
  it('is done before the next statement', async () => {
    await inTransaction(async (trx) => {
      await later(trx, compiled('a'));
      await later(trx, compiled('b'));
      const { rows } = await sql<{ count: number }>`select count(*) from thing`.execute(trx);
      expect(Number(rows[0]?.count)).toBe(2);
    });
    expect(await names()).toEqual(['a', 'b']);
  });

  it('is done with the commit where nothing follows', async () => {
    await inTransaction(async (trx) => {
      await insert('a').execute(trx);
      await later(trx, compiled('b'));
    });
    await inTransaction((trx) => later(trx, compiled('c')));
    expect(await names()).toEqual(['a', 'b', 'c']);
  });

  it('is not done where the transaction fails', async () => {
    const failing = inTransaction(async (trx) => {
      await later(trx, compiled('a'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await names()).toEqual([]);
  });

  it('fails the next statement with its own error, and the transaction', async () => {
    await insert('a').execute(database.db);
    const failing = inTransaction(async (trx) => {
      await later(trx, compiled('b'));
      await later(trx, compiled('a'));
      await later(trx, compiled('c'));
      await sql`select count(*) from thing`.execute(trx);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await names()).toEqual(['a']);
  });

  it('fails the commit with its own error, and the transaction', async () => {
    await insert('a').execute(database.db);
    const failing = inTransaction(async (trx) => {
      await insert('b').execute(trx);
      await later(trx, compiled('a'));
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await names()).toEqual(['a']);
    await inTransaction((trx) => later(trx, compiled('b')));
    expect(await names()).toEqual(['a', 'b']);
  });

  it('may be the same statement many times, new or known', async () => {
    const many = () => sql`update thing set size = size + ${1} where name = ${'a'}`.compile(database.db);
    await insert('a', 0).execute(database.db);
    for (const _round of [1, 2])
      await inTransaction(async (trx) => {
        for (let times = 0; times < 3; times += 1) await later(trx, many());
      });
    const { rows } = await sql<{ size: number }>`select size from thing`.execute(database.db);
    expect(rows).toEqual([{ size: 6 }]);
  });
});

describe('an embedded database', () => {
  it('goes on with its statements after it planned them anew', async () => {
    for (const name of ['a', 'b']) {
      await insert(name).execute(database.db);
      await database.replan?.();
    }
    await insert('c').execute(database.db);
    expect(await names()).toEqual(['a', 'b', 'c']);
  });
});

describe('a statement that cannot be read', () => {
  it('fails each time in the same way, alone or within a transaction', async () => {
    const wrong = () => sql`select nowhere from thing where name = ${'a'}`;
    for (const _time of [1, 2]) {
      await expect(wrong().execute(database.db)).rejects.toMatchObject({ code: '42703' });
      await expect(inTransaction((trx) => wrong().execute(trx))).rejects.toMatchObject({ code: '42703' });
    }
    await insert('a').execute(database.db);
    expect(await names()).toEqual(['a']);
  });

  it('that was not read because another failed before it is read the next time', async () => {
    await insert('a').execute(database.db);
    const fresh = () => sql`select size as only_said_here from thing where name = ${'a'}`;
    const failing = inTransaction(async (trx) => {
      await later(trx, compiled('a'));
      await fresh().execute(trx);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect((await fresh().execute(database.db)).rows).toEqual([{ only_said_here: null }]);
    expect((await fresh().execute(database.db)).rows).toEqual([{ only_said_here: null }]);
  });
});
