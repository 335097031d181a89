/** One line for the group where a change of the card alone would be missed. */
import type { DispatchTicket } from '../../bot/desk.ts';
import { momentWords, spanWords } from '../../bot/moment-words.ts';
import { equipmentWords } from '../parts/card-fields.ts';
import { type Compared, differenceWords } from '../parts/meeting-difference.ts';
import { TEXTS } from '../texts/index.ts';
import { type CrewMeeting, placeOf, taskName } from './meeting-card.ts';
import type { DispatchScene } from './ticket-card.ts';

export interface TicketChange {
  action: string;
  actor: string;
  byRequester: boolean;
  detail: Record<string, unknown>;
  ticket: DispatchTicket & {
    rating?: { score: number; text?: string | undefined; reasons?: string[] | undefined } | undefined;
  };
}

export interface MeetingChange {
  action: string;
  detail: Record<string, unknown>;
  meeting: CrewMeeting;
  /** Who is on duty, where something has to be done before the crew is at work again. */
  duty?: string | undefined;
}

const said = (change: TicketChange, name: string): string => {
  const value = change.detail[name];
  return typeof value === 'string' ? value : '';
};

/** What the requester did; null where the card says enough. Missed targets are told by the ladder (alerts.ts). */
export function groupLine(change: TicketChange): string | null {
  const { line } = TEXTS.zh.dispatch;
  const { ticket, action } = change;
  const { number } = ticket;
  if (action === 'rated') {
    const score = ticket.rating?.score ?? 5;
    const why = [...(ticket.rating?.reasons ?? []), ticket.rating?.text ?? ''].filter(Boolean).join('；');
    return score <= 2 ? line.low(number, score, why) : null;
  }
  if (action === 'vendor_answer')
    return TEXTS.zh.dispatch.vendor.answered(said(change, 'vendor'), number, said(change, 'text'));
  if (!change.byRequester) return null;
  const who = requesterWords(ticket);
  switch (action) {
    case 'urge':
      return line.urge(number, who);
    case 'comment':
      return line.comment(number, who, said(change, 'text'));
    case 'updated':
      return line.updated(number, who, said(change, 'text'));
    case 'reopen':
      return line.reopen(number, who, said(change, 'reason'));
    case 'cancel':
      return line.cancel(number, who);
    case 'escalate':
      return line.escalate(number, who, said(change, 'reason'));
    default:
      return null;
  }
}

/** Who has no name is known by where they are and how they are reached. */
function requesterWords({ requester, contact, location }: TicketChange['ticket']): string {
  const { name, department } = requester;
  if (name ?? department) return name ?? department ?? '';
  const [place, phone] = [location?.text, requester.phone ?? contact?.phone];
  if (place && phone) return `${place}（${phone}）`;
  return place ?? phone ?? TEXTS.zh.dispatch.line.someone;
}

export function meetingLine(change: MeetingChange, scene: DispatchScene): string | null {
  const { line } = TEXTS.zh.dispatch;
  const { number, title, start, end } = change.meeting;
  const room = placeOf(change.meeting);
  const when = spanWords(start, end, scene.now, scene.zone, 'zh');
  const atOnce = change.duty ? [line.meetingAtOnce(change.duty)] : [];
  const { approval } = change.meeting;
  const awaits = approval !== null && approval.decision === null;
  const approver = awaits ? [line.meetingApprover(approval.approver)] : [];
  const needs = [...needsOf(change), ...approver, ...atOnce];
  if (change.action === 'created')
    return [line.meetingNew(number, when, room, title), ...needs, ...askedOf(change)].join('\n');
  if (change.action === 'change') return changedLines(change, scene, [...approver, ...atOnce]).join('\n');
  if (change.action === 'rate') return ratedLine(change);
  if (change.action === 'unapproved') return unapprovedLine(change, room);
  if (change.action === 'unconfirmed')
    return line.meetingUnconfirmed(number, when, room, whomToReach(change));
  if (change.action === 'task_late') {
    const task = change.meeting.tasks.find(({ id }) => id === change.detail.task);
    const due = task ? momentWords(task.due, scene.now, scene.zone, 'zh') : '';
    return task ? line.meetingTaskLate(number, taskName(task), due, whomToReach(change)) : null;
  }
  return change.action === 'cancel' || change.action === 'refuse' ? line.meetingCancelled(number) : null;
}

/** What is different, old and new; who lays it out confirms again where there is something to confirm. */
function changedLines(change: MeetingChange, scene: DispatchScene, more: string[]): string[] {
  const { meeting, detail } = change;
  const { line } = TEXTS.zh.dispatch;
  const { number, start, end, confirmBy } = meeting;
  const was = (detail.was ?? {}) as Partial<Compared>;
  const changed = differenceWords({ ...meeting, ...was }, meeting, { ...scene, language: 'zh' });
  const when = spanWords(start, end, scene.now, scene.zone, 'zh');
  const lead = line.meetingChanged(number, when, placeOf(meeting), changed);
  return confirmBy === null ? [lead] : [lead, ...more, ...askedOf(change)];
}

/** Nothing is confirmed before whoever has a say in the room has agreed. */
function askedOf({ meeting: { number, approval } }: MeetingChange): string[] {
  const isAwaited = approval !== null && approval.decision === null;
  return isAwaited ? [] : [TEXTS.zh.dispatch.line.meetingConfirm(number)];
}

/** Who is asked at this step: whoever has it, the lead where the crew was silent, the one on duty while it is away. */
function whomToReach({ detail }: MeetingChange): string {
  const { line } = TEXTS.zh.dispatch;
  const said = (name: string) => saidIn({ detail }, name);
  const who = said('assignee') || said('team');
  const isLead = who !== '' && said('lead').startsWith(who);
  const people = [isLead ? '' : who, said('duty') && line.onDuty(said('duty')), said('lead')];
  return people.filter(Boolean).join('、');
}

/** A low rating is called back; the words come after the score. */
function ratedLine({ meeting, detail }: MeetingChange): string | null {
  const { score, text } = detail;
  if (typeof score !== 'number' || score > 2) return null;
  return TEXTS.zh.dispatch.line.meetingRated(meeting.number, score, typeof text === 'string' ? text : '');
}

/** The first time only whoever has the say is asked again; then their silence is told. */
function unapprovedLine(change: MeetingChange, room: string): string | null {
  const { number, approval } = change.meeting;
  if (change.detail.level === 1 || approval === null) return null;
  return TEXTS.zh.dispatch.meetingApproval.silent(number, room, approval.approver, saidIn(change, 'lead'));
}

function saidIn({ detail }: Pick<MeetingChange, 'detail'>, name: string): string {
  const value = detail[name];
  return typeof value === 'string' ? value : '';
}

/** What has to be laid out. */
function needsOf({ meeting }: MeetingChange): string[] {
  const { dispatch, layouts } = TEXTS.zh;
  const { line } = dispatch;
  const known: Record<string, string> = layouts;
  const { attendees, layout } = meeting;
  const laid = [
    attendees === null ? '' : line.meetingPeople(attendees),
    layout ? (known[layout] ?? layout) : '',
    equipmentWords(TEXTS.zh, meeting.equipment, meeting.quantities),
  ].filter(Boolean);
  return laid.length > 0 ? [laid.join('，')] : [];
}
