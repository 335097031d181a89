/**
 * Most turns only talk: they ask, show an article, say how far a ticket is. Such a turn is worked out from a look at
 * the conversation and saved by one statement if nothing has changed since; a transaction is left to turns that act.
 */

import type { Facts, Outcome } from '../../bot/desk.ts';
import { reviveConversation, STATE_VERSION } from '../../bot/dialogue/conversation.ts';
import type { Stepped } from '../../bot/dialogue/step.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { ownAccounts } from '../people/directory.ts';
import { unitsOf } from '../people/units.ts';
import type { Deflection } from '../store/deflections.ts';
import { conversationKeyOf } from '../store/keys.ts';
import { glanceAt, saveTalk } from '../store/talk.ts';
import { concernsAlert } from './alert-answers.ts';
import { concernsApproval } from './approval-answers.ts';
import type { Remembered } from './conversation-memory.ts';
import { asksForDuty } from './duty-answers.ts';
import { deflectionOf, onlyReads, performRead, type ReadScope } from './effects.ts';
import { filesCommandIn } from './files-turn.ts';
import { identityIn } from './identity-turn.ts';
import { lectureCommandIn } from './lecture-turn.ts';
import type { TurnDeps } from './take-turn.ts';
import { factsOf, inputOf } from './turn-input.ts';
import { concernsVendor } from './vendor-answers.ts';

/** Effects a turn that only talks may ask for; a real one asks for one or two. */
const MAX_ROUNDS = 8;

/** How far a turn came that turned out to act; it holds as long as the conversation has that version. */
export interface Unfinished {
  version: number;
  facts: Facts;
  /** What was said before `stepped`. */
  replies: Reply[];
  /** Not recorded yet. */
  deflections: Deflection[];
  /** The last step, which asks for an act. */
  stepped: Stepped;
}

export type Talked = { kind: 'saved'; replies: Reply[] } | { kind: 'acts'; unfinished: Unfinished };

/** Null where this is not for talking, or somebody was quicker: nothing was done then. */
export async function talk(deps: TurnDeps, update: Update): Promise<Talked | null> {
  if (update.address.kind !== 'private' || update.kind === 'notice' || identityIn(update)) return null;
  if (lectureCommandIn(update) || filesCommandIn(update)) return null;
  if (concernsVendor(deps.context.profile, update)) return null;
  if (concernsAlert(update) || concernsApproval(update) || asksForDuty(update)) return null;
  if (update.kind === 'utterance' && update.attachments?.length) return null;
  const before = deps.memory.recall(conversationKeyOf(update)) ?? (await look(deps, update));
  if (!before) return null;
  const mine = ownAccounts(deps.people.directory, update);
  const units = unitsOf(deps.people.directory, update.sender);
  const { db, context, articles } = deps;
  const scope: ReadScope = { db, context, articles, update, mine, units };
  const facts = factsOf(deps, update);
  const replies: Reply[] = [];
  const deflections: Deflection[] = [];
  let stepped = deps.step(before.conversation, await inputOf(deps, scope, before.conversation, facts), facts);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { effect } = stepped;
    if (!effect) {
      const said = [...replies, ...stepped.replies];
      const saved = await save(deps, update, before.version, { facts, stepped, said, deflections });
      return saved ? { kind: 'saved', replies: said } : null;
    }
    let outcome: Outcome;
    if (onlyReads(effect)) outcome = await performRead(scope, effect);
    else if (effect.kind === 'record_deflection') {
      deflections.push(deflectionOf(scope, effect));
      outcome = { kind: 'recorded' };
    } else if (before.version === null) return null;
    else
      return {
        kind: 'acts',
        unfinished: { version: before.version, facts, replies, deflections, stepped },
      };
    replies.push(...stepped.replies);
    stepped = deps.step(stepped.conversation, { kind: 'outcome', outcome }, facts);
  }
  return null;
}

/** As it is stored; `version` is null where nobody has said anything there yet. */
async function look(
  deps: TurnDeps,
  update: Update,
): Promise<(Pick<Remembered, 'conversation'> & { version: number | null }) | null> {
  const glance = await glanceAt(deps.db, update);
  if (!glance) return null;
  return {
    conversation: reviveConversation(glance.state, glance.stateVersion),
    version: glance.version,
  };
}

async function save(
  deps: TurnDeps,
  update: Update,
  beganWith: number | null,
  turn: { facts: Facts; stepped: Stepped; said: readonly Reply[]; deflections: readonly Deflection[] },
): Promise<boolean> {
  const { conversation } = turn.stepped;
  const version = await saveTalk(deps.db, {
    update,
    version: beganWith,
    state: conversation,
    stateVersion: STATE_VERSION,
    replies: turn.said,
    deflections: turn.deflections,
    delivery: deps.channels.get(update.address.channel)?.capabilities.delivery ?? 'push',
    now: turn.facts.now,
  });
  if (version === null) return false;
  deps.memory.keep(conversationKeyOf(update), { conversation, version }, beganWith);
  return true;
}
