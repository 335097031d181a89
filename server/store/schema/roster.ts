/** Tables of the roster, as TypeScript sees them. A change here comes with a migration (server/store/migrations/). */
import type { ColumnType, Generated } from 'kysely';

/** A day without a time; read as text by the queries, so that no zone moves it. */
type Day = ColumnType<string, string, string>;

export interface RosterDutyTable {
  day: Day;
  team: string;
  /** Empty: the whole day. */
  shift: string;
  person: string;
  phone: string;
  changed_by: string;
  changed_at: Date;
}

export interface RosterLeaveTable {
  id: Generated<number>;
  person: string;
  first_day: Day;
  last_day: Day;
  substitute: string;
  changed_by: string;
  changed_at: Date;
}
