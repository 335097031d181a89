/** What an utterance means while a question is open: its answer, a correction, more of the same, or something else. */

import type { Intent, SlotName, Slots, Understanding } from '../types.ts';
import { isCorrection } from '../understand/index.ts';
import type { Frame } from './conversation.ts';
import { clearly, type Flow, type FlowStep } from './flow.ts';
import { goTo, type Machine, say, sceneOf, wordsOf } from './machine.ts';
import { addSlots, mergeSlots, namesGiven } from './slots.ts';

/** `done`: taken in, go on; `interrupt`: another matter, to be begun now; `missed`: not understood. */
export type Answered = 'done' | 'interrupt' | 'missed' | 'abandon' | 'waiting';

type AskStep = Extract<FlowStep, { kind: 'ask' }>;

/** Another matter is begun in the middle only when it is clear that it is one. */
const SURE_OF_ANOTHER = 0.6;
/** «我先试试», «再等等»: no answer yet. */
const WAITS =
  /^(?:好的?[,，]?)?(?:我)?(?:先|等我|让我|容我|再)(?:去)?(?:试|看|弄|等|操作|回去|回办公室).{0,8}$|^(?:稍等|等等|等一下|等会儿?|等下|稍后|再等等|等我一下|还没试|我在开会).{0,6}$|^(?:wait|hold on|one moment|let me (?:try|see|check)|i(?:'| wi)ll try).{0,20}$/i;
/** «再试也不行» has tried already. */
const FAILED = /不行|没用|也不|还是|不了|没反应/;
const REQUESTS: readonly Intent[] = ['report_fault', 'request_service', 'book_meeting'];
/** Said in the middle of a request, these are about that request. */
const ABOUT_IT: readonly Intent[] = [
  'add_to_ticket',
  'confirm',
  'deny',
  'out_of_scope',
  'change_meeting',
  'reopen_ticket',
];

export function answer(
  machine: Machine,
  frame: Frame,
  flow: Flow,
  step: AskStep,
  heard: Understanding,
): Answered {
  if (isCorrection(heard.text) && namesGiven(heard, flow.collects).length > 0) {
    return correct(machine, frame, flow, heard);
  }
  const waits = WAITS.test(heard.text.trim()) && !FAILED.test(heard.text);
  if (waits || step.waits?.(sceneOf(machine, frame), heard)) {
    machine.conversation.misses = 0;
    say(machine, { text: wordsOf(machine).waiting() });
    return 'waiting';
  }
  const taken = step.take?.(sceneOf(machine, frame), heard);
  if (taken) {
    frame.data = { ...frame.data, ...taken.data };
    return proceed(machine, frame, taken.to ?? step.next);
  }
  const chosen = yesOrNo(step, heard);
  if (chosen) return proceed(machine, frame, chosen);
  if (step.slot && step.slot !== 'description' && heard.slots[step.slot] !== undefined) {
    frame.data.slots = addSlots(frame.data.slots, withoutEchoes(heard.slots, step.slot), flow.collects);
    return proceed(machine, frame, step.next);
  }
  return aside(machine, frame, flow, step, heard);
}

/** «8012» in answer to a question is one thing: another reading of the same characters is not taken beside it. */
function withoutEchoes(slots: Slots, expected: SlotName): Slots {
  const answerText = textOf(slots[expected]);
  const kept = Object.entries(slots).filter(
    ([name, value]) => name === expected || !overlaps(textOf(value), answerText),
  );
  return Object.fromEntries(kept) as Slots;
}

function textOf(value: Slots[SlotName]): string {
  if (value === undefined) return '';
  return typeof value === 'object' && 'text' in value ? value.text : String(value);
}

function overlaps(text: string, other: string): boolean {
  return text !== '' && other !== '' && (text.includes(other) || other.includes(text));
}

function proceed(machine: Machine, frame: Frame, to: string): Answered {
  machine.conversation.misses = 0;
  goTo(frame, to);
  return 'done';
}

/** Only a real yes or no decides: a guess of one would submit what nobody agreed to. */
function yesOrNo(step: AskStep, heard: Understanding): string | undefined {
  if (step.yes && clearly(heard, 'confirm')) return step.choices?.[step.yes];
  if (step.no && clearly(heard, 'deny')) return step.choices?.[step.no];
  return undefined;
}

/** Puts what was said into the frame, by the flow's own rule where it has one. */
function merged(machine: Machine, frame: Frame, flow: Flow, heard: Understanding): Slots {
  return (
    flow.merge?.(sceneOf(machine, frame), heard) ?? mergeSlots(frame.data.slots, heard.slots, flow.collects)
  );
}

/** Puts right what was said before; the person is told what stands now. */
export function correct(machine: Machine, frame: Frame, flow: Flow, said: Understanding): Answered {
  const heard = { ...said, slots: correctedSlots(said, flow.collects) };
  const names = namesGiven(heard, flow.collects);
  // A corrected list or place replaces; what the correction does not name stays.
  const before = { ...frame.data.slots };
  if (names.includes('equipment')) delete before.equipment;
  frame.data = { ...frame.data, slots: before };
  frame.data.slots = merged(machine, frame, flow, heard);
  machine.conversation.misses = 0;
  say(machine, { text: wordsOf(machine).corrected(names.map((name) => shown(frame.data.slots, name))) });
  return 'done';
}

/** «不对，是四楼»: what is wrong is the place; a symptom beside another slot is the correction itself. */
function correctedSlots({ slots, mentions }: Understanding, collects: readonly SlotName[]): Slots {
  const { symptom, ...others } = mentions ?? slots;
  const alone = Object.keys(others).every((name) => !collects.includes(name as SlotName));
  return alone && symptom !== undefined ? { ...others, symptom } : others;
}

function shown(slots: Frame['data']['slots'], name: SlotName): string {
  const value = slots[name];
  if (value === undefined) return '';
  if (typeof value === 'object' && 'text' in value) return value.text;
  return Array.isArray(value) ? value.join('、') : String(value);
}

/** «下周一就要用» said to a request for something is by when it is wanted. */
function forFlow(flow: Flow, heard: Understanding): Understanding {
  const { start: begins, ...slots } = heard.slots;
  const start = heard.mentions?.deadline ?? begins;
  const takes = (name: SlotName) => flow.collects.includes(name);
  if (!start || slots.deadline || takes('start') || !takes('deadline') || MEETS.test(heard.text))
    return heard;
  return { ...heard, slots: { ...slots, deadline: start } };
}

function aside(machine: Machine, frame: Frame, flow: Flow, step: AskStep, said: Understanding): Answered {
  const heard = forFlow(flow, said);
  const drafting = REQUESTS.includes(frame.data.intent);
  if (drafting && heard.intent === 'cancel_ticket' && !heard.slots.ticket) return 'abandon';
  // «不开了» while a room is being booked gives the booking up; there is no meeting yet.
  if (frame.data.intent === 'book_meeting' && clearly(heard, 'cancel_meeting')) return 'abandon';
  const sure = heard.confidence >= SURE_OF_ANOTHER;
  const another = REQUESTS.includes(heard.intent) ? sure && isAnotherMatter(frame, heard) : sure;
  if (another && !ABOUT_IT.includes(heard.intent)) return interruptOrQueue(machine, frame, step, heard);
  if (namesGiven(heard, flow.collects).length > 0 || (drafting && REQUESTS.includes(heard.intent) && sure)) {
    frame.data.slots = flow.merge
      ? merged(machine, frame, flow, heard)
      : addSlots(frame.data.slots, heard.slots, flow.collects);
    noteAside(frame, flow, heard);
    say(machine, { text: wordsOf(machine).noted() });
    return 'done';
  }
  return heard.intent === 'out_of_scope' && sure ? 'interrupt' : 'missed';
}

const URGENT = /急|尽快|马上|赶紧|加急|asap|urgent/i;

/** Free words beside the question are kept; a bare place or number says nothing more than its slot. */
function noteAside(frame: Frame, flow: Flow, heard: Understanding): void {
  if (URGENT.test(heard.text) && !/不急/.test(heard.text) && frame.data.urgency !== 'critical')
    frame.data.urgency = 'high';
  const said = namesGiven(heard, flow.collects).map((name) => textOf(heard.slots[name]));
  const rest = said.reduce((text, value) => text.replace(value, ''), heard.text);
  if (rest.replace(/[\s\p{P}]/gu, '').length > 4) frame.data.notes.push(heard.text);
}

const MEETS = /会|培训|汇报|评审|接待|meet|room|conference/i;

/** A second request in the same chat: of another kind, or of another category with a thing of its own. */
function isAnotherMatter(frame: Frame, heard: Understanding): boolean {
  if (!REQUESTS.includes(frame.data.intent)) return true;
  const meeting = (intent: Intent) => intent === 'book_meeting';
  // «下周一上班就要用» is by when, not a meeting.
  if (meeting(heard.intent) && !MEETS.test(heard.text) && heard.slots.attendees === undefined) return false;
  if (meeting(heard.intent) !== meeting(frame.data.intent)) return true;
  const thing = heard.slots.device ?? heard.slots.system;
  const before = frame.data.slots.device ?? frame.data.slots.system;
  return thing !== undefined && heard.category !== frame.data.category && thing !== before;
}

/** While details of a request are being asked for, another request waits its turn; anything else is answered now. */
function interruptOrQueue(machine: Machine, frame: Frame, step: AskStep, heard: Understanding): Answered {
  const drafting = REQUESTS.includes(frame.data.intent) && !step.passing;
  if (!drafting || !REQUESTS.includes(heard.intent)) return 'interrupt';
  machine.conversation.queue.push({
    text: heard.text,
    intent: heard.intent,
    slots: heard.slots,
    category: heard.category,
    urgency: heard.urgency,
  });
  say(machine, { text: wordsOf(machine).queued(heard.text) });
  return 'done';
}
