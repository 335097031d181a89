import { Button } from 'antd';
import { useState } from 'react';
import { nameIn } from '../desk-names.ts';
import type { Meeting, MeetingTask } from '../shapes.ts';
import { momentWords } from '../texts/wording.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { MeetingRefusal, NoteForm } from './meeting-actions.tsx';
import { mayFinishTask } from './meeting-acts.ts';
import { useActOnMeeting } from './use-act-on-meeting.ts';

interface TaskProps {
  task: MeetingTask;
  meeting: Meeting;
  me: string | undefined;
}

function TaskFacts({ task }: { task: MeetingTask }) {
  const page = usePage();
  const now = useNow(60_000);
  const labels = page.texts.meeting;
  const isLate = task.doneAt === null && task.due !== null && Date.parse(task.due) < now;
  const found = task.items?.map(({ item, ok, note }) => `${ok ? '✓' : '✗'} ${item}${note ? ` ${note}` : ''}`);
  return (
    <span className="meeting-task-what">
      <b>{page.texts.task[task.what] ?? task.what}</b>
      {task.due && (
        <time className={isLate ? 'late' : ''} dateTime={task.due}>
          {labels.due(momentWords(task.due, now, page))}
        </time>
      )}
      {task.assignee && <span>{nameIn(page.desk, task.assignee)}</span>}
      {task.backup && <span>{labels.backup(nameIn(page.desk, task.backup))}</span>}
      {task.doneAt && <span className="task-done">{labels.doneAt(momentWords(task.doneAt, now, page))}</span>}
      {(task.result || found) && (
        <span className="task-result">{[task.result, ...(found ?? [])].filter(Boolean).join('；')}</span>
      )}
    </span>
  );
}

function TaskRow({ task, meeting, me }: TaskProps) {
  const { texts, role } = usePage();
  const [finishing, setFinishing] = useState(false);
  const act = useActOnMeeting(meeting, me, () => setFinishing(false));
  const name = texts.task[task.what] ?? task.what;
  const mayFinish = mayFinishTask(meeting, task, role);
  return (
    <li className="meeting-task">
      <TaskFacts task={task} />
      {mayFinish && (
        <Button
          size="small"
          aria-label={`${texts.meeting.taskDone} ${name}`}
          aria-expanded={finishing}
          onClick={() => setFinishing(!finishing)}
        >
          {texts.meeting.taskDone}
        </Button>
      )}
      {act.isError && <MeetingRefusal error={act.error} />}
      {finishing && mayFinish && (
        <NoteForm
          name={name}
          label={texts.meeting.result}
          busy={act.isPending}
          onSubmit={(result) =>
            act.mutate({ action: 'task_done', task: task.id, ...(result === undefined ? {} : { result }) })
          }
          onCancel={() => setFinishing(false)}
        />
      )}
    </li>
  );
}

/** What the crew has to do, each with when, who and what came of it, and a button to tick it off. */
export function MeetingTasks({ meeting, me }: { meeting: Meeting; me: string | undefined }) {
  const { texts } = usePage();
  if (!meeting.tasks?.length) return <p className="quiet">{texts.meeting.noTasks}</p>;
  return (
    <ul className="meeting-tasks">
      {meeting.tasks.map((task) => (
        <TaskRow key={task.id} task={task} meeting={meeting} me={me} />
      ))}
    </ul>
  );
}
