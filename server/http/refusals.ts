/** Refusals of the desk as problems. */
import { allowedMeetingActions } from '../desk/meeting.ts';
import { allowedActions } from '../desk/ticket.ts';
import { ContractAction } from '../desk/ticket-actions.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import type { ActOnMeetingResult } from '../meetings/act-on-meeting.ts';
import type { RoomTaken } from '../meetings/check-room.ts';
import { ProblemError } from '../problems.ts';
import type { ActOnTicketResult } from '../tickets/act-on-ticket.ts';

type TicketRefusal = Extract<ActOnTicketResult, { ok: false }>;

const OVER_HTTP = new Set<string>(ContractAction.options.map((option) => option.shape.action.value));

/** `now`: epoch milliseconds. */
export function ticketRefused(
  number: string,
  action: string,
  refusal: TicketRefusal,
  now: number,
): ProblemError {
  if (refusal.reason === 'not_found') return noSuchTicket(number);
  const { ticket } = refusal;
  const allowed = allowedOf(ticket, now);
  const members = { number, ticketStatus: ticket.status, version: ticket.version, allowed };
  if (refusal.reason === 'stale')
    return new ProblemError('stale', {
      detail: `工单 ${number} 已是第 ${ticket.version} 版（${ticket.status}），请重新读取后再操作。`,
      members,
    });
  const can = allowed.length > 0 ? `现在可以：${allowed.join('、')}` : '不能再操作';
  return new ProblemError('not_allowed', {
    detail: `工单 ${number} 现在是 ${ticket.status}${takenBy(ticket)}，不能 ${action}；${can}。`,
    members,
  });
}

export function noSuchTicket(number: string): ProblemError {
  return new ProblemError('not_found', { detail: `没有工单 ${number.slice(0, 50)}。` });
}

/** Whoever comes second is told who took it. */
function takenBy({ status, assignee, history }: Ticket): string {
  const taken = history.findLast(({ action }) => action === 'accept');
  if (status !== 'accepted' || taken === undefined) return assignee === null ? '' : `（处理人：${assignee}）`;
  return `（已由 ${assignee ?? taken.actor} 接单）`;
}

function allowedOf(ticket: Ticket, now: number): string[] {
  const closed = ticket.history.findLast(({ action }) => action === 'close' || action === 'cancel');
  const position = {
    status: ticket.status,
    hold: null,
    closedAt: closed === undefined ? null : Date.parse(closed.at),
  };
  return allowedActions(position, now).filter((action) => OVER_HTTP.has(action));
}

type MeetingRefusal = Extract<ActOnMeetingResult, { ok: false }>;

export function meetingRefused(number: string, action: string, refusal: MeetingRefusal): ProblemError {
  if (refusal.reason === 'not_found') return noSuchMeeting(number);
  if (refusal.reason === 'room_taken') return roomTaken(refusal);
  if (refusal.reason === 'end_before_start')
    return new ProblemError('invalid', { errors: [{ path: 'end', message: 'after the start' }] });
  const { status, version, tasks } = refusal.meeting;
  if (refusal.reason === 'no_such_task') {
    const message = `one of ${tasks.map(({ id }) => id).join(', ') || 'none: this meeting has no tasks'}`;
    return new ProblemError('invalid', { errors: [{ path: 'task', message }] });
  }
  const allowed = allowedMeetingActions(status);
  const members = { number, meetingStatus: status, version, allowed };
  if (refusal.reason === 'stale') {
    const detail = `会议 ${number} 已是第 ${version} 版（${status}），请重新读取后再操作。`;
    return new ProblemError('stale', { detail, members });
  }
  const can = allowed.length > 0 ? `现在可以：${allowed.join('、')}` : '不能再操作';
  const detail = `会议 ${number} 现在是 ${status}，不能这样 ${action}；${can}。`;
  return new ProblemError('not_allowed', { detail, members });
}

export function noSuchMeeting(number: string): ProblemError {
  return new ProblemError('not_found', { detail: `没有会议 ${number.slice(0, 50)}。` });
}

export function roomTaken({ conflicts, alternatives }: RoomTaken): ProblemError {
  const taken = conflicts.map(({ number, room, start, end }) => `${room} ${start} 至 ${end}（${number}）`);
  return new ProblemError('room_taken', {
    detail: `会议室已被占用：${taken.join('；')}。`,
    members: { conflicts, alternatives },
  });
}
