/** What goes before others that wait for the one connection to an embedded database: somebody waits to be acknowledged. */
import { AsyncLocalStorage } from 'node:async_hooks';

const inFront = new AsyncLocalStorage<true>();

/** Whatever the task asks of the database goes before what others ask, as soon as the connection is free. */
export function goInFront<T>(task: () => Promise<T>): Promise<T> {
  return inFront.run(true, task);
}

export function isInFront(): boolean {
  return inFront.getStore() === true;
}
