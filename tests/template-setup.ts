/** Before a run: the database that every test's own begins as. */
import { makeTemplate } from './support/template.ts';

export default async function setup(): Promise<() => Promise<void>> {
  return makeTemplate();
}
