/** One line for the group where a change of the card alone would be missed. */
import type { DispatchTicket } from '../../bot/desk.ts';
import { spanWords } from '../../bot/moment-words.ts';
import { equipmentWords } from '../parts/card-fields.ts';
import { TEXTS } from '../texts/index.ts';
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
  meeting: {
    number: string;
    title: string;
    start: string;
    end: string;
    room: string;
    location: { text: string };
    attendees: number | null;
    equipment: readonly string[];
    quantities: Readonly<Record<string, number>>;
    layout: string | null;
  };
  /** Whose agreement the room needs. */
  approver?: string | undefined;
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
  const needs = [...needsOf(change), ...(change.approver ? [line.meetingApprover(change.approver)] : [])];
  if (change.action === 'created')
    return [line.meetingNew(number, when, room, title), ...needs, line.meetingConfirm(number)].join('\n');
  if (change.action === 'change') return [line.meetingChanged(number, when, room), ...needs].join('\n');
  return change.action === 'cancel' ? line.meetingCancelled(number) : null;
}

/** The place as it was said, where it says more than the room's short name. */
function placeOf({ room, location }: MeetingChange['meeting']): string {
  return location.text.includes(room) ? location.text : room;
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
