/**
 * Asks the model about an update before its turn, outside any transaction and without a lock. The turn uses the answer
 * only where the conversation still expects what it did then.
 */
import type { Logger } from 'pino';
import { reviveConversation } from '../../bot/dialogue/conversation.ts';
import type { DialogueDefinition } from '../../bot/dialogue/definition.ts';
import { expectationOf } from '../../bot/dialogue/step.ts';
import type { Expectation, Understand, Understanding, Update } from '../../bot/types.ts';
import { peekConversation } from '../store/conversation-peek.ts';
import type { Db } from '../store/database.ts';
import { isDatabaseAway } from '../store/database-errors.ts';
import { isAmong } from '../store/keys.ts';
import { commandIn } from '../turn/group-turn.ts';
import type { ModelUnderstanding } from './model-understanding.ts';

/** A record, and what the conversation expected when it was made. */
export interface Foreseen {
  expect: Expectation | undefined;
  heard: Understanding;
}

export interface Adviser {
  /** One plain read. Null where there is nothing to ask; otherwise the question, which may take seconds. */
  consider(update: Update): Promise<(() => Promise<Foreseen>) | null>;
  /** Conversations whose next turn waits for a model beside the worker's rounds. */
  waiting: WaitingTurns;
}

export interface WaitingTurns {
  has(key: string): boolean;
  keys(): string[];
  /** Keeps a conversation as waiting until its turn ends, and tells when; the turn must not reject. */
  add(key: string, turn: Promise<void>): Promise<void>;
  /** When none waits any more. */
  settled(): Promise<void>;
}

export interface AdviserParts {
  db: Db;
  dialogue: DialogueDefinition;
  understand: Understand;
  model: ModelUnderstanding;
  dispatchGroups: ReadonlySet<string>;
  log: Logger;
  now(): number;
}

export function createAdviser(parts: AdviserParts): Adviser {
  return {
    waiting: createWaitingTurns(),
    async consider(update) {
      try {
        return await questionAbout(update, parts);
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        parts.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'model.not_considered');
        return null;
      }
    },
  };
}

async function questionAbout(update: Update, parts: AdviserParts): Promise<(() => Promise<Foreseen>) | null> {
  if (update.kind !== 'utterance' || !isSpokenTo(update, parts.dispatchGroups)) return null;
  if (update.text.trim() === '') return null;
  if (update.masked?.includes('classified')) return null;
  const peeked = await peekConversation(parts.db, update);
  if (peeked?.done) return null;
  const conversation = reviveConversation(peeked?.state, peeked?.stateVersion ?? 0);
  const now = parts.now();
  // A person has taken over: nothing is understood then, only passed on.
  if (conversation.handoff && now < conversation.handoff.until) return null;
  const expect = expectationOf(parts.dialogue, conversation, now);
  const context = expect ? { expect } : {};
  const { text, sender } = update;
  const builtIn = parts.understand(text, { now, ...context });
  const question = parts.model.consider({ text, builtIn, sender, ...context });
  return question && (async () => ({ expect, heard: await question() }));
}

/** In a group only what is said to the bot is understood; commands of a dispatch group are none of it. */
function isSpokenTo(update: Update, dispatchGroups: ReadonlySet<string>): boolean {
  if (update.address.kind !== 'group') return true;
  const isCommand = isAmong(dispatchGroups, update.address) && commandIn(update) !== null;
  return update.kind === 'utterance' && update.mentioned === true && !isCommand;
}

/** The understanding of a turn: what was foreseen, where text and expectation are still the same. */
export function following(understand: Understand, foreseen: Foreseen): Understand {
  return (text, context) => {
    const same = text === foreseen.heard.text && isSame(context.expect, foreseen.expect);
    return same ? foreseen.heard : understand(text, context);
  };
}

function isSame(a: Expectation | undefined, b: Expectation | undefined): boolean {
  return a?.flow === b?.flow && a?.slot === b?.slot;
}

function createWaitingTurns(): WaitingTurns {
  const turns = new Map<string, Promise<void>>();
  return {
    has: (key) => turns.has(key),
    keys: () => [...turns.keys()],
    add(key, turn) {
      const ended = turn.then(() => {
        turns.delete(key);
      });
      turns.set(key, ended);
      return ended;
    },
    async settled() {
      while (turns.size > 0) await Promise.all(turns.values());
    },
  };
}
