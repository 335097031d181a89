/**
 * The query builder's driver, for both databases. What a transaction can say in one breath it sends in one: `begin` goes
 * with the first statement, and writes that were put off (`later`) with the next one or with `commit`.
 */
import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { isForLater } from './later.ts';
import type { Answer, Session, Sessions, Statement } from './session.ts';

export class DeskDriver implements Driver {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new Connection(await this.#sessions.acquire());
  }

  async beginTransaction(connection: Connection, settings: TransactionSettings): Promise<void> {
    connection.begin(settings);
  }

  async commitTransaction(connection: Connection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    await connection.rollback();
  }

  async releaseConnection(connection: Connection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    await this.#sessions.end();
  }
}

const COMMIT: Statement = CompiledQuery.raw('commit');
const ROLLBACK: Statement = CompiledQuery.raw('rollback');

class Connection implements DatabaseConnection {
  readonly #session: Session;
  /** Put off; empty outside of transactions. */
  #waiting: Statement[] = [];
  #inTransaction = false;
  /** Whether the database knows of the transaction. */
  #begun = false;
  #broken = false;

  constructor(session: Session) {
    this.#session = session;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#inTransaction && isForLater(query)) {
      this.#waiting.push(query);
      return { rows: [] };
    }
    const { command, count, rows } = await this.#send(query);
    const changes =
      command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
    return { rows: rows as R[], ...(changes ? { numAffectedRows: BigInt(count) } : {}) };
  }

  begin({ isolationLevel, accessMode }: TransactionSettings): void {
    const words = ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode];
    this.#waiting = [CompiledQuery.raw(words.filter(Boolean).join(' '))];
    this.#inTransaction = true;
    this.#begun = false;
  }

  async commit(): Promise<void> {
    const nothingWritten = !this.#begun && this.#waiting.length === 1;
    if (!nothingWritten) {
      const { command } = await this.#send(COMMIT);
      // What failed before without anybody minding makes the database roll back, and call it a success.
      if (command === 'ROLLBACK') throw new AbortedTransactionError();
    }
    this.#end();
  }

  async rollback(): Promise<void> {
    this.#waiting = [];
    try {
      if (this.#begun) await this.#send(ROLLBACK);
    } catch (error) {
      this.#broken = true;
      throw error;
    } finally {
      this.#end();
    }
  }

  release(): void {
    this.#session.release(this.#broken);
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it; the desk has no result too large to hold.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('results are not streamed');
  }

  async #send(statement: Statement): Promise<Answer> {
    const statements = [...this.#waiting, statement];
    this.#waiting = [];
    this.#begun = this.#inTransaction;
    const answers = await this.#session.send(statements);
    const answer = answers.at(-1);
    if (!answer) throw new Error('a statement got no answer');
    return answer;
  }

  #end(): void {
    this.#waiting = [];
    this.#inTransaction = false;
    this.#begun = false;
  }
}
