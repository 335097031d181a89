/** Runs flows: from where the active frame stands to the next question, the next effect, or the end of the stack. */
import type { Effect, Outcome } from '../desk.ts';
import { Intent } from '../types.ts';
import { type Frame, newFrameData } from './conversation.ts';
import {
  closeNumbers,
  goTo,
  type Machine,
  placeOf,
  pushFrame,
  say,
  sceneOf,
  topFrame,
  topicOf,
  wordsOf,
} from './machine.ts';

/** A flow that goes round in circles is stopped here; a turn of a real flow takes fewer than ten steps. */
const MAX_STEPS = 60;
/** How long the bot stays silent after a person took over, unless they hand back sooner. */
export const HANDOFF_MS = 60 * 60 * 1000;

/** Gives the effect that must be carried out before the flow can go on; null where it waits for the person. */
export function advance(machine: Machine): Effect | null {
  for (let count = 0; count < MAX_STEPS; count += 1) {
    const frame = topFrame(machine);
    if (!frame) {
      if (!beginQueued(machine)) return null;
      continue;
    }
    const result = runStep(machine, frame);
    if (result === 'wait') return null;
    if (result !== 'go') return result;
  }
  throw new Error(`flow «${topFrame(machine)?.flow}» does not come to a question, an effect or an end`);
}

function runStep(machine: Machine, frame: Frame): Effect | 'wait' | 'go' {
  const place = placeOf(machine, frame);
  if (!place) {
    machine.conversation.stack.pop();
    say(machine, { text: wordsOf(machine).failed() });
    return 'go';
  }
  const { step } = place;
  const scene = sceneOf(machine, frame);
  switch (step.kind) {
    case 'branch':
      goTo(frame, step.cases.find((one) => one.when(scene))?.to ?? step.else);
      return 'go';
    case 'say':
      say(machine, step.say(scene), frame);
      goTo(frame, step.next);
      return 'go';
    case 'ask':
      if (step.filled?.(scene)) {
        goTo(frame, step.next);
        return 'go';
      }
      closeNumbers(machine.conversation);
      say(machine, step.ask(scene), frame);
      frame.asked += 1;
      return 'wait';
    case 'effect':
      return step.effect(scene);
    case 'end':
      return endFrame(machine, frame, step);
  }
}

function endFrame(machine: Machine, frame: Frame, step: { become?: string; handoff?: true }): 'wait' | 'go' {
  const { conversation } = machine;
  conversation.stack.pop();
  passContactOn(machine, frame);
  if (step.become) {
    const intent = Intent.safeParse(step.become);
    pushFrame(machine, step.become, { ...frame.data, ...(intent.success ? { intent: intent.data } : {}) });
    return 'go';
  }
  if (step.handoff) {
    const ticket = frame.data.ticket?.number ?? frame.data.target ?? '';
    conversation.handoff = { ticket, until: machine.facts.now + HANDOFF_MS };
    conversation.stack.length = 0;
    conversation.queue.length = 0;
    return 'wait';
  }
  return resume(machine);
}

/** An interrupted question is put again; one that may stay open just stays, its card is still there. */
function resume(machine: Machine): 'wait' | 'go' {
  const interrupted = topFrame(machine);
  if (!interrupted) return machine.conversation.queue.length > 0 ? 'go' : 'wait';
  const step = placeOf(machine, interrupted)?.step;
  if (step?.kind !== 'ask') return 'go';
  if (step.passing && interrupted.asked > 0) return 'wait';
  const topic = topicOf(machine, interrupted);
  if (topic) say(machine, { text: wordsOf(machine).resumed(topic) });
  return 'go';
}

/** Whoever left a number for one request need not leave it again for the next. */
function passContactOn({ conversation }: Machine, { data }: Frame): void {
  const { phone, location } = data.slots;
  for (const next of conversation.queue) {
    const place = next.intent === 'book_meeting' ? undefined : location;
    next.slots = { ...(phone ? { phone } : {}), ...(place ? { location: place } : {}), ...next.slots };
  }
}

function beginQueued(machine: Machine): boolean {
  const next = machine.conversation.queue.shift();
  if (!next) return false;
  const flow = machine.definition.begins[next.intent];
  say(machine, { text: wordsOf(machine).next(next.text) });
  pushFrame(machine, flow, newFrameData(next));
  return true;
}

/** Takes what came of an effect into the frame that asked for it. */
export function settle(machine: Machine, outcome: Outcome): void {
  const frame = topFrame(machine);
  const step = frame && placeOf(machine, frame)?.step;
  if (!frame || step?.kind !== 'effect') throw new Error('an outcome came where no effect was asked for');
  const scene = sceneOf(machine, frame);
  if (outcome.kind === 'refused') frame.data.refusal = outcome.refusal.reason;
  if (step.keep) frame.data = { ...frame.data, ...step.keep(scene, outcome) };
  const to = step.on[outcome.kind];
  if (!to) throw new Error(`flow «${frame.flow}» step «${frame.step}» has no way on from «${outcome.kind}»`);
  goTo(frame, to);
}
