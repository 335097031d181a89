/** Asks for the agreement that a meeting's room needs. */
import type { Address } from '../../bot/types.ts';
import { askApproval, roomApprover } from '../desk/meeting-approval.ts';
import { isOpen, type MeetingState } from '../desk/meeting-state.ts';
import { toIso } from '../desk/moments.ts';
import type { DeskContext } from '../desk-context.ts';
import { addressKey } from '../store/keys.ts';
import { crewOf } from './crew-of.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whoever asks for a room in which they have the say themselves (`address` is where they wrote) has agreed. */
export function withApproval(
  { profile, zone, now }: DeskContext,
  meeting: MeetingState,
  address: Address,
): MeetingState {
  const approver = roomApprover(profile, meeting.room);
  if (approver === null) return { ...meeting, approval: null };
  const at = now();
  const dues = meeting.tasks.filter(isOpen).map(({ due }) => due);
  const begins = Math.min(meeting.start, ...dues);
  const isLater = meeting.series !== null && meeting.series !== meeting.number;
  // Of meetings that come again the first stands for all; what is left of them is asked about the day before.
  const opens = isLater ? meeting.start - DAY_MS : crewOf(profile, meeting).nextOpening(at);
  const asked = askApproval(approver, { now: at, opens, begins, zone });
  const isOwn = approver.reach !== undefined && addressKey(approver.reach) === addressKey(address);
  const own = { decision: 'approved' as const, by: approver.name, at: toIso(at, zone) };
  return { ...meeting, approval: isOwn ? { ...asked, ...own } : asked, reminded: 0 };
}
