/**
 * The one connection to an embedded database. Its own way to query parses, plans and describes each statement every time, in
 * five calls; here a statement is parsed once, and what is sent together is one call.
 */
import type { PGlite } from '@electric-sql/pglite';
import { isInFront } from './in-front.ts';
import { createLine } from './one-at-a-time.ts';
import type { Session, Sessions, Statement } from './session.ts';
import { statementNames } from './statement-names.ts';
import { decode, encode, type Named, type Readers } from './wire.ts';

export function pgliteSessions(pglite: PGlite): Sessions {
  const nameOf = statementNames();
  const kept = new Set<string>();
  const readers = pglite.parsers as Readers;

  const withNames = (statements: readonly Statement[]): Named[] => {
    const sentNow = new Set<string>();
    return statements.map((statement) => {
      const name = nameOf(statement);
      if (name === undefined) return { ...statement, name, kept: false };
      const known = kept.has(name) || sentNow.has(name);
      sentNow.add(name);
      return { ...statement, name, kept: known };
    });
  };

  const send = async (statements: readonly Statement[]) => {
    const named = withNames(statements);
    const outcomes = decode(await pglite.execProtocolRaw(encode(named)), readers);
    for (const [at, { parsed }] of outcomes.entries()) {
      const name = named[at]?.name;
      if (parsed && name !== undefined) kept.add(name);
    }
    const failed = outcomes.find(({ error }) => error !== null);
    if (failed?.error) throw failed.error;
    return outcomes.map(({ answer }) => answer);
  };

  const line = createLine();
  return {
    async acquire(): Promise<Session> {
      const release = await line.enter(isInFront());
      return { send, release };
    },
    end: async () => {
      if (!pglite.closed) await pglite.close();
    },
  };
}
