/** Whether a meeting needs somebody's agreement, and whether it has it. Pure. */
import type { MeetingApproval } from './meeting-record.ts';
import { toIso } from './moments.ts';
import type { Contact, Profile } from './profile.ts';

const HOUR_MS = 60 * 60 * 1000;
/** So long in opening hours an approver has before silence climbs; less where the crew has to begin before. */
const ANSWER_WITHIN_MS = 2 * HOUR_MS;
const AT_LEAST_MS = HOUR_MS / 6;

/** Whose agreement a booking of the room needs; null where nobody's. */
export function roomApprover({ rooms }: Pick<Profile, 'rooms'>, room: string): Contact | null {
  return rooms.find(({ id }) => id === room)?.approver ?? null;
}

/** Asked now. `opens` is when the crew is at work next, `begins` when it has to begin; all in epoch milliseconds. */
export function askApproval(
  approver: Contact,
  { now, opens, begins, zone }: { now: number; opens: number; begins: number; zone: string },
): MeetingApproval {
  const due = Math.max(now + AT_LEAST_MS, Math.min(begins, opens + ANSWER_WITHIN_MS));
  return {
    approver: approver.name,
    askedAt: toIso(now, zone),
    due: toIso(due, zone),
    decision: null,
    by: null,
    at: null,
  };
}

export function isAwaited({ approval }: { approval: MeetingApproval | null }): boolean {
  return approval !== null && approval.decision === null;
}
