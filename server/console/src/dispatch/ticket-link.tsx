import { Button } from 'antd';
import { usePage } from '../ui/page-context.tsx';
import type { TicketFacts } from './dispatch-api.ts';

/** A ticket by its number and title; pressed, it opens at the side. */
export function TicketLink({ ticket }: { ticket: Pick<TicketFacts, 'number' | 'title' | 'place'> }) {
  const { openTicket } = usePage();
  const { number, title, place } = ticket;
  return (
    <span className="ticket-link">
      <Button type="link" size="small" onClick={() => openTicket(number)}>
        {number}
      </Button>
      <span>
        {title}
        {place && !title.includes(place) ? `（${place}）` : ''}
      </span>
    </span>
  );
}
