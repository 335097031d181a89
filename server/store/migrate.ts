/** Brings a database to the newest schema. Kysely's migrator holds a lock, so replicas that start together migrate once. */
import { type Migration, Migrator } from 'kysely/migration';
import type { Db } from './database.ts';
import * as ground from './migrations/001-ground.ts';
import * as channels from './migrations/010-channels.ts';
import * as urged from './migrations/011-urged.ts';
import * as people from './migrations/017-people.ts';
import * as attachments from './migrations/018-attachments.ts';
import * as knowledge from './migrations/020-knowledge.ts';
import * as serviceLevels from './migrations/030-service-levels.ts';
import * as incidents from './migrations/031-incidents.ts';
import * as feeds from './migrations/032-feeds.ts';
import * as loads from './migrations/033-loads.ts';
import * as recurring from './migrations/034-recurring.ts';
import * as urges from './migrations/035-urges.ts';
import * as externalIds from './migrations/036-external-ids.ts';
import * as rooms from './migrations/040-rooms.ts';
import * as meetingCrews from './migrations/041-meeting-crews.ts';
import * as meetingSeries from './migrations/042-meeting-series.ts';
import * as filesOut from './migrations/050-files-out.ts';
import * as urging from './migrations/051-urging.ts';
import * as leases from './migrations/052-leases.ts';
import * as vendors from './migrations/060-vendors.ts';
import * as roster from './migrations/061-roster.ts';
import * as ticketSearch from './migrations/062-ticket-search.ts';
import * as oversight from './migrations/063-oversight.ts';
import * as roomTimes from './migrations/065-room-times.ts';
import * as meetingApprovals from './migrations/066-meeting-approvals.ts';

const migrations: Record<string, Migration> = {
  '001-ground': ground,
  '010-channels': channels,
  '011-urged': urged,
  '017-people': people,
  '018-attachments': attachments,
  '020-knowledge': knowledge,
  '030-service-levels': serviceLevels,
  '031-incidents': incidents,
  '032-feeds': feeds,
  '033-loads': loads,
  '034-recurring': recurring,
  '035-urges': urges,
  '036-external-ids': externalIds,
  '040-rooms': rooms,
  '041-meeting-crews': meetingCrews,
  '042-meeting-series': meetingSeries,
  '050-files-out': filesOut,
  '051-urging': urging,
  '052-leases': leases,
  '060-vendors': vendors,
  '061-roster': roster,
  '062-ticket-search': ticketSearch,
  '063-oversight': oversight,
  '065-room-times': roomTimes,
  '066-meeting-approvals': meetingApprovals,
};

/** Gives the names of the migrations that were carried out now. Throws with the name of one that failed. */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error');
  if (error) {
    throw new Error(
      `migration ${failed?.migrationName ?? ''} failed: ${String((error as Error).message ?? error)}`,
      {
        cause: error,
      },
    );
  }
  return (results ?? [])
    .filter((result) => result.status === 'Success')
    .map((result) => result.migrationName);
}
