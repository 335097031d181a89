/**
 * One update, one transaction: the new state of the conversation, tickets, history and outgoing messages stand or fall
 * together. Redelivered updates and two replicas have one effect: the inbox row and the conversation's lock see to it.
 */
import type { Channel } from '../../bot/channel.ts';
import type { Facts } from '../../bot/desk.ts';
import {
  type Conversation,
  newConversation,
  reviveConversation,
  STATE_VERSION,
} from '../../bot/dialogue/conversation.ts';
import type { DialogueDefinition } from '../../bot/dialogue/definition.ts';
import type { Step, Stepped } from '../../bot/dialogue/step.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Understand, Update } from '../../bot/types.ts';
import type { Blobs } from '../attachments/blobs.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Grounding } from '../knowledge/grounding.ts';
import type { Meanings } from '../knowledge/meanings.ts';
import { type Adviser, following } from '../model/adviser.ts';
import { type Directory, identified, ownAccounts } from '../people/directory.ts';
import { unitsOf } from '../people/units.ts';
import type { Db, Trx } from '../store/database.ts';
import { recordDeflection } from '../store/deflections.ts';
import { beginTurn, takePending } from '../store/inbox.ts';
import { conversationKeyOf, isAmong } from '../store/keys.ts';
import { hasLeftWork } from '../store/left-work.ts';
import { saveTurn } from '../store/outbox.ts';
import { recordNotified } from '../store/tickets-notified.ts';
import { inTransaction } from '../store/transaction.ts';
import { answerAlert, concernsAlert } from './alert-answers.ts';
import { answerApproval, concernsApproval } from './approval-answers.ts';
import type { Articles } from './articles.ts';
import { askForMeaning } from './ask-for-meaning.ts';
import { keepAttached } from './attached.ts';
import { withChannelPerson } from './channel-person.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import { answerDuty, asksForDuty } from './duty-answers.ts';
import { changesDesk, type EffectScope, perform } from './effects.ts';
import { filesCommandIn, filesTurn } from './files-turn.ts';
import { dispatchTurn } from './group-turn.ts';
import { identityIn, identityTurn } from './identity-turn.ts';
import { lectureCommandIn, lectureTurn } from './lecture-turn.ts';
import { talk, type Unfinished } from './talk.ts';
import { factsOf, inputOf } from './turn-input.ts';
import { answerOfVendor, concernsVendor } from './vendor-answers.ts';

/** Effects a turn may ask for; a real one asks for three or four. */
const MAX_ROUNDS = 20;
export interface TurnDeps {
  db: Db;
  context: DeskContext;
  step: Step;
  dialogue: DialogueDefinition;
  understand: Understand;
  /** Where a model is configured. */
  adviser?: Adviser;
  articles: Articles;
  /** Where a model composes answers. */
  grounding?: Grounding;
  meanings?: Meanings;
  channels: ReadonlyMap<string, Channel>;
  blobs: Blobs;
  /** Keys of the addresses whose members may act on tickets. */
  dispatchGroups: ReadonlySet<string>;
  deskFacts(now: number): Facts['desk'];
  people: People;
  memory: ConversationMemory;
}

/** Who is who. */
export interface People {
  directory: Directory;
  /** Joins an account to the person whose mobile its platform vouches for, where it is nobody's yet. */
  recognize(update: Update): Promise<void>;
  /** After a commit that changed the directory. */
  changed(): Promise<void>;
}

const FRESH = { state: JSON.stringify(newConversation()), version: STATE_VERSION };

/** `older` means that another update of this conversation comes first; nothing was done. */
export type TurnResult = ({ kind: 'done' } & Worked) | { kind: 'repeat' } | { kind: 'older' };

export interface Worked {
  replies: Reply[];
  /** Whether tickets, meetings or groups may look different now; most turns only talk. */
  changed: boolean;
  /** Whether it recorded what the workers have to do, besides the replies. */
  leftWork: boolean;
  /** Accounts were joined or left. */
  peopleChanged?: boolean;
}

/** Records an update and works it in the same transaction. Secrets must be masked already. */
export async function takeTurn(deps: TurnDeps, said: Update): Promise<TurnResult> {
  const update = await knownUpdate(deps, said);
  const advised = await askBefore(deps, update);
  const talked = await talk(advised, update);
  if (talked?.kind === 'saved')
    return { kind: 'done', replies: talked.replies, changed: false, leftWork: false };
  try {
    const result = await inTransaction(deps.db, (trx) =>
      recordAndWork(advised, trx, update, talked?.unfinished),
    );
    if (result === null) return { kind: 'repeat' };
    return { kind: 'done', ...(await afterCommit(deps, update, result)) };
  } catch (error) {
    if (error instanceof OlderFirst) return { kind: 'older' };
    throw error;
  }
}

/** From somebody whom the desk knows, where it knows them. */
async function knownUpdate({ people, channels }: TurnDeps, said: Update): Promise<Update> {
  if (said.kind === 'notice') return said;
  const update = await withChannelPerson(channels, said);
  if (update.sender.mobile) await people.recognize(update);
  return identified(people.directory, update);
}

/** The network comes first: no transaction is open while a model is asked. */
async function askBefore(deps: TurnDeps, update: Update): Promise<TurnDeps> {
  const question = await deps.adviser?.consider(update);
  await askForMeaning(deps, update, deps.context.now());
  const advised = question ? { ...deps, understand: following(deps.understand, await question()) } : deps;
  const answer = answerOf(advised, update);
  return answer ? { ...advised, articles: await answer() } : advised;
}

/** The question to a model about what the base has on it; null where there is none. */
export function answerOf({ grounding, understand, people, context }: TurnDeps, update: Update) {
  if (!grounding || update.kind !== 'utterance' || update.masked?.includes('classified')) return null;
  if (update.address.kind !== 'private' || identityIn(update) || lectureCommandIn(update)) return null;
  if (filesCommandIn(update)) return null;
  const { sender } = update;
  const heard = understand(update.text, { now: context.now() });
  return grounding.consider({ heard, sender, units: unitsOf(people.directory, sender) });
}

/** Null where the update was recorded before. */
async function recordAndWork(
  deps: TurnDeps,
  trx: Trx,
  update: Update,
  unfinished: Unfinished | undefined,
): Promise<Committing | null> {
  const begun = await beginTurn(trx, update, deps.context.now(), FRESH);
  if (begun.inboxId === null) return null;
  if (begun.olderPending) throw new OlderFirst();
  const holds = unfinished?.version === begun.version;
  return work(deps, trx, update, begun.inboxId, holds ? { ...begun, unfinished } : begun);
}

/** Rolls the transaction back: the older update is worked first. */
class OlderFirst extends Error {}

/** Works an update that was recorded before. Null where somebody else did. */
export async function takePendingTurn(deps: TurnDeps, said: Update, inboxId: number): Promise<Worked | null> {
  const update = await knownUpdate(deps, said);
  const advised = await askBefore(deps, update);
  const done = await inTransaction(deps.db, async (trx) => {
    const taken = await takePending(trx, update, inboxId, deps.context.now(), FRESH);
    return taken ? work(advised, trx, update, inboxId, taken) : null;
  });
  return done ? afterCommit(deps, update, done) : null;
}

/** A turn that is done once its transaction is. */
interface Committing {
  worked: Worked;
  conversation: Conversation;
  /** The conversation's version before. */
  beganWith: number;
}

async function afterCommit(
  deps: TurnDeps,
  update: Update,
  { worked, conversation, beganWith }: Committing,
): Promise<Worked> {
  deps.memory.keep(conversationKeyOf(update), { conversation, version: beganWith + 1 }, beganWith);
  if (worked.peopleChanged) await deps.people.changed();
  return worked;
}

async function work(
  deps: TurnDeps,
  trx: Trx,
  update: Update,
  inboxId: number,
  stored: { state: unknown; stateVersion: number; version: number; unfinished?: Unfinished | undefined },
): Promise<Committing> {
  const { context, articles } = deps;
  const mine = ownAccounts(deps.people.directory, update);
  const units = unitsOf(deps.people.directory, update.sender);
  const channel = deps.channels.get(update.address.channel);
  const claims = await keepAttached(trx, update, channel, context.now());
  const scope: EffectScope = { trx, context, articles, update, mine, units, claims, blobs: deps.blobs };
  const { conversation, ...worked } = stored.unfinished
    ? await finish(deps, scope, stored.unfinished)
    : await converse(deps, scope, reviveConversation(stored.state, stored.stateVersion));
  await saveTurn(trx, {
    conversationKey: conversationKeyOf(update),
    state: conversation,
    stateVersion: STATE_VERSION,
    inboxId,
    address: update.address,
    delivery: channel?.capabilities.delivery ?? 'push',
    replies: worked.replies,
    now: context.now(),
  });
  const leftWork = hasLeftWork(trx);
  return { worked: { ...worked, leftWork }, conversation, beganWith: stored.version };
}

interface Conversed extends Omit<Worked, 'leftWork'> {
  conversation: Conversation;
}

async function converse(deps: TurnDeps, scope: EffectScope, before: Conversation): Promise<Conversed> {
  const { update } = scope;
  const heard = concernsAlert(update) ? await answerAlert(scope) : null;
  const decided = concernsApproval(update) ? await answerApproval(scope, deps.dispatchGroups) : null;
  const duty = asksForDuty(update) && isHeard(deps, update) ? answerDuty(scope.context, update) : null;
  const ofVendor = concernsVendor(scope.context.profile, update) ? await answerOfVendor(scope) : null;
  const answered = heard ?? decided ?? duty ?? ofVendor;
  if (answered) return { conversation: before, replies: answered, changed: true };
  if (update.address.kind === 'group' && update.kind !== 'notice') {
    const isDispatch = isAmong(deps.dispatchGroups, update.address);
    const done = isDispatch ? await dispatchTurn(scope, before) : null;
    if (done) return { ...done, changed: true };
    // In a group the bot speaks only when it is mentioned, or when its own button is pressed.
    if (update.kind === 'recall' || (update.kind === 'utterance' && !update.mentioned))
      return { conversation: before, replies: [], changed: false };
  }
  const command = identityIn(update);
  if (command && update.kind === 'utterance') {
    return { ...(await identityTurn(deps, scope.trx, update, { command, before })), changed: false };
  }
  const ofLectures = lectureCommandIn(update);
  if (ofLectures && update.kind === 'utterance')
    return { ...(await lectureTurn(scope, update, { command: ofLectures, before })), changed: false };
  const ofFiles = filesCommandIn(update);
  if (ofFiles && update.kind === 'utterance')
    return { ...(await filesTurn(scope, update, { command: ofFiles, before })), changed: false };
  return converseWithPerson(deps, scope, before);
}

/** Goes on where a turn that began by talking came to an act. */
async function finish(deps: TurnDeps, scope: EffectScope, unfinished: Unfinished): Promise<Conversed> {
  for (const deflection of unfinished.deflections) await recordDeflection(scope.trx, deflection);
  const { stepped, facts } = unfinished;
  return act(deps, scope, facts, { ...stepped, replies: [...unfinished.replies, ...stepped.replies] });
}

/** In a group the bot is spoken to where it is mentioned, and where orders are given. */
function isHeard(deps: TurnDeps, update: Update): boolean {
  const isSpokenTo = update.kind === 'utterance' && update.mentioned === true;
  return update.address.kind === 'private' || isSpokenTo || isAmong(deps.dispatchGroups, update.address);
}

async function converseWithPerson(
  deps: TurnDeps,
  scope: EffectScope,
  before: Conversation,
): Promise<Conversed> {
  const facts = factsOf(deps, scope.update);
  const input = await inputOf(deps, { ...scope, db: scope.trx }, before, facts);
  return act(deps, scope, facts, deps.step(before, input, facts));
}

/** Does what the flow asks for, step by step, until it asks for nothing more. */
async function act(deps: TurnDeps, scope: EffectScope, facts: Facts, first: Stepped): Promise<Conversed> {
  let stepped = first;
  let changed = scope.update.kind === 'notice';
  const replies = [...first.replies];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (!stepped.effect) {
      await noteNotified(scope, replies);
      return { conversation: stepped.conversation, replies, changed };
    }
    changed ||= changesDesk(stepped.effect);
    const outcome = await perform(scope, stepped.effect);
    stepped = deps.step(stepped.conversation, { kind: 'outcome', outcome }, facts);
    replies.push(...stepped.replies);
  }
  throw new Error(`a turn asked for more than ${MAX_ROUNDS} effects`);
}

/** The ticket's history says that its requester was told, and of what. */
async function noteNotified({ trx, context, update }: EffectScope, replies: readonly Reply[]): Promise<void> {
  if (update.kind !== 'notice' || update.notice.about !== 'ticket' || replies.length === 0) return;
  const { number, event } = update.notice;
  await recordNotified(trx, number, { event, channel: update.address.channel }, context.now());
}
