/** What one replica at a time does, and until when it has it. Moments in epoch milliseconds. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Taken where nobody has it, it has run out, or the holder has it already. False where another has it. */
export async function takeLease(
  db: Db,
  { name, holder, now, until }: { name: string; holder: string; now: number; until: number },
): Promise<boolean> {
  const { rows } = await sql`
    insert into lease (name, holder, until) values (${name}, ${holder}, ${new Date(until)})
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
    where lease.holder = excluded.holder or lease.until <= ${new Date(now)}
    returning name`.execute(db);
  return rows.length > 0;
}

/** Somebody else can take it at once. */
export async function dropLease(db: Db, name: string, holder: string): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
}
