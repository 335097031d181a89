/** «撤回»: the last small change of a meeting is taken back. */
import type { Flow } from '../bot/dialogue/flow.ts';
import { meetingCard } from './parts/card-fields.ts';
import { textsOf } from './texts/index.ts';

export const undoChange: Flow = {
  name: 'undo_change',
  start: 'undo',
  digression: true,
  collects: [],
  steps: {
    undo: {
      kind: 'effect',
      effect: ({ data }) => {
        const [number = '', version] = (data.picked ?? '').split(':');
        return { kind: 'undo_change', number, version: Number(version) };
      },
      keep: (_scene, outcome) => (outcome.kind === 'meeting' ? { meeting: outcome.meeting } : {}),
      on: { meeting: 'undone', refused: 'tooLate' },
    },
    undone: {
      kind: 'say',
      say: (scene) => {
        const { meeting } = scene.data;
        const text = textsOf(scene).changeUndone(meeting?.number ?? '');
        return meeting ? { text, card: meetingCard(scene, meeting), meeting: meeting.number } : { text };
      },
      next: 'end',
    },
    tooLate: { kind: 'say', say: (scene) => ({ text: textsOf(scene).changeKept() }), next: 'end' },
    end: { kind: 'end' },
  },
};
