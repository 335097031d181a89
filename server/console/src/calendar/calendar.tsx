import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { api } from '../api.ts';
import { KEYS } from '../live/affected-keys.ts';
import { dayOf } from '../moments.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import { useStoredState } from '../ui/stored-state.ts';
import { Trouble } from '../ui/trouble.tsx';
import { roomLines } from './blocks.ts';
import { DayView } from './day-view.tsx';
import { dayAfter, weekOf } from './days.ts';
import { dayHeading, weekHeading } from './headings.ts';
import { MeetingDrawer } from './meeting-drawer.tsx';
import { WeekView } from './week-view.tsx';

type Span = 'day' | 'week';
const isSpan = (value: unknown): value is Span => value === 'day' || value === 'week';

interface BarProps {
  span: Span;
  day: string;
  today: string;
  onSpan: (span: Span) => void;
  onDay: (day: string) => void;
}

function CalendarBar({ span, day, today, onSpan, onDay }: BarProps) {
  const { texts } = usePage();
  const labels = texts.calendar;
  const step = span === 'day' ? 1 : 7;
  const heading = span === 'day' ? dayHeading(day, today, texts) : weekHeading(day, today, texts);
  return (
    <div className="filters calendar-bar">
      <Segmented<Span>
        size="small"
        aria-label={labels.span}
        value={span}
        options={[
          { value: 'day', label: labels.day },
          { value: 'week', label: labels.week },
        ]}
        onChange={onSpan}
      />
      <span className="calendar-steps">
        <Button size="small" aria-label={labels.earlier[span]} onClick={() => onDay(dayAfter(day, -step))}>
          ‹
        </Button>
        <Button size="small" onClick={() => onDay(today)}>
          {labels.today}
        </Button>
        <Button size="small" aria-label={labels.later[span]} onClick={() => onDay(dayAfter(day, step))}>
          ›
        </Button>
      </span>
      <h3 aria-live="polite">{heading}</h3>
    </div>
  );
}

/** The rooms' meetings by day or by week; a meeting that is chosen opens at the side. */
export default function Calendar({ everyMs, me }: { everyMs: number; me: string | undefined }) {
  const page = usePage();
  const now = useNow(60_000);
  const today = dayOf(now, page.zone);
  const [span, setSpan] = useStoredState<Span>('console.calendar', 'day', isSpan);
  // Null is today, so that a calendar left open over night moves on.
  const [chosen, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const day = chosen ?? today;
  const days = span === 'day' ? [day] : weekOf(day);
  const [from = day, to = day] = [days[0], days.at(-1)];
  const meetings = useQuery({
    queryKey: KEYS.meetingsBetween(from, to),
    refetchInterval: everyMs,
    queryFn: ({ signal }) => api.meetingsBetween(from, to, signal),
  });
  const rooms = roomLines(page.desk, meetings.data ?? []);
  const isEmpty = meetings.isSuccess && rooms.length === 0;
  const goTo = (next: string) => setChosen(next === today ? null : next);
  const showDay = (next: string) => {
    setSpan('day');
    goTo(next);
  };
  const shown = { rooms, meetings: meetings.data ?? [], onOpen: setOpened };
  return (
    <div className="calendar">
      <CalendarBar span={span} day={day} today={today} onSpan={setSpan} onDay={goTo} />
      {meetings.isError && <Trouble error={meetings.error} retry={() => void meetings.refetch()} />}
      {meetings.isPending && <Skeleton active />}
      {isEmpty && <Blank title={page.texts.calendar.noRooms} />}
      {meetings.isSuccess && !isEmpty && span === 'day' && (
        <DayView key={day} day={day} now={now} {...shown} />
      )}
      {meetings.isSuccess && !isEmpty && span === 'week' && (
        <WeekView days={days} today={today} {...shown} onDay={showDay} />
      )}
      {opened !== null && <MeetingDrawer number={opened} me={me} onClose={() => setOpened(null)} />}
    </div>
  );
}
