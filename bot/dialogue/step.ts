/**
 * One step of a conversation: state and input in, state, replies and at most one effect out; does nothing itself.
 * The shell carries the effect out and calls again with its outcome, until there is none.
 */
import type { Effect, Facts, Outcome } from '../desk.ts';
import type { Reply } from '../reply.ts';
import type { Action, Expectation, Notice } from '../types.ts';
import type { Conversation } from './conversation.ts';
import type { DialogueDefinition } from './definition.ts';
import { advance, settle } from './engine.ts';
import { hear, type Utterance } from './hear.ts';
import { type Machine, MEETING_IN_MIND_MS } from './machine.ts';
import { tellOfRecall } from './message-changes.ts';
import { type NoticeViews, tellNotice } from './notice.ts';
import { press } from './press.ts';

export type Input =
  | ({ kind: 'utterance' } & Utterance)
  | { kind: 'action'; action: Action }
  | { kind: 'recall' }
  | { kind: 'notice'; notice: Notice; views: NoticeViews }
  | { kind: 'outcome'; outcome: Outcome };

export interface Stepped {
  conversation: Conversation;
  replies: Reply[];
  /** To be carried out; its outcome is the next input. Null where the turn is over. */
  effect: Effect | null;
}

export type Step = (conversation: Conversation, input: Input, facts: Facts) => Stepped;

/** The step function over a set of flows. */
export function createStep(definition: DialogueDefinition): Step {
  return (before, input, facts) => {
    const machine: Machine = { definition, facts, conversation: copyOf(before), replies: [] };
    const effect = take(machine, input);
    return { conversation: machine.conversation, replies: machine.replies, effect };
  };
}

/** A conversation is JSON, which copies by hand in a fifth of the time that `structuredClone` needs for whatever there is. */
function copyOf<T>(json: T): T {
  if (Array.isArray(json)) return json.map(copyOf) as T;
  if (typeof json !== 'object' || json === null) return json;
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) copy[name] = copyOf(value);
  return copy as T;
}

function take(machine: Machine, input: Input): Effect | null {
  switch (input.kind) {
    case 'utterance':
      return hear(machine, input);
    case 'action':
      machine.conversation.lastAt = machine.facts.now;
      return press(machine, input.action);
    case 'recall':
      return tellOfRecall(machine);
    case 'notice':
      return tellNotice(machine, input.notice, input.views);
    case 'outcome':
      settle(machine, input.outcome);
      return advance(machine);
  }
}

/** What was asked last, or what was just spoken of, for reading the answer to it. `now` is epoch milliseconds. */
export function expectationOf(
  definition: DialogueDefinition,
  conversation: Conversation,
  now: number,
): Expectation | undefined {
  const frame = conversation.stack.at(-1);
  if (!frame) {
    const at = conversation.meeting?.at;
    return at !== undefined && now - at <= MEETING_IN_MIND_MS ? { flow: 'change_meeting' } : undefined;
  }
  const step = definition.flows[frame.flow]?.steps[frame.step];
  if (step?.kind !== 'ask') return undefined;
  return { flow: frame.flow, ...(step.slot ? { slot: step.slot } : {}) };
}
