import { api } from '../api.ts';
import { DueMark } from '../board/ticket-row.tsx';
import { KEYS } from '../live/affected-keys.ts';
import type { Ticket } from '../shapes.ts';
import { Attached } from '../ui/attached.tsx';
import { useNow, usePage } from '../ui/page-context.tsx';
import { RecordDrawer } from '../ui/record-drawer.tsx';
import { RecordHistory } from './record-history.tsx';
import { TicketActions } from './ticket-actions.tsx';
import { FactGrid, outcomeFacts, requestFacts, Targets } from './ticket-facts.tsx';

/** What a browser shows as a picture; while its size is not known it has not been fetched yet. */
const SHOWN = /^image\/(?:png|jpeg|gif|webp|bmp)$/;

function Attachments({ ticket }: { ticket: Ticket }) {
  const { texts } = usePage();
  if (!ticket.attachments?.length) return null;
  const files = ticket.attachments.map(({ id, name, type = '', size = 0 }) => ({
    id,
    name,
    type,
    size,
    kind: SHOWN.test(type) && size > 0 ? ('image' as const) : ('file' as const),
    url: `/api/attachments/${encodeURIComponent(id)}`,
  }));
  return (
    <section>
      <h4>{texts.ticket.attachments}</h4>
      <Attached files={files} />
    </section>
  );
}

function Head({ ticket }: { ticket: Ticket }) {
  const { texts } = usePage();
  const now = useNow();
  return (
    <div className="ticket-top">
      <h3>{ticket.title}</h3>
      <p>
        <span className={`mark status-${ticket.status}`}>{texts.status[ticket.status]}</span>
        <span className={`mark urgency-${ticket.urgency}`}>{texts.urgency[ticket.urgency]}</span>
        {ticket.requester.vip && <span className="mark mark-vip">{texts.board.vip}</span>}
        <span>
          {texts.kind[ticket.kind]} · {texts.category[ticket.category]} · {texts.ticket.priority}{' '}
          {ticket.priority}
        </span>
        <DueMark ticket={ticket} now={now} />
      </p>
    </div>
  );
}

function Body({ ticket, me }: { ticket: Ticket; me: string | undefined }) {
  const page = usePage();
  const now = useNow(60_000);
  const labels = page.texts.ticket;
  return (
    <div className="ticket-detail">
      <Head ticket={ticket} />
      <TicketActions key={ticket.number} ticket={ticket} me={me} />
      <Targets ticket={ticket} />
      {ticket.description && ticket.description !== ticket.title && (
        <section>
          <h4>{labels.description}</h4>
          <p className="description">{ticket.description}</p>
        </section>
      )}
      <FactGrid oneColumn facts={outcomeFacts(ticket, page, now)} />
      <section>
        <h4>{labels.facts}</h4>
        <FactGrid facts={requestFacts(ticket, page, now)} />
      </section>
      <Attachments ticket={ticket} />
      <section>
        <h4>{labels.history}</h4>
        <RecordHistory record={ticket} />
      </section>
    </div>
  );
}

/** A ticket with everything that is known of it, at the side of the page. */
export default function TicketDrawer(props: { number: string; me: string | undefined; onClose: () => void }) {
  const { texts } = usePage();
  const { number, me, onClose } = props;
  return (
    <RecordDrawer
      title={texts.ticket.drawer(number)}
      notFound={texts.ticket.notFound}
      queryKey={KEYS.ticket(number)}
      read={(signal) => api.ticket(number, signal)}
      onClose={onClose}
    >
      {(ticket) => <Body key={number} ticket={ticket} me={me} />}
    </RecordDrawer>
  );
}
