/**
 * Most turns only talk: they ask, show an article, say how far a ticket is. Such a turn is worked out from a look at
 * the conversation and saved by one statement if nothing has changed since; a transaction is left to turns that act.
 */

import type { Outcome } from '../../bot/desk.ts';
import { reviveConversation, STATE_VERSION } from '../../bot/dialogue/conversation.ts';
import type { Input } from '../../bot/dialogue/step.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { ownAccounts } from '../people/directory.ts';
import { unitsOf } from '../people/units.ts';
import type { Deflection } from '../store/deflections.ts';
import { glanceAt, saveTalk } from '../store/talk.ts';
import { concernsAlert } from './alert-answers.ts';
import { concernsApproval } from './approval-answers.ts';
import { deflectionOf, onlyReads, performRead, type ReadScope } from './effects.ts';
import { identityIn } from './identity-turn.ts';
import type { TurnDeps } from './take-turn.ts';
import { factsOf, inputOf } from './turn-input.ts';

/** Effects a turn that only talks may ask for; a real one asks for one or two. */
const MAX_ROUNDS = 8;

/** The replies; null where the turn acts, or somebody was quicker: nothing was done then. */
export async function talk(deps: TurnDeps, update: Update): Promise<Reply[] | null> {
  if (update.address.kind !== 'private' || update.kind === 'notice' || identityIn(update)) return null;
  if (concernsAlert(update) || concernsApproval(update)) return null;
  if (update.kind === 'utterance' && update.attachments?.length) return null;
  const glance = await glanceAt(deps.db, update);
  if (!glance) return null;
  const mine = ownAccounts(deps.people.directory, update);
  const units = unitsOf(deps.people.directory, update.sender);
  const { db, context, articles } = deps;
  const scope: ReadScope = { db, context, articles, update, mine, units };
  const facts = factsOf(deps, update);
  let conversation = reviveConversation(glance.state, glance.stateVersion);
  let input: Input = await inputOf(deps, scope, conversation, facts);
  const replies: Reply[] = [];
  const deflections: Deflection[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const stepped = deps.step(conversation, input, facts);
    conversation = stepped.conversation;
    replies.push(...stepped.replies);
    const { effect } = stepped;
    if (!effect) {
      const delivery = deps.channels.get(update.address.channel)?.capabilities.delivery ?? 'push';
      const saved = await saveTalk(deps.db, {
        update,
        version: glance.version,
        state: conversation,
        stateVersion: STATE_VERSION,
        replies,
        deflections,
        delivery,
        now: facts.now,
      });
      return saved ? replies : null;
    }
    let outcome: Outcome;
    if (onlyReads(effect)) outcome = await performRead(scope, effect);
    else if (effect.kind === 'record_deflection') {
      deflections.push(deflectionOf(scope, effect));
      outcome = { kind: 'recorded' };
    } else return null;
    input = { kind: 'outcome', outcome };
  }
  return null;
}
