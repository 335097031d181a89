/** The working state of one step: a conversation being changed, and what is to be said. Lives no longer than a step. */
import type { Facts } from '../desk.ts';
import { type Reply, replyWith } from '../reply.ts';
import type { Conversation, Frame, FrameData } from './conversation.ts';
import type { DialogueDefinition, EngineWords } from './definition.ts';
import type { Flow, FlowStep, Said, Scene } from './flow.ts';

export interface Machine {
  readonly definition: DialogueDefinition;
  readonly facts: Facts;
  readonly conversation: Conversation;
  readonly replies: Reply[];
}

/** So long after a meeting was spoken of, «改到四点» is read as meant for it. */
export const MEETING_IN_MIND_MS = 30 * 60 * 1000;

export function wordsOf(machine: Machine): EngineWords {
  return machine.definition.words[machine.conversation.language];
}

export function topFrame(machine: Machine): Frame | undefined {
  return machine.conversation.stack.at(-1);
}

/** The flow and step that a frame stands at; undefined where the stored frame names one that is gone. */
export function placeOf(machine: Machine, frame: Frame): { flow: Flow; step: FlowStep } | undefined {
  const flow = machine.definition.flows[frame.flow];
  const step = flow?.steps[frame.step];
  return flow && step ? { flow, step } : undefined;
}

export function sceneOf(machine: Machine, frame: Frame): Scene {
  return {
    data: frame.data,
    facts: machine.facts,
    language: machine.conversation.language,
    asked: frame.asked,
  };
}

export function topicOf(machine: Machine, frame: Frame): string {
  return machine.definition.flows[frame.flow]?.topic?.(sceneOf(machine, frame)) ?? '';
}

export function pushFrame(machine: Machine, flow: string, data: FrameData): void {
  const definition = machine.definition.flows[flow];
  if (!definition) throw new Error(`no flow «${flow}»`);
  const { conversation } = machine;
  conversation.stack.push({ id: `f${conversation.nextFrame}`, flow, step: definition.start, asked: 0, data });
  conversation.nextFrame += 1;
}

/** To another step, which begins to be asked; the same one is asked once more. */
export function goTo(frame: Frame, step: string): void {
  if (frame.step !== step) frame.asked = 0;
  frame.step = step;
}

/** Says it in a wording that was not the last thing said, where there is a choice. */
export function say(machine: Machine, said: Said, frame?: Frame): void {
  const { conversation } = machine;
  const lead = chooseWording(said.text, conversation);
  conversation.lastSaid = lead;
  conversation.said += 1;
  const rest = {
    ...(said.articles ? { articles: [...said.articles] } : {}),
    ...(said.files ? { files: [...said.files] } : {}),
    ...(said.ticket ? { ticket: said.ticket } : {}),
    ...(said.meeting ? { meeting: said.meeting } : {}),
  };
  if (said.ticket) conversation.ticket = said.ticket;
  if (said.meeting) conversation.meeting = { number: said.meeting, at: machine.facts.now };
  if (!said.card) {
    machine.replies.push({ text: lead, ...rest });
    return;
  }
  const actions = said.card.actions.map((action) => ({ ...action, value: boundValue(action, frame) }));
  const card = { ...said.card, actions };
  machine.replies.push(replyWith(lead, card, rest));
  if (actions.length > 0) {
    closeNumbers(conversation);
    const shown = { actions: actions.map(({ id, label, value }) => ({ id, label, value })), numbered: true };
    conversation.offered = [shown, ...conversation.offered].slice(0, 3);
  }
}

/** From here on a bare number answers the newer question, not the older card. */
export function closeNumbers(conversation: Conversation): void {
  for (const card of conversation.offered) card.numbered = false;
}

/** A button of a flow belongs to the frame that showed it; one with a dot in its id stands by itself. */
function boundValue(action: { id: string; value: string }, frame: Frame | undefined): string {
  if (action.id.includes('.') || !frame) return action.value;
  return action.value ? `${frame.id}/${action.value}` : frame.id;
}

function chooseWording(text: string | readonly string[], conversation: Conversation): string {
  if (typeof text === 'string') return text;
  const first = text[conversation.said % text.length] ?? '';
  if (first !== conversation.lastSaid) return first;
  return text.find((one) => one !== conversation.lastSaid) ?? first;
}
