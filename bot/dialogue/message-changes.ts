/** A message that its sender changed or took back after it was answered. */
import type { Effect } from '../desk.ts';
import type { Understanding } from '../types.ts';
import { correct } from './answer.ts';
import { newFrameData } from './conversation.ts';
import { type Machine, placeOf, pushFrame, say, topFrame, wordsOf } from './machine.ts';
import { namesGiven } from './slots.ts';

/**
 * The new text of a message corrects the matter that is being talked about, or changes the ticket that came of it.
 * `as_said`: neither is there, so it is heard like any message.
 */
export function readEdit(machine: Machine, heard: Understanding): 'done' | 'as_said' {
  const top = topFrame(machine);
  if (top) {
    const flow = placeOf(machine, top)?.flow;
    if (!flow || namesGiven(heard, flow.collects).length === 0) return 'as_said';
    correct(machine, top, flow, heard);
    return 'done';
  }
  const { ticket } = machine.conversation;
  if (ticket === null) return 'as_said';
  const { text, intent, slots } = heard;
  const data = newFrameData({ text, intent, slots: { ...slots, ticket } });
  pushFrame(machine, machine.definition.begins.add_to_ticket, data);
  return 'done';
}

/** Nothing is undone behind anybody's back: the person is told what stands, and how to call it off. */
export function tellOfRecall(machine: Machine): Effect | null {
  const { conversation } = machine;
  const words = wordsOf(machine);
  if (conversation.handoff) return null;
  if (topFrame(machine)) say(machine, { text: words.recalledInFlow() });
  else if (conversation.ticket !== null) say(machine, { text: words.recalledTicket(conversation.ticket) });
  return null;
}
