import type { CSSProperties } from 'react';
import { Fragment, useEffect, useRef } from 'react';
import type { Meeting } from '../shapes.ts';
import { usePage } from '../ui/page-context.tsx';
import type { Block, RoomLine } from './blocks.ts';
import { blocksOn, roomIdOf } from './blocks.ts';
import { blockName, clockOnDay, crewState } from './meeting-words.ts';

interface WeekViewProps {
  days: readonly string[];
  today: string;
  rooms: readonly RoomLine[];
  meetings: readonly Meeting[];
  onOpen: (number: string) => void;
  onDay: (day: string) => void;
}

function WeekMeeting({ block, room, onOpen }: { block: Block; room: string; onOpen: () => void }) {
  const page = usePage();
  const { meeting } = block;
  const crew = crewState(meeting, page.texts);
  return (
    <button
      type="button"
      className={`week-meeting crew-${crew.mark}`}
      aria-label={blockName(block, room, page)}
      title={blockName(block, room, page)}
      onClick={onOpen}
    >
      <time dateTime={meeting.start}>{clockOnDay(block, page)}</time>
      <b>{meeting.title}</b>
      <span className="block-crew">{crew.words}</span>
    </button>
  );
}

/** One week: a row a room, a column a day. */
export function WeekView({ days, today, rooms, meetings, onOpen, onDay }: WeekViewProps) {
  const { texts, zone } = usePage();
  const labels = texts.calendar;
  const ofDay = days.map((day) => blocksOn(meetings, day, zone));
  const todayHead = useRef<HTMLButtonElement>(null);
  const holdsToday = days.includes(today);
  // On a phone two days fit: today's should be one of them.
  useEffect(() => {
    if (holdsToday) todayHead.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [holdsToday]);
  return (
    <div className="calendar-scroll">
      <div className="week-grid" style={{ '--days': days.length } as CSSProperties}>
        <div className="corner" />
        {days.map((day, index) => (
          <button
            key={day}
            ref={day === today ? todayHead : null}
            type="button"
            className={day === today ? 'day-head today' : 'day-head'}
            onClick={() => onDay(day)}
          >
            <b>{labels.weekdays[index]}</b>
            <small>{texts.time.day(Number(day.slice(5, 7)), Number(day.slice(8)))}</small>
          </button>
        ))}
        {rooms.map((room) => (
          <Fragment key={room.id}>
            <div className="room-side">
              <b>{room.name || labels.nowhere}</b>
              {room.capacity !== undefined && <small>{labels.seats(room.capacity)}</small>}
            </div>
            {ofDay.map((blocks, index) => (
              <div key={days[index]} className={days[index] === today ? 'week-cell today' : 'week-cell'}>
                {blocks
                  .filter(({ meeting }) => roomIdOf(meeting) === room.id)
                  .map((block) => (
                    <WeekMeeting
                      key={block.meeting.number}
                      block={block}
                      room={room.name}
                      onOpen={() => onOpen(block.meeting.number)}
                    />
                  ))}
              </div>
            ))}
          </Fragment>
        ))}
      </div>
    </div>
  );
}
