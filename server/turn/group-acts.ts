/** Carries out an order of a dispatch group on tickets that allow it. */
import type { Order } from '../../bot/dispatch/command.ts';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { momentWords } from '../../bot/moment-words.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { readTime } from '../../bot/understand/time/index.ts';
import { TEXTS, type Wording } from '../../flows/texts/index.ts';
import { colleaguesOf, namedColleague } from '../desk/colleagues.ts';
import { approverOf } from '../desk/departments.ts';
import { dayOf, fromIso } from '../desk/moments.ts';
import type { TicketAction } from '../desk/ticket-actions.ts';
import { giveToRequester } from '../store/attachments.ts';
import { hasLeft } from '../store/people.ts';
import { listTickets, type StoredTicket } from '../store/tickets.ts';
import { type ActOnTicketResult, actOnTicket } from '../tickets/act-on-ticket.ts';
import type { EffectScope } from './effects.ts';
import { type Acting, type DoneBy, doneWords, refusalWords } from './group-words.ts';

const words = TEXTS.zh.dispatch;

export type Whom = { team: string } | { assignee: string } | { vendor: string };

/** `whom` is who gets them, where the order hands them over. One reply a ticket. */
export async function actOnEach(
  scope: EffectScope,
  order: Acting,
  whom: Whom | null,
  tickets: readonly StoredTicket[],
): Promise<Reply[]> {
  const actor = actorOf(scope.update);
  const replies: Reply[] = [];
  for (const { ticket } of tickets) {
    const { number } = ticket;
    if (order.do === 'hold' && ticket.status === 'on_hold') await endHoldQuietly(scope, number);
    const action = actionOf(scope, order, whom, ticket.status);
    const result = await actOnTicket(scope.trx, scope.context, {
      number,
      actor,
      byRequester: false,
      action,
    });
    if (result.ok && order.do === 'comment') await giveAttached(scope, number);
    replies.push({ text: wordsOf(scope, order, result, ticket), ticket: number });
  }
  return replies;
}

function wordsOf(
  scope: EffectScope,
  order: Acting,
  result: ActOnTicketResult,
  ticket: StoredTicket['ticket'],
): string {
  if (result.ok) return doneWords(order, result.ticket, doneBy(scope, ticket));
  if (result.reason === 'no_receiver')
    return first(
      words.colleagueLeft(result.fault.said, colleaguesOf(scope.context.profile, result.fault.said)),
    );
  const now = result.reason === 'not_found' ? ticket : result.ticket;
  return first(refusalWords(order, now, actorOf(scope.update)));
}

/** A picture is often sent just before the note that speaks of it, where a platform can't send both at once. */
const SENT_WITH_NOTE_MS = 10 * 60_000;

async function giveAttached({ trx, context, claims }: EffectScope, ticket: string): Promise<void> {
  if (claims) await giveToRequester(trx, { ...claims, since: context.now() - SENT_WITH_NOTE_MS, ticket });
}

function doneBy({ context, update }: EffectScope, { requester }: StoredTicket['ticket']): DoneBy {
  const { zone } = context;
  return {
    who: actorOf(update),
    expected: ({ sla }) => (sla.expectedAt ? momentWords(sla.expectedAt, context.now(), zone, 'zh') : ''),
    approver: approverOf(context.profile, requester.department)?.name ?? null,
  };
}

/** The hold is put right, not ended: nobody is told that work goes on. */
async function endHoldQuietly({ trx, context, update }: EffectScope, number: string): Promise<void> {
  const quiet = { ...context, tell: async () => {} };
  const action = { action: 'resume' as const };
  await actOnTicket(trx, quiet, { number, actor: actorOf(update), byRequester: false, action });
}

/** Who a member is to the desk. */
export function actorOf(update: Update): string {
  return update.sender.name ?? update.sender.id;
}

/** The first wording of several. */
export function first(wording: Wording): string {
  return [wording].flat()[0] ?? '';
}

function actionOf(scope: EffectScope, order: Acting, whom: Whom | null, status: string): TicketAction {
  switch (order.do) {
    case 'accept':
      return { action: 'accept', assignee: actorOf(scope.update) };
    case 'transfer': {
      const to = whom ?? { assignee: order.to };
      // Before anybody took it there is nothing to hand over: it is assigned.
      if (status === 'new') return { action: 'assign', ...to };
      return { action: 'transfer', ...to, reason: order.reason || words.buttons.transfer };
    }
    case 'hold': {
      const until = holdUntil(scope, order);
      const note = order.note ? { note: order.note } : {};
      return { action: 'hold', reason: order.reason ?? 'other', ...note, ...(until ? { until } : {}) };
    }
    case 'resolve': {
      const { resolution, cause, parts, tip } = order;
      const more = { ...(cause ? { cause } : {}), ...(parts ? { parts } : {}), ...(tip ? { tip } : {}) };
      return { action: 'resolve', resolution, ...more };
    }
    case 'delay':
      return { action: 'delay', until: momentIn(scope, order.until) ?? order.until };
    case 'send_out':
      return { action: 'send_out', what: order.what };
    case 'plan':
      return { action: 'plan', text: order.text };
    case 'review':
      return { action: 'review', ...reviewIn(order.text) };
    case 'comment':
    case 'vendor_answer':
      return { action: order.do, text: order.text };
    case 'escalate':
    case 'declare_major':
    case 'cancel':
      return { action: order.do, ...(order.reason ? { reason: order.reason } : {}) };
    default:
      return { action: order.do };
  }
}

type Holding = Extract<Order, { do: 'hold' }>;

/** A moment or a date alone, as it was said. */
function holdUntil(scope: EffectScope, { until, note }: Holding): string | null {
  return momentIn(scope, until || note);
}

const REVIEW_PARTS: readonly [keyof ReturnType<typeof reviewIn>, RegExp][] = [
  ['cause', /原因|cause/i],
  ['workaround', /临时措施|应急措施|workaround/i],
  ['mend', /根治|整改|修复措施|mend/i],
  ['prevention', /预防|防范|prevention/i],
];

/** «原因：… 临时措施：… 根治：… 预防：…»; words without labels are the cause. */
export function reviewIn(text: string): {
  cause: string;
  workaround?: string;
  mend?: string;
  prevention?: string;
} {
  const labels = REVIEW_PARTS.map(([, label]) => label.source).join('|');
  const pieces = text.split(new RegExp(`(?:^|[\\s,，;；。])(${labels})(?:措施)?[:：]`, 'i'));
  const found: Record<string, string> = {};
  for (let at = 1; at < pieces.length; at += 2) {
    const part = REVIEW_PARTS.find(([, label]) => label.test(pieces[at] ?? ''));
    if (part) found[part[0]] = (pieces[at + 1] ?? '').trim();
  }
  const { cause = (pieces[0] ?? '').trim() || text, ...others } = found;
  return { cause, ...others };
}

/** The moment that the words name, or null. */
export function momentIn({ context }: EffectScope, said: string): string | null {
  if (!said) return null;
  const { now, zone } = { now: context.now(), zone: context.zone };
  return readTime(said, { now, zone, holidays: publicHolidaysCn }).start ?? null;
}

/** Whether it is to be held, or put off, until a moment that is over. */
export function isPast(scope: EffectScope, order: Holding | Extract<Order, { do: 'delay' }>): boolean {
  const until = order.do === 'delay' ? momentIn(scope, order.until) : holdUntil(scope, order);
  if (!until) return false;
  const { zone } = scope.context;
  const now = scope.context.now();
  const at = fromIso(until, zone);
  return until.includes('T') ? at <= now : dayOf(at, zone) < dayOf(now, zone);
}

const MYSELF = /^(?:我|自己|me)(?=[\s,，。]|自己|来|$)/;

/** A team or an engineer of the profile, or who has had a ticket before. */
export async function whomFor(
  scope: EffectScope,
  { to, reason }: Extract<Order, { do: 'transfer' }>,
): Promise<{ to: Whom; why: string } | { ask: Wording; why: string }> {
  const { context, trx, update } = scope;
  const found = namedColleague(context.profile, to);
  const why = [found.rest, reason].filter(Boolean).join('，');
  if (found.kind === 'team') return { to: { team: found.name }, why };
  if (found.kind === 'vendor') return { to: { vendor: found.name }, why };
  if (found.kind === 'person') {
    if (!(await hasLeft(trx, found.name))) return { to: { assignee: found.name }, why };
    return { ask: words.colleagueLeft(found.name, colleaguesOf(context.profile, found.name)), why };
  }
  if (found.kind === 'several') return { ask: words.whichColleague(found.names), why };
  if (MYSELF.test(found.said)) return { to: { assignee: actorOf(update) }, why };
  const had = await listTickets(trx, { assignee: found.said, limit: 1 }, context.now());
  if (had.length > 0 && !(await hasLeft(trx, found.said))) return { to: { assignee: found.said }, why };
  return { ask: words.unknownColleague(found.said, found.near), why };
}
