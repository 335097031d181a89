/** Carries out an order of a dispatch group on meetings: confirming, cancelling, reporting a task done. */
import type { Order } from '../../bot/dispatch/command.ts';
import type { Reply } from '../../bot/reply.ts';
import { taskName } from '../../flows/dispatch/meeting-card.ts';
import { TEXTS, type Wording } from '../../flows/texts/index.ts';
import type { MeetingAction } from '../desk/meeting-actions.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import { type ActOnMeetingResult, actOnMeeting } from '../meetings/act-on-meeting.ts';
import { getMeeting } from '../meetings/get-meeting.ts';
import type { EffectScope } from './effects.ts';
import { actorOf, first } from './group-acts.ts';

const words = TEXTS.zh.dispatch;

/** One reply a meeting. */
export async function onMeetings(
  scope: EffectScope,
  order: Order,
  numbers: readonly string[],
): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const number of numbers) replies.push(await onMeeting(scope, order, number));
  return replies;
}

async function onMeeting(scope: EffectScope, order: Order, number: string): Promise<Reply> {
  switch (order.do) {
    case 'confirm':
      return act(scope, number, { action: 'confirm' }, words.done.meetingConfirmed(number));
    case 'cancel': {
      const reason = order.reason ? { reason: order.reason } : {};
      return act(scope, number, { action: 'cancel', ...reason }, words.done.meetingCancelled(number));
    }
    case 'task':
      return finishTask(scope, number, order);
    case 'resolve':
      return finishTask(scope, number, { task: '', result: order.resolution });
    default:
      // Any other order is for tickets.
      return { text: first(words.unknown(number)) };
  }
}

async function finishTask(
  scope: EffectScope,
  number: string,
  { task: id, result }: { task: string; result: string },
): Promise<Reply> {
  const meeting = await getMeeting(scope.trx, scope.context, number);
  if (meeting === null) return { text: first(words.unknown(number)) };
  const task = taskMeant(meeting, id, result);
  if (task === undefined) return { text: first(words.meeting.noOpenTask(number)), meeting: number };
  const said = result.replace(taskName(task), '').replace(/^(?:完成|好|做完|了|[\s,，:：。])+/, '');
  const action = { action: 'task_done' as const, task: task.id, ...(said ? { result: said } : {}) };
  return act(scope, number, action, words.meeting.taskNoted(number, taskName(task), actorOf(scope.update)));
}

const NAMED: readonly [RegExp, string][] = [
  [/复测|终测|final/i, 'test-final'],
  [/布场|布置|布展|摆|set/i, 'setup'],
  [/联调|测试|调试|试音|test/i, 'test'],
  [/值守|值班|保障|stand/i, 'standby'],
  [/撤场|撤|收|清场|clear|tear/i, 'teardown'],
];

/** The one with this id; else the one that the words name, or the one that is due next. */
function taskMeant({ tasks }: Meeting, id: string, said: string): Meeting['tasks'][number] | undefined {
  const open = tasks.filter(({ doneAt }) => doneAt === null);
  if (id) return open.find((task) => task.id === id);
  const named = NAMED.find(([words]) => words.test(said))?.[1];
  return named ? open.find((task) => task.id === named) : open[0];
}

function refusalOf(number: string, result: Extract<ActOnMeetingResult, { ok: false }>): Wording {
  if (result.reason === 'not_found') return words.unknown(number);
  if (result.reason !== 'not_approved') return words.meetingRefused(number);
  return words.meetingNotApproved(number, result.meeting.approval?.approver ?? '');
}

async function act(scope: EffectScope, number: string, action: MeetingAction, done: string): Promise<Reply> {
  const actor = actorOf(scope.update);
  const result = await actOnMeeting(scope.trx, scope.context, { number, actor, byRequester: false, action });
  if (result.ok) return { text: done, meeting: number };
  return { text: first(refusalOf(number, result)) };
}
