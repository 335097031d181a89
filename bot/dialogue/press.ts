/** A pressed button, or its label typed. */
import type { Effect } from '../desk.ts';
import type { Action } from '../types.ts';
import { type Frame, newFrameData } from './conversation.ts';
import { advance } from './engine.ts';
import { goTo, type Machine, placeOf, pushFrame, say, wordsOf } from './machine.ts';

/** Carries the button out, or says that its card no longer holds. */
export function press(machine: Machine, action: Action): Effect | null {
  const frame = frameOf(machine, action);
  const place = frame && placeOf(machine, frame);
  const to = place?.step.kind === 'ask' ? place.step.choices?.[action.id] : undefined;
  if (frame && to) {
    machine.conversation.misses = 0;
    bringToTop(machine, frame);
    frame.data.picked = action.id.includes('.') ? action.value : (action.value.split('/')[1] ?? '');
    goTo(frame, to);
    return advance(machine);
  }
  const flow = machine.definition.actions[action.id];
  if (flow) {
    const target = action.value.split(':')[0] ?? '';
    pushFrame(machine, flow, newFrameData({ text: '', intent: 'confirm', target, picked: action.value }));
    return advance(machine);
  }
  say(machine, { text: wordsOf(machine).stale() });
  return null;
}

/** Whether pressing it would still do something. */
export function actionHolds(machine: Machine, action: Action): boolean {
  if (machine.definition.actions[action.id]) return true;
  const frame = frameOf(machine, action);
  const place = frame && placeOf(machine, frame);
  return place?.step.kind === 'ask' && place.step.choices?.[action.id] !== undefined;
}

function frameOf(machine: Machine, action: Action): Frame | undefined {
  const { stack } = machine.conversation;
  if (action.id.includes('.')) {
    const target = action.value.split(':')[0];
    return stack.findLast((frame) => frame.data.target === target && asksFor(machine, frame, action.id));
  }
  const id = action.value.split('/')[0];
  return stack.find((frame) => frame.id === id);
}

function asksFor(machine: Machine, frame: Frame, actionId: string): boolean {
  const step = placeOf(machine, frame)?.step;
  return step?.kind === 'ask' && step.choices?.[actionId] !== undefined;
}

/** The person goes back to an interrupted matter by its card: it is the active one again. */
function bringToTop(machine: Machine, frame: Frame): void {
  const { stack } = machine.conversation;
  stack.splice(stack.indexOf(frame), 1);
  stack.push(frame);
}
