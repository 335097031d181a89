import { type Kysely, sql } from 'kysely';

/** How often the same device of a place, asset or system was reported. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create index ticket_device_room on ticket (device, (location ->> 'room'), created_at)
     where kind = 'fault' and device is not null`,
  `create index ticket_asset on ticket (asset, created_at) where kind = 'fault' and asset is not null`,
];
