import { Skeleton } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import type { Ticket } from '../shapes.ts';
import { OPEN_STATUSES, STATUSES } from '../shapes.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import { Trouble } from '../ui/trouble.tsx';
import type { Filters } from './board-filters.tsx';
import { BoardFilters } from './board-filters.tsx';
import type { Group } from './grouping.ts';
import { countOverdue, groupByStatus } from './grouping.ts';
import { TicketRow } from './ticket-row.tsx';
import { dueOf } from './time-left.ts';
import { useTickets } from './use-tickets.ts';

const TYPING_MS = 250;

/** `value` once it has rested for a moment: not every letter is a search. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), TYPING_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

function narrowed(groups: Group[], only: Filters['only'], now: number): Group[] {
  if (only === null) return groups;
  if (only !== 'overdue') return groups.filter((group) => group.status === only);
  const isOverdue = (ticket: Ticket) => dueOf(ticket, now).state === 'overdue';
  return groups.map((group) => ({ ...group, tickets: group.tickets.filter(isOverdue) }));
}

function StatusGroup({ group, now }: { group: Group; now: number }) {
  const { texts } = usePage();
  const id = `group-${group.status}`;
  return (
    <section className="status-group" aria-labelledby={id}>
      <h3 id={id} className="group-name">
        {texts.status[group.status]}
        <span className="group-count">{group.tickets.length}</span>
      </h3>
      <ul className="group-rows">
        {group.tickets.map((ticket) => (
          <TicketRow key={ticket.number} ticket={ticket} now={now} />
        ))}
      </ul>
    </section>
  );
}

/** The live board: every open ticket, or all, by status. */
export function TicketList({ everyMs }: { everyMs: number }) {
  const { texts } = usePage();
  const now = useNow();
  const [filters, setFilters] = useState<Filters>({ scope: 'open', q: '', only: null });
  const q = useRested(filters.q.trim());
  const wanted = filters.scope === 'open' ? OPEN_STATUSES : STATUSES;
  const board = useTickets(filters.scope === 'all', q, everyMs);
  const groups = groupByStatus(useDeferredValue(board.tickets), wanted, now);
  const shown = narrowed(groups, filters.only, now);
  const nothing = !board.loading && !board.error && shown.every(({ tickets }) => tickets.length === 0);
  const filtered = q !== '' || filters.only !== null;
  return (
    <>
      <BoardFilters
        filters={filters}
        onChange={setFilters}
        groups={groups}
        overdue={countOverdue(board.tickets, now)}
      />
      <div className="scroll">
        {board.error !== null && <Trouble error={board.error} retry={board.refresh} />}
        {board.loading && board.tickets.length === 0 && <Skeleton active paragraph={{ rows: 6 }} />}
        {nothing && (
          <Blank title={filtered ? texts.board.nothingFound : texts.board.empty}>
            {!filtered && <p>{texts.board.emptyHint}</p>}
          </Blank>
        )}
        {shown
          .filter(({ tickets }) => tickets.length > 0)
          .map((group) => (
            <StatusGroup key={group.status} group={group} now={now} />
          ))}
        {board.cutAt !== null && <p className="cut">{texts.board.more(board.cutAt)}</p>}
      </div>
    </>
  );
}
