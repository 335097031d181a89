/** Meetings between rows and what the rules see. */
import type { Insertable, Selectable } from 'kysely';
import type { Address } from '../../bot/types.ts';
import type { MeetingEntry, MeetingState } from '../desk/meeting-state.ts';
import { nextWatch } from '../desk/meeting-watch.ts';
import type { MeetingTable } from './schema/meetings.ts';

export type MeetingRow = Selectable<MeetingTable>;

export interface StoredMeeting {
  id: number;
  meeting: MeetingState;
  history: MeetingEntry[];
  /** Where the requester is told about it. */
  address: Address;
}

const iso = (at: number) => new Date(at).toISOString();

export function toMeeting(row: MeetingRow): MeetingState {
  const { number, status, title, room, location, attendees, equipment, quantities, layout } = row;
  const { requester, notes, version } = row;
  return {
    number,
    status,
    title,
    start: row.start_at.getTime(),
    end: row.end_at.getTime(),
    block: { start: row.block_from.getTime(), end: row.block_to.getTime() },
    room,
    location,
    attendees,
    equipment,
    quantities,
    layout,
    requester,
    notes,
    tasks: row.tasks.map((task) => ({
      ...task,
      due: Date.parse(task.due),
      doneAt: task.doneAt === null ? null : Date.parse(task.doneAt),
    })),
    series: row.series,
    assurance: row.assurance,
    approval: row.approval,
    used: row.used,
    rating: row.rating,
    confirmBy: row.confirm_by?.getTime() ?? null,
    reminded: row.reminded,
    createdAt: row.created_at.getTime(),
    updatedAt: row.updated_at.getTime(),
    version,
  };
}

/** Everything but the address; for inserting and for saving. */
export function toMeetingRow(meeting: MeetingState): Omit<Insertable<MeetingTable>, 'address'> {
  const { number, status, title, room, attendees, layout, notes, version } = meeting;
  const tasks = meeting.tasks.map((task) => ({
    ...task,
    due: iso(task.due),
    doneAt: task.doneAt === null ? null : iso(task.doneAt),
  }));
  const watchAt = nextWatch(meeting);
  return {
    number,
    status,
    title,
    start_at: new Date(meeting.start),
    end_at: new Date(meeting.end),
    block_from: new Date(meeting.block.start),
    block_to: new Date(meeting.block.end),
    room,
    location: JSON.stringify(meeting.location),
    attendees,
    equipment: JSON.stringify(meeting.equipment),
    quantities: JSON.stringify(meeting.quantities),
    layout,
    requester: JSON.stringify(meeting.requester),
    requester_id: meeting.requester.id,
    notes,
    tasks: JSON.stringify(tasks),
    series: meeting.series,
    assurance: meeting.assurance,
    rating: meeting.rating === null ? null : JSON.stringify(meeting.rating),
    used: meeting.used === null ? null : JSON.stringify(meeting.used),
    approval: meeting.approval === null ? null : JSON.stringify(meeting.approval),
    confirm_by: meeting.confirmBy === null ? null : new Date(meeting.confirmBy),
    reminded: meeting.reminded,
    watch_at: watchAt === null ? null : new Date(watchAt),
    created_at: new Date(meeting.createdAt),
    updated_at: new Date(meeting.updatedAt),
    version,
  };
}
