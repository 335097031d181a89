/** Dissatisfied with the service itself: recorded as it was said, and straight to whoever is responsible. */
import type { Flow } from '../bot/dialogue/flow.ts';
import { REQUEST_SLOTS } from './parts/ticket-steps.ts';
import { short, textsOf } from './texts/index.ts';

const SAYS_LITTLE = 8;

export const complain: Flow = {
  name: 'complain',
  start: 'what',
  digression: true,
  collects: REQUEST_SLOTS,
  topic: (scene) => short(scene.data.text),
  steps: {
    what: {
      kind: 'ask',
      slot: 'description',
      filled: (scene) => scene.data.text.replace(/[\s\p{P}]/gu, '').length >= SAYS_LITTLE,
      ask: (scene) => ({ text: textsOf(scene).askComplaint() }),
      take: (scene, heard) => ({ data: { text: `${scene.data.text}\n${heard.text}` } }),
      next: 'phone',
    },
    phone: {
      kind: 'ask',
      slot: 'phone',
      filled: (scene) => Boolean(scene.data.slots.phone ?? scene.facts.sender.phone),
      ask: (scene) => ({ text: textsOf(scene).askCallback(scene.asked > 0) }),
      take: (scene, heard) => {
        if (heard.slots.phone) return null;
        const more = heard.text.replace(/[\s\p{P}]/gu, '').length >= SAYS_LITTLE;
        if (!more) return { to: 'open' };
        return {
          data: { text: `${scene.data.text}\n${heard.text}` },
          to: scene.asked < 2 ? 'phone' : 'open',
        };
      },
      next: 'open',
    },
    open: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'open_ticket',
        draft: {
          kind: 'service',
          category: scene.data.category ?? 'other',
          urgency: 'high',
          title: short(scene.data.text, 60),
          description: scene.data.text,
          slots: scene.data.slots,
          tried: [],
          complaint: true,
        },
      }),
      keep: (_scene, outcome) => (outcome.kind === 'ticket' ? { ticket: outcome.ticket } : {}),
      on: { ticket: 'done', refused: 'sorry' },
    },
    done: {
      kind: 'say',
      say: (scene) => {
        const number = scene.data.ticket?.number ?? '';
        return { text: textsOf(scene).complained(number), ticket: number };
      },
      next: 'end',
    },
    sorry: { kind: 'say', say: (scene) => ({ text: textsOf(scene).engine.failed() }), next: 'end' },
    end: { kind: 'end' },
  },
};
