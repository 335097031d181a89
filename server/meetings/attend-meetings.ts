/** Says what a meeting's crew has not done in time; called from time to time, by as many replicas as there are. */

import { type MeetingEntry, type MeetingState, meetingRecord } from '../desk/meeting-state.ts';
import { type Attention, attend } from '../desk/meeting-watch.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { lockWatched } from '../store/meeting-tasks.ts';
import { saveMeeting } from '../store/meetings.ts';
import { inTransaction } from '../store/transaction.ts';
import { crewOf } from './crew-of.ts';

export const MEETINGS_AT_ONCE = 50;

/** Gives how many meetings were attended to: where there are `MEETINGS_AT_ONCE`, there may be more. */
export function attendMeetings(db: Db, context: DeskContext): Promise<number> {
  return inTransaction(db, async (trx) => {
    const now = context.now();
    const watched = await lockWatched(trx, now, MEETINGS_AT_ONCE);
    for (const { id, meeting: before, history, address } of watched) {
      const { meeting, attention } = attend(before, now);
      const entries = attention.map((one): MeetingEntry => entryOf(context, before, one, now));
      await saveMeeting(trx, id, meeting, ...entries);
      const record = meetingRecord(meeting, [...history, ...entries], context.zone);
      await context.tell(
        trx,
        entries.map(({ action, detail }) => ({
          subject: 'meeting' as const,
          action: action as Attention['kind'],
          actor: 'system',
          byRequester: false,
          detail,
          meeting: record,
          address,
        })),
      );
    }
    return watched.length;
  });
}

/** Who is asked at this step: the crew and who has the task, its lead, and whoever is on duty while it is away. */
function entryOf({ profile }: DeskContext, meeting: MeetingState, one: Attention, now: number): MeetingEntry {
  const { team, isOpen, duty } = crewOf(profile, meeting);
  const lead = team.members.find(({ id }) => id === team.lead);
  const onCall = isOpen(now) ? null : duty(now);
  if (one.kind === 'finish') return { at: now, actor: 'system', action: 'finish', detail: {} };
  const detail = {
    level: one.level,
    team: team.name,
    ...(one.level > 1 && lead ? { lead: reachOf(lead) } : {}),
    ...(onCall ? { duty: reachOf(onCall) } : {}),
    ...(one.kind === 'task_late'
      ? { task: one.task.id, ...(one.task.assignee ? { assignee: one.task.assignee } : {}) }
      : {}),
  };
  return { at: now, actor: 'system', action: one.kind, detail };
}

function reachOf({ name, phone }: { name: string; phone?: string | undefined }): string {
  return phone ? `${name} ${phone}` : name;
}
