/** «同意» / «不同意»: whether equipment leaves, whether a meeting has a room; by the card's buttons or in words. */
import type { Reply } from '../../bot/reply.ts';
import type { Address, Update } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { approverOf } from '../desk/departments.ts';
import { roomApprover } from '../desk/meeting-approval.ts';
import type { MeetingState } from '../desk/meeting-state.ts';
import { actOnMeeting } from '../meetings/act-on-meeting.ts';
import { actOnSeries } from '../meetings/act-on-series.ts';
import { getMeeting } from '../meetings/get-meeting.ts';
import { addressKey, isAmong } from '../store/keys.ts';
import { awaitingAgreement } from '../store/meeting-tasks.ts';
import { awaitingApproval, type StoredTicket } from '../store/tickets.ts';
import { actOnTicket } from '../tickets/act-on-ticket.ts';
import type { EffectScope } from './effects.ts';
import { actorOf } from './group-acts.ts';

const words = TEXTS.zh.dispatch.sendOut;
const meetingWords = TEXTS.zh.dispatch.meetingApproval;

const SAID =
  /^(?:(同意|批准|可以送修|agreed?|approved?)|(不同意|不批准?|驳回|不行|refused?|rejected?))(?:送修|使用|用)?\s*([TM]\d{8}-\d{4,9})?\s*(?:[,，:：]\s*(.{1,200}))?[!！。.]?$/i;

const BUTTONS: Readonly<Record<string, boolean>> = {
  'send_out.approve': true,
  'send_out.reject': false,
  'meeting.approve': true,
  'meeting.refuse': false,
};

interface Decision {
  agreed: boolean;
  number: string | null;
  reason: string;
}

function decisionIn(update: Update): Decision | null {
  if (update.kind === 'action') {
    const { id, value, form } = update.action;
    const agreed = BUTTONS[id];
    return agreed === undefined ? null : { agreed, number: value, reason: form?.reason?.trim() ?? '' };
  }
  const said = update.kind === 'utterance' ? SAID.exec(update.text.trim()) : null;
  // In a group colleagues agree with one another about many things: there it takes the number.
  if (!said || (update.address.kind === 'group' && said[3] === undefined)) return null;
  return { agreed: Boolean(said[1]), number: said[3]?.toUpperCase() ?? null, reason: said[4] ?? '' };
}

/** Whether it may be a decision. */
export function concernsApproval(update: Update): boolean {
  return decisionIn(update) !== null;
}

/** What waits for somebody's decision. */
interface Waiting {
  number: string;
  reach: Address | undefined;
  decide(): Promise<Reply | null>;
}

/**
 * Null where the words decide nothing here. Whoever has the say decides in their own chat; in the dispatch groups a
 * dispatcher records what somebody without such a chat has said.
 */
export async function answerApproval(
  scope: EffectScope,
  groups: ReadonlySet<string>,
): Promise<Reply[] | null> {
  const { trx, context, update } = scope;
  const decision = decisionIn(update);
  if (decision === null) return null;
  const waiting = [
    ...(await awaitingApproval(trx)).map((stored) => sendOut(scope, stored, decision)),
    ...(await awaitingAgreement(trx, context.now())).map((meeting) => roomUse(scope, meeting, decision)),
  ].filter(({ reach }) =>
    reach ? addressKey(reach) === addressKey(update.address) : isAmong(groups, update.address),
  );
  const meant =
    decision.number === null ? waiting : waiting.filter(({ number }) => number === decision.number);
  const [only] = meant;
  if (only === undefined) return update.kind === 'action' ? [{ text: words.gone }] : null;
  if (meant.length > 1) return [{ text: words.which(meant.map(({ number }) => number)) }];
  return [(await only.decide()) ?? { text: words.gone }];
}

function sendOut(scope: EffectScope, { ticket }: StoredTicket, { agreed }: Decision): Waiting {
  const { trx, context, update } = scope;
  const { number, requester } = ticket;
  return {
    number,
    reach: approverOf(context.profile, requester.department)?.reach,
    async decide() {
      const actor = actorOf(update);
      const action = { action: agreed ? ('approve_send_out' as const) : ('reject_send_out' as const) };
      const done = await actOnTicket(trx, context, { number, actor, byRequester: false, action });
      if (!done.ok) return null;
      return { text: (agreed ? words.approved : words.rejected)(number, actor), ticket: number };
    },
  };
}

/** Of meetings that come again one answer holds for all that follow. */
function roomUse(scope: EffectScope, meeting: MeetingState, { agreed, reason }: Decision): Waiting {
  const { trx, context, update } = scope;
  const { number, room } = meeting;
  return {
    number,
    reach: roomApprover(context.profile, room)?.reach,
    async decide() {
      const actor = actorOf(update);
      const action = agreed
        ? { action: 'approve' as const }
        : { action: 'refuse' as const, ...(reason ? { reason } : {}) };
      const input = { number, actor, byRequester: false, action };
      const done = await actOnMeeting(trx, context, input);
      if (!done.ok) return null;
      const record = meeting.series === number ? await getMeeting(trx, context, number) : null;
      if (record) await actOnSeries(trx, { ...context, tell: async () => {} }, { ...input, meeting: record });
      return {
        text: (agreed ? meetingWords.approved : meetingWords.refused)(number, actor),
        meeting: number,
      };
    },
  };
}
