import { nameIn } from '../desk-names.ts';
import type { Ticket } from '../shapes.ts';
import { dueWords } from '../texts/wording.ts';
import { usePage } from '../ui/page-context.tsx';
import { dueOf } from './time-left.ts';

/** How much time is left for the answer or the mend, in words and colour. */
export function DueMark({ ticket, now }: { ticket: Ticket; now: number }) {
  const page = usePage();
  const due = dueOf(ticket, now);
  if (due.state === 'done') return null;
  const target = due.target === 'respond' ? page.texts.time.respond : page.texts.time.resolve;
  return (
    <span className={`due due-${due.state}`}>
      <b>{dueWords(due, now, page)}</b>
      {due.state !== 'paused' && due.by !== null && <small>{target}</small>}
    </span>
  );
}

function Marks({ ticket }: { ticket: Ticket }) {
  const { texts } = usePage();
  const level = ticket.escalation?.level ?? 0;
  return (
    <>
      {ticket.urgency !== 'normal' && (
        <span className={`mark urgency-${ticket.urgency}`}>{texts.urgency[ticket.urgency]}</span>
      )}
      {ticket.requester.vip && <span className="mark mark-vip">{texts.board.vip}</span>}
      {level > 0 && <span className="mark mark-level">{texts.board.level(level)}</span>}
    </>
  );
}

const FRESH_MS = 60_000;

/** Changed a moment ago: worth a glance on a board that changes by itself. */
const isFresh = (ticket: Ticket, now: number): boolean => now - Date.parse(ticket.updatedAt) < FRESH_MS;

/** One ticket on the board: what and how urgent, then which, where, whose, who is on it. */
export function TicketRow({ ticket, now }: { ticket: Ticket; now: number }) {
  const { texts, desk, openTicket } = usePage();
  const who = ticket.requester.name ?? ticket.requester.id;
  const crew = ticket.assignee ?? ticket.vendor ?? ticket.team;
  return (
    <li>
      <button
        type="button"
        className={`ticket urgency-${ticket.urgency}${isFresh(ticket, now) ? ' fresh' : ''}`}
        aria-label={`${ticket.number} ${ticket.title}`}
        onClick={() => openTicket(ticket.number)}
      >
        <span className="ticket-head">
          <span className="ticket-title">{ticket.title}</span>
          <Marks ticket={ticket} />
        </span>
        <span className="ticket-meta">
          <span className="number">{ticket.number}</span>
          <span>{texts.category[ticket.category]}</span>
          {ticket.location && <span>{ticket.location.text}</span>}
          <span>{ticket.requester.department ? `${who}（${ticket.requester.department}）` : who}</span>
          <span className={crew ? 'crew' : 'crew none'}>
            → {crew ? nameIn(desk, crew) : texts.board.unassigned}
          </span>
        </span>
        <DueMark ticket={ticket} now={now} />
      </button>
    </li>
  );
}
