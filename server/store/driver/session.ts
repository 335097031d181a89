/** What the driver asks of a database: connections that take several statements in one go. */

export interface Statement {
  sql: string;
  parameters: readonly unknown[];
}

export interface Answer {
  /** The first word of the statement as the database names it: `SELECT`, `INSERT`, `COMMIT` … */
  command: string;
  /** Rows given, or changed. */
  count: number;
  rows: unknown[];
}

/** One connection. */
export interface Session {
  /**
   * Sends the statements together and gives their answers in order. Throws the error of the first that fails; inside a
   * transaction nothing after it was carried out.
   */
  send(statements: readonly Statement[]): Promise<Answer[]>;
  /** `broken`: it is in a state that nobody knows, and must not be used again. */
  release(broken: boolean): void;
}

export interface Sessions {
  acquire(): Promise<Session>;
  end(): Promise<void>;
}
