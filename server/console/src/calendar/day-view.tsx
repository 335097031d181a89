import type { CSSProperties } from 'react';
import { useEffect, useRef } from 'react';
import { clockOf, dayOf } from '../moments.ts';
import type { Meeting } from '../shapes.ts';
import { usePage } from '../ui/page-context.tsx';
import type { Hours, PlacedBlock, RoomLine } from './blocks.ts';
import {
  blocksOn,
  drawnEnd,
  hoursAround,
  isShort,
  minutesOf,
  percentAt,
  placed,
  roomIdOf,
} from './blocks.ts';
import { blockName, clockSpan, crewState } from './meeting-words.ts';

interface DayViewProps {
  day: string;
  rooms: readonly RoomLine[];
  meetings: readonly Meeting[];
  now: number;
  onOpen: (number: string) => void;
}

function MeetingBlock(props: { block: PlacedBlock; room: string; hours: Hours; onOpen: () => void }) {
  const page = usePage();
  const { block, room, hours } = props;
  const { meeting, lane, lanes } = block;
  const crew = crewState(meeting, page.texts);
  const top = percentAt(block.from, hours);
  const style: CSSProperties = {
    top: `${top}%`,
    height: `${percentAt(drawnEnd(block), hours) - top}%`,
    left: `${(lane / lanes) * 100}%`,
    width: `${100 / lanes}%`,
  };
  const short = isShort(block);
  const look = `${short ? ' short' : ''}${block.clippedBefore ? ' clipped-before' : ''}${block.clippedAfter ? ' clipped-after' : ''}`;
  return (
    <button
      type="button"
      className={`block crew-${crew.mark}${look}`}
      style={style}
      aria-label={blockName(block, room, page)}
      title={blockName(block, room, page)}
      onClick={props.onOpen}
    >
      <b>{meeting.title}</b>
      {!short && <time dateTime={meeting.start}>{clockSpan(meeting, page.zone)}</time>}
      {!short && <span className="block-crew">{crew.words}</span>}
    </button>
  );
}

/** One day: a column a room, the hours downwards. */
export function DayView({ day, rooms, meetings, now, onOpen }: DayViewProps) {
  const { texts, zone } = usePage();
  const blocks = blocksOn(meetings, day, zone);
  const hours = hoursAround(blocks);
  const scroller = useRef<HTMLDivElement>(null);
  const hoursColumn = useRef<HTMLDivElement>(null);
  const isToday = dayOf(now, zone) === day;
  const nowAt = percentAt(minutesOf(now, zone), hours);
  const showsNow = isToday && nowAt >= 0 && nowAt <= 100;
  // A day that begins at midnight because of one meeting is still opened at the morning.
  useEffect(() => {
    const hidden = hours.first < 8 ? (8 - hours.first) / (hours.last - hours.first) : 0;
    if (scroller.current && hoursColumn.current)
      scroller.current.scrollTop = hoursColumn.current.offsetHeight * hidden;
  }, [hours.first, hours.last]);
  const clocks = Array.from({ length: hours.last - hours.first }, (_, index) => hours.first + index);
  const size = { '--rooms': rooms.length, '--hours': clocks.length } as CSSProperties;
  return (
    <div className="calendar-scroll" ref={scroller}>
      <div className="day-grid" style={size}>
        <div className="corner" />
        {rooms.map((room) => (
          <div key={room.id} className="room-head">
            <b>{room.name || texts.calendar.nowhere}</b>
            {room.capacity !== undefined && <small>{texts.calendar.seats(room.capacity)}</small>}
          </div>
        ))}
        <div className="hours" ref={hoursColumn}>
          {clocks.map((hour) => (
            <span key={hour}>{`${String(hour).padStart(2, '0')}:00`}</span>
          ))}
        </div>
        {rooms.map((room) => (
          <section key={room.id} className="room-day" aria-label={room.name || texts.calendar.nowhere}>
            {placed(blocks.filter(({ meeting }) => roomIdOf(meeting) === room.id)).map((block) => (
              <MeetingBlock
                key={block.meeting.number}
                block={block}
                room={room.name}
                hours={hours}
                onOpen={() => onOpen(block.meeting.number)}
              />
            ))}
            {showsNow && <hr className="now-line" style={{ top: `${nowAt}%` }} title={clockOf(now, zone)} />}
          </section>
        ))}
      </div>
    </div>
  );
}
