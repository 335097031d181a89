/** A flow is data in five kinds of step; one loop runs them (engine.ts), and `flowFaults` proves one before it runs. */
import type { Effect, Facts, Outcome } from '../desk.ts';
import type { Card, ReplyFile } from '../reply.ts';
import type { Intent, Language, SlotName, Slots, Understanding } from '../types.ts';
import type { FrameData } from './conversation.ts';

/** What a step sees. */
export interface Scene {
  data: FrameData;
  facts: Facts;
  language: Language;
  /** How often the current question was put already: 0 the first time. */
  asked: number;
}

/** What is said: several wordings where the same thing may have to be said twice. */
export interface Said {
  text: string | readonly string[];
  card?: Card;
  articles?: readonly string[];
  files?: readonly ReplyFile[];
  ticket?: string;
  meeting?: string;
}

/** Below this a reading is a guess, and decides nothing by itself. */
const SURE = 0.75;

/** That the message clearly says it: «thanks», «no», «cancel it». */
export function clearly(heard: Understanding, ...intents: readonly Intent[]): boolean {
  return heard.confidence >= SURE && intents.includes(heard.intent);
}

/** How a free answer changes the data; `to` where it also decides the way. Null: there is no answer in it. */
export interface Taken {
  data?: Partial<FrameData>;
  to?: string;
}

export type FlowStep =
  | { kind: 'branch'; cases: readonly { when: (scene: Scene) => boolean; to: string }[]; else: string }
  | { kind: 'say'; say: (scene: Scene) => Said; next: string }
  | {
      kind: 'ask';
      ask: (scene: Scene) => Said;
      /** What kind of answer is expected: understanding reads a bare «四点» by it. */
      slot?: SlotName | 'description';
      /** The question is left out where the answer is known. */
      filled?: (scene: Scene) => boolean;
      /** Buttons of the card, by action id. */
      choices?: Readonly<Record<string, string>>;
      /** Which button a bare yes or no stands for. */
      yes?: string;
      no?: string;
      /** Reads an answer in free words; tried before the slot. */
      take?: (scene: Scene, heard: Understanding) => Taken | null;
      /** What is no answer yet: «好的» to a proposal means that they will try it. The question stays open. */
      waits?: (scene: Scene, heard: Understanding) => boolean;
      /** The question may stay open: another request is begun at once, not after this one. */
      passing?: true;
      next: string;
    }
  | {
      kind: 'effect';
      effect: (scene: Scene) => Effect;
      keep?: (scene: Scene, outcome: Outcome) => Partial<FrameData>;
      on: Readonly<Partial<Record<Outcome['kind'], string>>>;
    }
  /**
   * `become` goes on as another flow with the same data (没解决 after a how-to becomes a request);
   * `handoff` leaves the conversation to a person, who has the ticket that was spoken of.
   */
  | { kind: 'end'; become?: string; handoff?: true };

export interface Flow {
  name: string;
  start: string;
  /** A digression is answered in passing; the interrupted flow is taken up again after it. */
  digression: boolean;
  /** Dropped, not taken up again, where the person goes on to something else. */
  transient?: true;
  /** Slots that corrections and additions may change while it runs. */
  collects: readonly SlotName[];
  steps: Readonly<Record<string, FlowStep>>;
  /** How what was said later goes together with what was said before, where that is more than «later wins». */
  merge?: (scene: Scene, heard: Understanding) => Slots;
  /** Shown where the flow is put aside or dropped: «打印机卡纸». */
  topic?: (scene: Scene) => string;
  /** Steps that a `take` may go to, by the step that takes; the proof of the flow follows them. */
  also?: Readonly<Record<string, readonly string[]>>;
}

function targetsOf(step: FlowStep): string[] {
  switch (step.kind) {
    case 'branch':
      return [...step.cases.map((one) => one.to), step.else];
    case 'say':
      return [step.next];
    case 'ask':
      return [step.next, ...Object.values(step.choices ?? {})];
    case 'effect':
      return Object.values(step.on);
    case 'end':
      return [];
  }
}

/** Every fault of a flow by name: unknown target, unreachable step, no end, a yes/no without its choice. */
export function flowFaults(flow: Flow, flows: Readonly<Record<string, Flow>>): string[] {
  const faults: string[] = [];
  const reached = new Set<string>();
  const open = [flow.start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const step = flow.steps[at];
    if (!step) {
      faults.push(`${flow.name}: step «${at}» is named but not there`);
      continue;
    }
    open.push(...targetsOf(step), ...(flow.also?.[at] ?? []));
  }
  for (const [name, step] of Object.entries(flow.steps)) {
    if (!reached.has(name)) faults.push(`${flow.name}: step «${name}» is never reached`);
    faults.push(...stepFaults(flow, name, step, flows));
  }
  const ends = Object.values(flow.steps).some((step) => step.kind === 'end');
  if (!ends) faults.push(`${flow.name}: has no end`);
  return faults;
}

function stepFaults(
  flow: Flow,
  name: string,
  step: FlowStep,
  flows: Readonly<Record<string, Flow>>,
): string[] {
  const at = `${flow.name}.${name}`;
  if (step.kind === 'end' && step.become && !flows[step.become]) return [`${at}: becomes an unknown flow`];
  if (step.kind === 'effect' && !step.on.refused) return [`${at}: says nothing of a refusal`];
  if (step.kind !== 'ask') return [];
  const bad = [step.yes, step.no].filter((id) => id !== undefined && !step.choices?.[id]);
  return bad.map((id) => `${at}: «${id}» is none of its choices`);
}
