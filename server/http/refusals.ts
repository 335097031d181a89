/** Refusals of the desk as problems. */
import type { RoomTrouble } from '../../bot/desk.ts';
import { allowedMeetingActions } from '../desk/meeting.ts';
import { allowedActions } from '../desk/ticket.ts';
import { ContractAction } from '../desk/ticket-actions.ts';
import type { Ticket } from '../desk/ticket-record.ts';
import type { ActOnMeetingResult } from '../meetings/act-on-meeting.ts';
import type { BookMeetingResult } from '../meetings/book-meeting.ts';
import type { RoomRefusal } from '../meetings/check-room.ts';
import type { TimeFault } from '../meetings/time-fault.ts';
import { ProblemError } from '../problems.ts';
import type { ActOnTicketResult } from '../tickets/act-on-ticket.ts';
import type { ReceiverFault } from '../tickets/check-receiver.ts';

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
  if (refusal.reason === 'no_receiver') return noReceiver(number, refusal.fault);
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

function noReceiver(number: string, { field, said }: ReceiverFault): ProblemError {
  const why = field === 'vendor' ? '没有这个厂商' : '已经离开';
  const message = field === 'vendor' ? 'a vendor of the profile' : 'somebody who has not left';
  return new ProblemError('invalid', {
    detail: `工单 ${number} 没有动：${said} ${why}。`,
    errors: [{ path: field, message }],
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
    vendor: ticket.vendor,
    closedAt: closed === undefined ? null : Date.parse(closed.at),
  };
  return allowedActions(position, now).filter((action) => OVER_HTTP.has(action));
}

type MeetingRefusal = Extract<ActOnMeetingResult, { ok: false }>;

export function meetingRefused(number: string, action: string, refusal: MeetingRefusal): ProblemError {
  if (refusal.reason === 'not_found') return noSuchMeeting(number);
  if (refusal.reason === 'room') return roomRefused(refusal);
  if (refusal.reason === 'bad_time') return badTime(refusal.fault);
  if (refusal.reason === 'end_before_start') return badTime('end_before_start');
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
  if (refusal.reason === 'not_approved') {
    const detail = `会议 ${number} 还要 ${refusal.meeting.approval?.approver ?? ''} 同意，之后才能 ${action}。`;
    return new ProblemError('not_allowed', { detail, members });
  }
  const can = allowed.length > 0 ? `现在可以：${allowed.join('、')}` : '不能再操作';
  const detail = `会议 ${number} 现在是 ${status}，不能这样 ${action}；${can}。`;
  return new ProblemError('not_allowed', { detail, members });
}

export function noSuchMeeting(number: string): ProblemError {
  return new ProblemError('not_found', { detail: `没有会议 ${number.slice(0, 50)}。` });
}

export function bookingRefused(refusal: Extract<BookMeetingResult, { ok: false }>): ProblemError {
  return refusal.reason === 'bad_time' ? badTime(refusal.fault) : roomRefused(refusal);
}

const TIME_FAULTS: Record<TimeFault, { path: string; message: string }> = {
  past: { path: 'end', message: 'in the future' },
  end_before_start: { path: 'end', message: 'after the start' },
  too_far: { path: 'start', message: 'within a year from now' },
};

function badTime(fault: TimeFault): ProblemError {
  return new ProblemError('invalid', { errors: [TIME_FAULTS[fault]] });
}

function roomRefused({ trouble, conflicts, alternatives }: RoomRefusal): ProblemError {
  const inTheWay = conflicts.map(({ number, room, start, end }) => `${room} ${start} 至 ${end}（${number}）`);
  if (trouble.reason === 'room_taken')
    return new ProblemError('room_taken', {
      detail: `会议室已被占用：${inTheWay.join('；')}。`,
      members: { conflicts, alternatives },
    });
  return new ProblemError('room_unfit', {
    detail: unfitWords(trouble),
    members: { ...trouble, conflicts, alternatives },
  });
}

function unfitWords(trouble: Exclude<RoomTrouble, { reason: 'room_taken' }>): string {
  switch (trouble.reason) {
    case 'room_closed':
      return '会议室该时段不开放。';
    case 'room_too_small':
      return `会议室按此布置最多容纳 ${trouble.capacity} 人。`;
    case 'room_reserved':
      return `会议室仅限 ${trouble.departments.join('、')} 预约。`;
    case 'equipment_short':
      return trouble.short
        .map(({ what, wanted, free }) => `${what} 需要 ${wanted}，该时段可用 ${free}`)
        .join('；')
        .concat('。');
  }
}
