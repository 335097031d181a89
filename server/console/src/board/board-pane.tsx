import { Segmented } from 'antd';
import { useState } from 'react';
import { usePage } from '../ui/page-context.tsx';
import { Pane } from '../ui/pane.tsx';
import { MeetingList } from './meeting-list.tsx';
import { TicketList } from './ticket-list.tsx';

/** The middle pane: tickets, or meetings. */
export function BoardPane({ hidden, everyMs }: { hidden: boolean; everyMs: number }) {
  const { texts } = usePage();
  const [shown, setShown] = useState<'tickets' | 'meetings'>('tickets');
  return (
    <Pane
      name={texts.panes.board}
      className="pane-board"
      hidden={hidden}
      aside={
        <Segmented
          size="small"
          value={shown}
          options={[
            { value: 'tickets', label: texts.board.tickets },
            { value: 'meetings', label: texts.board.meetings },
          ]}
          onChange={setShown}
        />
      }
    >
      {shown === 'tickets' ? <TicketList everyMs={everyMs} /> : <MeetingList everyMs={everyMs} />}
    </Pane>
  );
}
