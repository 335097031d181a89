/** The meetings of one room around a time are found by the room and when it is free again, without reading the others. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index meeting_room_block on meeting (room, block_to, block_from) where status <> 'cancelled'`.execute(
    db,
  );
}
