import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { api } from '../api.ts';
import { nameIn } from '../desk-names.ts';
import { KEYS } from '../live/affected-keys.ts';
import { clockOf, dayOf } from '../moments.ts';
import type { Meeting } from '../shapes.ts';
import { dayWords, momentWords } from '../texts/wording.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import { Trouble } from '../ui/trouble.tsx';

function MeetingFacts({ meeting }: { meeting: Meeting }) {
  const { texts } = usePage();
  const facts = [
    meeting.room ?? meeting.location?.text,
    meeting.attendees && texts.board.people(meeting.attendees),
    meeting.layout && (texts.layout[meeting.layout] ?? meeting.layout),
    ...(meeting.equipment ?? []).map((one) => texts.equipment[one] ?? one),
  ].filter(Boolean);
  return <span className="ticket-meta">{facts.join(' · ')}</span>;
}

/** What has to be done for the meeting: by when, by whom, and whether it is done. */
function MeetingTasks({ meeting, now }: { meeting: Meeting; now: number }) {
  const page = usePage();
  if (!meeting.tasks?.length) return null;
  return (
    <ul className="tasks">
      {meeting.tasks.map((task) => (
        <li key={task.id} className={task.doneAt ? 'task done' : 'task'}>
          <span>{page.texts.task[task.what] ?? task.what}</span>
          {task.due && <time dateTime={task.due}>{momentWords(task.due, now, page)}</time>}
          {task.assignee && <span>{nameIn(page.desk, task.assignee)}</span>}
          {task.doneAt && <span className="task-done">{page.texts.board.taskDone}</span>}
        </li>
      ))}
    </ul>
  );
}

function MeetingRow({ meeting, now }: { meeting: Meeting; now: number }) {
  const { texts, zone } = usePage();
  const start = clockOf(Date.parse(meeting.start), zone);
  const end = meeting.end ? clockOf(Date.parse(meeting.end), zone) : '';
  return (
    <li className="meeting">
      <span className="meeting-time">
        <b>{start}</b>
        {end && <small>{end}</small>}
      </span>
      <span className="meeting-what">
        <span className="ticket-title">{meeting.title}</span>
        <MeetingFacts meeting={meeting} />
        {meeting.notes && <span className="ticket-meta">{meeting.notes}</span>}
        <MeetingTasks meeting={meeting} now={now} />
      </span>
      <span className="meeting-side">
        <span className={`mark meeting-${meeting.status}`}>{texts.meetingStatus[meeting.status]}</span>
        <span className="number">{meeting.number}</span>
      </span>
    </li>
  );
}

function byDay(meetings: readonly Meeting[], zone: string): [string, Meeting[]][] {
  const sorted = [...meetings].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  return [...Map.groupBy(sorted, (meeting) => dayOf(Date.parse(meeting.start), zone))];
}

/** The meetings that have not ended, by day. */
export function MeetingList({ everyMs }: { everyMs: number }) {
  const page = usePage();
  const now = useNow(60_000);
  const meetings = useQuery({
    queryKey: KEYS.meetings,
    refetchInterval: everyMs,
    queryFn: ({ signal }) => api.meetings(signal),
  });
  const today = dayOf(now, page.zone);
  return (
    <div className="scroll">
      {meetings.isError && <Trouble error={meetings.error} retry={() => void meetings.refetch()} />}
      {meetings.isPending && <Skeleton active />}
      {meetings.data?.items.length === 0 && <Blank title={page.texts.board.noMeetings} />}
      {byDay(meetings.data?.items ?? [], page.zone).map(([day, ofDay]) => (
        <section key={day} className="status-group" aria-label={dayWords(day, today, page.texts)}>
          <h3 className="group-name">{dayWords(day, today, page.texts)}</h3>
          <ul className="group-rows">
            {ofDay.map((meeting) => (
              <MeetingRow key={meeting.number} meeting={meeting} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
