/** What nobody has taken yet, as a dispatch group is told it. */
import type { DispatchTicket } from '../../bot/desk.ts';
import { momentWords } from '../../bot/moment-words.ts';
import { TEXTS } from '../texts/index.ts';
import type { DispatchScene } from './ticket-card.ts';

/** `tickets` are the most urgent of `count`, in this order. */
export function waitingList(tickets: readonly DispatchTicket[], count: number, scene: DispatchScene): string {
  const { waiting } = TEXTS[scene.language].dispatch;
  if (tickets.length === 0) return waiting.none;
  const lines = tickets.map((ticket) => waitingLine(ticket, scene));
  return [waiting.lead(count, tickets.length), ...lines].join('\n');
}

function waitingLine(ticket: DispatchTicket, scene: DispatchScene): string {
  const { dispatch, urgencies } = TEXTS[scene.language];
  const { respondBy, respondedAt, breached } = ticket.sla;
  const place = ticket.location?.text;
  const facts = [
    ticket.urgency === 'normal' ? '' : urgencies[ticket.urgency],
    place && !ticket.title.includes(place) ? place : '',
    ticket.assignee ?? ticket.team ?? '',
    respondBy && !respondedAt
      ? dispatch.waiting.respondBy(momentWords(respondBy, scene.now, scene.zone, scene.language))
      : '',
    breached.length > 0 ? dispatch.waiting.overdue : '',
  ].filter(Boolean);
  return `· ${ticket.number} ${ticket.title}（${facts.join('，')}）`;
}
