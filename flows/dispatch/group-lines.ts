/** One line for the group where a change of the card alone would be missed. */
import type { DispatchTicket } from '../../bot/desk.ts';
import { spanWords } from '../../bot/moment-words.ts';
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
  meeting: { number: string; title: string; start: string; end: string; room: string };
}

const said = (change: TicketChange, name: string): string => {
  const value = change.detail[name];
  return typeof value === 'string' ? value : '';
};

/** What the requester did, and targets that were missed; null where the card says enough. */
export function groupLine(change: TicketChange): string | null {
  const { line } = TEXTS.zh.dispatch;
  const { ticket, action } = change;
  const { number } = ticket;
  if (action === 'breached') {
    const who = ticket.assignee ?? ticket.team ?? '';
    return change.detail.target === 'resolve'
      ? line.resolveBreached(number, who)
      : line.respondBreached(number, who);
  }
  if (action === 'rated') {
    const score = ticket.rating?.score ?? 5;
    const why = [...(ticket.rating?.reasons ?? []), ticket.rating?.text ?? ''].filter(Boolean).join('；');
    return score <= 2 ? line.low(number, score, why) : null;
  }
  if (!change.byRequester) return null;
  const who = ticket.requester.name ?? ticket.requester.department ?? '用户';
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

export function meetingLine(change: MeetingChange, scene: DispatchScene): string | null {
  const { line } = TEXTS.zh.dispatch;
  const { number, title, start, end, room } = change.meeting;
  const when = spanWords(start, end, scene.now, scene.zone, 'zh');
  if (change.action === 'created') return line.meetingNew(number, when, room, title);
  if (change.action === 'change') return line.meetingChanged(number, when, room);
  return change.action === 'cancel' ? line.meetingCancelled(number) : null;
}
