/** Whether a transaction recorded what the workers have to do once it is committed: most leave nothing, and wake nobody. */
import type { Db } from './database.ts';

const leaving = new WeakSet<Db>();

export function leaveWork(trx: Db): void {
  leaving.add(trx);
}

export function hasLeftWork(trx: Db): boolean {
  return leaving.has(trx);
}
