/** Tables of meetings and rooms, as TypeScript sees them. A change here comes with a migration (server/store/migrations/). */

import type { Generated } from 'kysely';
import type { Address, Location } from '../../../bot/types.ts';
import type { MeetingApproval, MeetingRating } from '../../desk/meeting-record.ts';
import type { Json, JsonDefault, JsonOrNull } from './columns.ts';
import type { HistoryTable, RequesterJson } from './tickets.ts';

export type MeetingStatus = 'requested' | 'confirmed' | 'in_progress' | 'done' | 'cancelled';

export interface MeetingHistoryTable extends HistoryTable {
  meeting_id: number;
}

export interface MeetingTaskJson {
  id: string;
  what: 'setup' | 'test' | 'standby' | 'teardown';
  due: string;
  assignee: string | null;
  doneAt: string | null;
  result?: string;
  backup?: string;
  items?: { item: string; ok: boolean; note?: string }[];
  reminded?: number;
}

export interface MeetingTable {
  id: Generated<number>;
  number: string;
  status: MeetingStatus;
  title: string;
  start_at: Date;
  end_at: Date;
  /** The room's canonical name: two ways of writing one room are the same value here. */
  room: string;
  /** The meeting with the time to prepare its room and to clear it. */
  block_from: Date;
  block_to: Date;
  location: Json<Location>;
  attendees: number | null;
  equipment: JsonDefault<string[]>;
  /** How many of a thing, where it is not one. */
  quantities: JsonDefault<Record<string, number>>;
  layout: string | null;
  requester: Json<RequesterJson>;
  requester_id: string;
  address: Json<Address>;
  notes: string | null;
  tasks: JsonDefault<MeetingTaskJson[]>;
  /** The number of the first, where it comes again. */
  series: string | null;
  /** An important meeting: two people, spare things, earlier tests. */
  assurance: Generated<boolean>;
  rating: JsonOrNull<MeetingRating>;
  used: JsonOrNull<Record<string, number>>;
  /** Null where the room needs nobody's agreement. */
  approval: JsonOrNull<MeetingApproval>;
  /** By when its crew has to confirm; null where nothing is waited for. */
  confirm_by: Date | null;
  reminded: Generated<number>;
  /** When somebody has to be reminded next. */
  watch_at: Date | null;
  created_at: Date;
  updated_at: Date;
  version: Generated<number>;
}

/** A room that somebody is about to book; it counts as taken until it expires. */
export interface RoomHoldTable {
  /** The key of the conversation that holds it: one room a conversation. */
  holder: string;
  room: string;
  start_at: Date;
  end_at: Date;
  block_from: Date;
  block_to: Date;
  equipment: Json<string[]>;
  quantities: Json<Record<string, number>>;
  expires_at: Date;
}
