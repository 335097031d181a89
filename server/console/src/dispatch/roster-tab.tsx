import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { dayAfter, weekOf } from '../calendar/days.ts';
import { dayOf } from '../moments.ts';
import { dayWords } from '../texts/wording.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { dispatchApi, type Roster } from './dispatch-api.ts';
import { DISPATCH_KEYS } from './dispatch-keys.ts';
import { LeaveList } from './leave-list.tsx';
import { rosterRows } from './roster-cells.ts';
import { RosterCell } from './roster-change.tsx';
import { RosterSheet } from './roster-sheet.tsx';

interface WeekProps {
  roster: Roster;
  days: readonly string[];
  today: string;
  me: string | undefined;
}

function RosterWeek({ roster, days, today, me }: WeekProps) {
  const { texts } = usePage();
  const words = texts.dispatch.roster;
  const rows = rosterRows(roster.days);
  if (rows.length === 0) return <Blank title={words.none} />;
  const assured = new Map(roster.days.map(({ date, assurance }) => [date, assurance]));
  return (
    <table className="roster">
      <thead>
        <tr>
          <th scope="col">{words.team}</th>
          {days.map((day) => (
            <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
              {dayWords(day, today, texts)}
              {assured.get(day) && <small className="over">{assured.get(day)}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, team, shift, cells }) => (
          <tr key={key}>
            <th scope="row">
              {team.name}
              {shift && <small>{shift.name}</small>}
            </th>
            {days.map((date) => {
              const day = cells.get(date);
              return (
                <td key={date} className={date === today ? 'today' : undefined}>
                  {day && <RosterCell day={day} today={today} roster={roster} days={days} me={me} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A week of the roster: who is on duty, who is away, and the same as a workbook. */
export function RosterTab({ everyMs, me }: { everyMs: number; me: string | undefined }) {
  const page = usePage();
  const words = page.texts.dispatch.roster;
  const today = dayOf(useNow(60_000), page.zone);
  const [chosen, setChosen] = useState<string | null>(null);
  const days = weekOf(chosen ?? today);
  const [from = today, to = today] = [days[0], days.at(-1)];
  const read = useQuery({
    queryKey: DISPATCH_KEYS.rosterBetween(from, to),
    refetchInterval: everyMs,
    queryFn: ({ signal }) => dispatchApi.roster(from, to, signal),
  });
  return (
    <>
      <div className="filters calendar-bar">
        <span className="calendar-steps">
          <Button size="small" aria-label={words.earlier} onClick={() => setChosen(dayAfter(from, -7))}>
            ‹
          </Button>
          <Button size="small" onClick={() => setChosen(null)}>
            {words.thisWeek}
          </Button>
          <Button size="small" aria-label={words.later} onClick={() => setChosen(dayAfter(from, 7))}>
            ›
          </Button>
        </span>
        <h3 aria-live="polite">{words.week(from, to)}</h3>
        <RosterSheet from={from} to={to} me={me} />
      </div>
      {read.isError && <Trouble error={read.error} retry={() => void read.refetch()} />}
      {read.isPending && <Skeleton active />}
      {read.data && <RosterWeek roster={read.data} days={days} today={today} me={me} />}
      {read.data && <LeaveList roster={read.data} first={from} me={me} />}
    </>
  );
}
