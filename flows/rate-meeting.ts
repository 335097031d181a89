/** What the requester thought of a meeting that is over; a low score is asked about. */
import type { Flow, FlowStep, Scene } from '../bot/dialogue/flow.ts';
import { textsOf } from './texts/index.ts';

const NOTHING = /^(?:没有?|无|不说了?|算了|no|nothing|none)[。.!！]?$/i;

const scoreOf = ({ data }: Scene): number => Number((data.picked ?? '').split(':')[1]);

function rate(text: (scene: Scene) => string | undefined, next: string): FlowStep {
  return {
    kind: 'effect',
    effect: (scene) => {
      const said = text(scene);
      const number = scene.data.target ?? '';
      return { kind: 'rate_meeting', number, score: scoreOf(scene), ...(said ? { text: said } : {}) };
    },
    on: { meeting: next, refused: 'notYours' },
  };
}

export const rateMeeting: Flow = {
  name: 'rate_meeting',
  start: 'rate',
  digression: true,
  transient: true,
  collects: [],
  steps: {
    rate: rate(() => undefined, 'isLow'),
    isLow: { kind: 'branch', cases: [{ when: (scene) => scoreOf(scene) <= 2, to: 'why' }], else: 'thanks' },
    why: {
      kind: 'ask',
      slot: 'description',
      ask: (scene) => ({ text: textsOf(scene).meetingRating.why() }),
      take: (_scene, heard) =>
        NOTHING.test(heard.text.trim()) ? { to: 'thanks' } : { data: { remark: heard.text } },
      next: 'add',
    },
    add: rate(({ data }) => data.remark, 'noted'),
    thanks: {
      kind: 'say',
      say: (scene) => ({ text: textsOf(scene).meetingRating.thanks(scoreOf(scene)) }),
      next: 'end',
    },
    noted: { kind: 'say', say: (scene) => ({ text: textsOf(scene).meetingRating.noted() }), next: 'end' },
    notYours: {
      kind: 'say',
      say: (scene) => ({ text: textsOf(scene).meetingRating.notYours() }),
      next: 'end',
    },
    end: { kind: 'end' },
  },
  also: { why: ['thanks'] },
};
