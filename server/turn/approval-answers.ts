/** «同意» / «不同意»: a department decides whether equipment leaves, by the card's buttons or in words. */
import type { Reply } from '../../bot/reply.ts';
import type { Address, Update } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import { approverOf } from '../desk/departments.ts';
import { addressKey, isAmong } from '../store/keys.ts';
import { awaitingApproval, type StoredTicket } from '../store/tickets.ts';
import { actOnTicket } from '../tickets/act-on-ticket.ts';
import type { EffectScope } from './effects.ts';
import { actorOf } from './group-acts.ts';

const words = TEXTS.zh.dispatch.sendOut;

const SAID =
  /^(?:(同意|批准|可以送修|agreed?|approved?)|(不同意|不批准?|驳回|不行|refused?|rejected?))(?:送修)?\s*(T\d{8}-\d{4,9})?\s*[!！。.]?$/i;

interface Decision {
  action: 'approve_send_out' | 'reject_send_out';
  number: string | null;
}

function decisionIn(update: Update): Decision | null {
  if (update.kind === 'action') {
    const { id, value } = update.action;
    if (id === 'send_out.approve') return { action: 'approve_send_out', number: value };
    return id === 'send_out.reject' ? { action: 'reject_send_out', number: value } : null;
  }
  const said = update.kind === 'utterance' ? SAID.exec(update.text.trim()) : null;
  // In a group colleagues agree with one another about many things: there it takes the number.
  if (!said || (update.address.kind === 'group' && said[3] === undefined)) return null;
  return { action: said[1] ? 'approve_send_out' : 'reject_send_out', number: said[3]?.toUpperCase() ?? null };
}

/** Whether it may be a department's decision. */
export function concernsApproval(update: Update): boolean {
  return decisionIn(update) !== null;
}

/**
 * Null where the words decide nothing here. The department's approver decides in their own chat; in the dispatch groups
 * a dispatcher records what a department without such a chat has said.
 */
export async function answerApproval(
  scope: EffectScope,
  groups: ReadonlySet<string>,
): Promise<Reply[] | null> {
  const { trx, context, update } = scope;
  const decision = decisionIn(update);
  if (decision === null) return null;
  const waiting = (await awaitingApproval(trx)).filter((stored) => decidesHere(scope, groups, stored));
  const meant =
    decision.number === null ? waiting : waiting.filter(({ ticket }) => ticket.number === decision.number);
  const [only] = meant;
  if (only === undefined) return update.kind === 'action' ? [{ text: words.gone }] : null;
  const { number } = only.ticket;
  if (meant.length > 1) return [{ text: words.which(meant.map(({ ticket }) => ticket.number)) }];
  const actor = actorOf(update);
  const { action } = decision;
  const done = await actOnTicket(trx, context, { number, actor, byRequester: false, action: { action } });
  if (!done.ok) return [{ text: words.gone }];
  const text = action === 'approve_send_out' ? words.approved(number, actor) : words.rejected(number, actor);
  return [{ text, ticket: number }];
}

function decidesHere(
  { context, update }: EffectScope,
  groups: ReadonlySet<string>,
  { ticket }: StoredTicket,
): boolean {
  const reach: Address | undefined = approverOf(context.profile, ticket.requester.department)?.reach;
  return reach ? addressKey(reach) === addressKey(update.address) : isAmong(groups, update.address);
}
