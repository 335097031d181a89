/**
 * PostgreSQL's wire protocol, as far as statements need it, for a database that takes and gives bytes.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
import { protocol } from '@electric-sql/pglite';
import type { Answer, Statement } from './session.ts';

const { serialize } = protocol;

export interface Named extends Statement {
  /** Under which it is kept; undefined where it is said once. */
  name: string | undefined;
  /** The database has it under that name already. */
  kept: boolean;
}

/** The statements as one message, each with an end of its own, so that each gets its own answer. */
export function encode(statements: readonly Named[]): Uint8Array {
  return Buffer.concat(
    statements.flatMap(({ sql, parameters, name = '', kept }) => [
      ...(kept ? [] : [serialize.parse({ name, text: sql })]),
      serialize.bind({ statement: name, values: parameters.map(textOf) }),
      serialize.describe({ type: 'P' }),
      serialize.execute(),
      serialize.sync(),
    ]),
  );
}

/** A parameter as PostgreSQL reads it; what has no one way to be written is a mistake of the caller. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (value instanceof Date) return value.toISOString();
  throw new TypeError(`no parameter of a statement: ${typeof value}`);
}

export interface Outcome {
  answer: Answer;
  error: Error | null;
  /** The statement was read, and is known by its name from now on. */
  parsed: boolean;
}

/** Reads a value by its column's type. */
export type Readers = Readonly<Record<number, ((text: string) => unknown) | undefined>>;

/** What became of each statement, in order. */
export function decode(bytes: Uint8Array, readers: Readers): Outcome[] {
  const outcomes: Outcome[] = [];
  let current = nothingYet();
  let columns: { name: string; read: ((text: string) => unknown) | undefined }[] = [];
  new protocol.Parser().parse(bytes, (message) => {
    switch (message.name) {
      case 'parseComplete':
        current.parsed = true;
        break;
      case 'rowDescription':
        columns = (message as RowDescription).fields.map(({ name, dataTypeID }) => ({
          name,
          read: readers[dataTypeID],
        }));
        break;
      case 'dataRow':
        current.answer.rows.push(rowOf((message as DataRow).fields, columns));
        break;
      case 'commandComplete':
        Object.assign(current.answer, tagOf((message as CommandComplete).text));
        break;
      case 'error':
        current.error = message as unknown as Error;
        break;
      case 'readyForQuery':
        outcomes.push(current);
        current = nothingYet();
        columns = [];
        break;
    }
  });
  return outcomes;
}

type RowDescription = InstanceType<typeof protocol.messages.RowDescriptionMessage>;
type DataRow = InstanceType<typeof protocol.messages.DataRowMessage>;
type CommandComplete = InstanceType<typeof protocol.messages.CommandCompleteMessage>;

function nothingYet(): Outcome {
  return { answer: { command: '', count: 0, rows: [] }, error: null, parsed: false };
}

function rowOf(
  fields: readonly (string | null)[],
  columns: readonly { name: string; read: ((text: string) => unknown) | undefined }[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [at, { name, read }] of columns.entries()) {
    const text = fields[at] ?? null;
    row[name] = text === null || read === undefined ? text : read(text);
  }
  return row;
}

/** `INSERT 0 1`, `UPDATE 3`, `BEGIN`: the command, and how many rows at the end where there are any. */
function tagOf(tag: string): Pick<Answer, 'command' | 'count'> {
  const words = tag.split(' ');
  const count = Number(words.at(-1));
  return { command: words[0] ?? '', count: Number.isInteger(count) ? count : 0 };
}
