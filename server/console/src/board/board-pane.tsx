import { Segmented, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { usePage } from '../ui/page-context.tsx';
import { Pane } from '../ui/pane.tsx';
import { useStoredState } from '../ui/stored-state.ts';
import { MeetingList } from './meeting-list.tsx';
import { TicketList } from './ticket-list.tsx';

const Calendar = lazy(() => import('../calendar/calendar.tsx'));

const VIEWS = ['tickets', 'meetings', 'calendar'] as const;
type View = (typeof VIEWS)[number];
const isView = (value: unknown): value is View => VIEWS.some((view) => view === value);

interface BoardPaneProps {
  hidden: boolean;
  everyMs: number;
  /** The engineer whose name stands under what is done here; undefined where nothing may be done. */
  me: string | undefined;
}

/** The middle pane: tickets, meetings in a list, or the calendar of the rooms. */
export function BoardPane({ hidden, everyMs, me }: BoardPaneProps) {
  const { texts } = usePage();
  const [shown, setShown] = useStoredState<View>('console.board', 'tickets', isView);
  return (
    <Pane
      name={texts.panes.board}
      className="pane-board"
      hidden={hidden}
      aside={
        <Segmented<View>
          size="small"
          value={shown}
          options={VIEWS.map((view) => ({ value: view, label: texts.board[view] }))}
          onChange={setShown}
        />
      }
    >
      {shown === 'tickets' && <TicketList everyMs={everyMs} />}
      {shown === 'meetings' && <MeetingList everyMs={everyMs} />}
      {shown === 'calendar' && (
        <Suspense fallback={<Skeleton active />}>
          <Calendar everyMs={everyMs} me={me} />
        </Suspense>
      )}
    </Pane>
  );
}
