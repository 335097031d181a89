/** A room was refused; one of those that were offered instead is booked with a press. */
import type { Flow } from '../bot/dialogue/flow.ts';
import { bookedSaid } from './parts/booked-words.ts';
import { textsOf } from './texts/index.ts';

export const rebookMeeting: Flow = {
  name: 'rebook_meeting',
  start: 'book',
  digression: true,
  collects: [],
  steps: {
    book: {
      kind: 'effect',
      effect: ({ data }) => {
        const [number = '', which] = (data.picked ?? '').split(':');
        return { kind: 'rebook_meeting', number, which: Number(which) };
      },
      keep: (_scene, outcome) => (outcome.kind === 'meeting' ? { meeting: outcome.meeting } : {}),
      on: { meeting: 'sayBooked', refused: 'gone' },
    },
    sayBooked: { kind: 'say', say: bookedSaid, next: 'end' },
    gone: { kind: 'say', say: (scene) => ({ text: textsOf(scene).offerGone() }), next: 'end' },
    end: { kind: 'end' },
  },
};
