/** The card of a meeting that its crew gets: what is wanted, who does what by when, what was found, and buttons. */
import { momentWords, spanWords } from '../../bot/moment-words.ts';
import type { Card, CardAction } from '../../bot/reply.ts';
import { equipmentWords } from '../parts/card-fields.ts';
import { otherClocks } from '../parts/other-clocks.ts';
import { TEXTS } from '../texts/index.ts';
import type { DispatchScene } from './ticket-card.ts';

export interface CrewTask {
  id: string;
  what: 'setup' | 'test' | 'standby' | 'teardown';
  due: string;
  assignee: string | null;
  backup?: string | undefined;
  doneAt: string | null;
  result?: string | undefined;
  items?: { item: string; ok: boolean; note?: string | undefined }[] | undefined;
}

export interface CrewMeeting {
  number: string;
  status: 'requested' | 'confirmed' | 'in_progress' | 'done' | 'cancelled';
  title: string;
  start: string;
  end: string;
  room: string;
  location: { text: string };
  attendees: number | null;
  equipment: readonly string[];
  quantities: Readonly<Record<string, number>>;
  layout: string | null;
  notes: string | null;
  requester: { name?: string | undefined; department?: string | undefined; phone?: string | undefined };
  tasks: readonly CrewTask[];
  assurance: boolean;
  confirmBy: string | null;
  approval: { approver: string; decision: 'approved' | 'refused' | null } | null;
}

const words = TEXTS.zh.dispatch;

/** `checks` gives the items of a task's check-list; `checklist`: its page, and the code that opens it at the door. */
export function meetingCard(
  meeting: CrewMeeting,
  scene: DispatchScene,
  {
    checks,
    checklist,
  }: { checks(task: CrewTask): string[]; checklist: { url: string; code: string } | null },
): Card {
  const page = meeting.status === 'cancelled' || meeting.tasks.length === 0 ? null : checklist;
  const { labels, layouts } = TEXTS.zh;
  const known: Record<string, string> = layouts;
  const { requester } = meeting;
  const fields: [string, string][] = [
    [words.fields.status, words.meeting.statuses[meeting.status]],
    [labels.time, spanWords(meeting.start, meeting.end, scene.now, scene.zone, 'zh')],
    [labels.otherClocks, otherClocks(meeting.notes ?? '', meeting, scene, TEXTS.zh)],
    [labels.room, placeOf(meeting)],
    [labels.attendees, meeting.attendees === null ? '' : words.line.meetingPeople(meeting.attendees)],
    [labels.layout, meeting.layout ? (known[meeting.layout] ?? meeting.layout) : ''],
    [labels.equipment, equipmentWords(TEXTS.zh, meeting.equipment, meeting.quantities)],
    [
      words.meeting.bookedBy,
      [requester.department, requester.name, requester.phone].filter(Boolean).join(' '),
    ],
    [words.meeting.approval, approvalWords(meeting)],
    [words.meeting.assurance, meeting.assurance ? words.meeting.assured : ''],
    [labels.notes, meeting.notes ?? ''],
    [TEXTS.zh.checklist.code, page?.code ?? ''],
    ...meeting.tasks.map((task): [string, string] => [taskName(task), taskWords(task, scene, checks(task))]),
  ];
  return {
    title: words.meeting.title(meeting.number, meeting.title),
    fields: fields.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
    actions: meeting.status === 'cancelled' ? [] : buttonsOf(meeting),
    ...(page ? { links: [{ label: TEXTS.zh.checklist.link, url: page.url }] } : {}),
    tone: toneOf(meeting),
  };
}

function approvalWords({ approval }: CrewMeeting): string {
  return approval === null ? '' : words.meeting.agreed(approval.approver, approval.decision);
}

/** The place as it was said, where it says more than the room's short name. */
export function placeOf({ room, location }: Pick<CrewMeeting, 'room' | 'location'>): string {
  return location.text.includes(room) ? location.text : room;
}

/** «会前联调（终测）» */
export function taskName({ id, what }: Pick<CrewTask, 'id' | 'what'>): string {
  return id === 'test-final' ? words.meeting.finalTest : words.meeting.tasks[what];
}

export function checkName(item: string): string {
  const names: Record<string, string> = { ...TEXTS.zh.equipment, ...words.meeting.checks };
  const layouts: Record<string, string> = TEXTS.zh.layouts;
  if (item.startsWith('layout:')) return layouts[item.slice('layout:'.length)] ?? item;
  return names[item] ?? item;
}

function taskWords(task: CrewTask, scene: DispatchScene, checks: readonly string[]): string {
  const who = [task.assignee, task.backup].filter(Boolean).join('、') || words.meeting.nobody;
  const when = momentWords(task.due, scene.now, scene.zone, 'zh');
  if (task.doneAt === null) {
    const list = checks.map(checkName).join('、');
    const due = task.what === 'standby' ? words.meeting.taskFrom : words.meeting.taskDue;
    return due(when, who, list);
  }
  const found = (task.items ?? []).map(({ item, ok, note }) =>
    words.meeting.found(checkName(item), ok, note ?? ''),
  );
  return words.meeting.taskDone(who, [task.result ?? '', ...found].filter(Boolean).join('，'));
}

function buttonsOf(meeting: CrewMeeting): CardAction[] {
  const { number, status, confirmBy, tasks } = meeting;
  const isAgreed = meeting.approval === null || meeting.approval.decision === 'approved';
  const waits = isAgreed && (status === 'requested' || (confirmBy !== null && status !== 'done'));
  const confirm: CardAction[] = waits
    ? [{ id: 'dispatch.meeting_confirm', label: words.meeting.confirm, value: number, style: 'primary' }]
    : [];
  const open = tasks.filter(({ doneAt }) => doneAt === null);
  return [
    ...confirm,
    ...open.slice(0, 4).map(
      (task): CardAction => ({
        id: 'dispatch.meeting_task',
        label: words.meeting.finish(taskName(task)),
        value: `${number}:${task.id}`,
        form: [{ name: 'result', label: words.meeting.result, required: false }],
      }),
    ),
  ];
}

function toneOf({ status, assurance, confirmBy }: CrewMeeting): NonNullable<Card['tone']> {
  if (status === 'cancelled' || status === 'done') return 'muted';
  if (assurance) return 'danger';
  return confirmBy === null && status !== 'requested' ? 'success' : 'info';
}
