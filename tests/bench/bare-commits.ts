/** What the driver and the database alone can do: one small row inserted and committed, again and again. */

import { sql } from 'kysely';
import type { OpenDatabase } from '../../server/store/database.ts';

/** Commits a second, by `parallel` loops beside each other. */
export async function bareCommits({ db }: OpenDatabase, parallel: number, seconds: number): Promise<number> {
  await sql`create table if not exists bare (id bigint generated always as identity primary key, body text not null)`.execute(
    db,
  );
  const body = 'x'.repeat(200);
  const started = performance.now();
  const until = started + seconds * 1000;
  let commits = 0;
  const loop = async () => {
    while (performance.now() < until) {
      await sql`insert into bare (body) values (${body})`.execute(db);
      commits += 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, loop));
  return commits / ((performance.now() - started) / 1000);
}
