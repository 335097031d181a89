/** Something that should work does not: the fitting article first, then a ticket with only what is missing asked for. */
import type { Flow, Scene } from '../bot/dialogue/flow.ts';
import { articleSteps } from './parts/article-steps.ts';
import { draftTitle } from './parts/card-fields.ts';
import { REQUEST_SLOTS, ticketSteps } from './parts/ticket-steps.ts';
import { textsOf } from './texts/index.ts';

function isVague(scene: Scene): boolean {
  const { slots } = scene.data;
  return !slots.device && !slots.system && !slots.symptom && scene.data.text.length < 12;
}

export const reportFault: Flow = {
  name: 'report_fault',
  start: 'begin',
  digression: false,
  collects: REQUEST_SLOTS,
  topic: draftTitle,
  steps: {
    begin: {
      kind: 'branch',
      cases: [
        // An emergency is recorded at once: nobody reads an article while a hall stands still.
        { when: (scene) => scene.data.skipArticles || scene.data.urgency === 'critical', to: 'place' },
        { when: isVague, to: 'describe' },
      ],
      else: 'search',
    },
    describe: {
      kind: 'ask',
      slot: 'description',
      ask: (scene) => ({ text: textsOf(scene).askDescription(scene.asked > 0) }),
      take: (scene, heard) => {
        if (heard.text.trim().length < 2 || heard.intent === 'confirm') return null;
        const slots = { ...scene.data.slots, ...heard.slots };
        const { category, urgency } = heard;
        return {
          data: {
            text: heard.text,
            slots,
            ...(category ? { category } : {}),
            ...(urgency ? { urgency } : {}),
          },
        };
      },
      next: 'search',
    },
    ...articleSteps({ unsolved: 'place', unanswered: 'sayNoArticle' }),
    sayNoArticle: { kind: 'say', say: (scene) => ({ text: textsOf(scene).noArticle() }), next: 'place' },
    ...ticketSteps('fault'),
  },
};
