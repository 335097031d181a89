/** The person wants to know how to do something themself: the article, or honestly none, and then a ticket if wanted. */
import type { Flow } from '../bot/dialogue/flow.ts';
import { articleSteps } from './parts/article-steps.ts';
import { draftTitle } from './parts/card-fields.ts';
import { wantsTicket } from './parts/solved-words.ts';
import { REQUEST_SLOTS } from './parts/ticket-steps.ts';
import { textsOf } from './texts/index.ts';

export const askHowto: Flow = {
  name: 'ask_howto',
  start: 'search',
  digression: true,
  collects: REQUEST_SLOTS,
  topic: draftTitle,
  also: { offer: ['another', 'searchAgain', 'leave'], offerFull: ['another', 'searchAgain', 'leave'] },
  steps: {
    ...articleSteps({ unsolved: 'ticket', unanswered: 'offerTicket' }),
    offerTicket: {
      kind: 'ask',
      ask: (scene) => {
        const texts = textsOf(scene);
        return {
          text: texts.notInBase(),
          card: {
            title: draftTitle(scene),
            fields: [],
            actions: [
              { id: 'ticket', label: texts.buttons.ticketInstead, value: '', style: 'primary' },
              { id: 'no', label: texts.buttons.noThanks, value: '' },
            ],
          },
        };
      },
      choices: { ticket: 'ticket', no: 'sayNotNow' },
      yes: 'ticket',
      no: 'no',
      take: (_scene, heard) => (wantsTicket(heard.text) ? { to: 'ticket' } : null),
      next: 'ticket',
    },
    sayNotNow: { kind: 'say', say: (scene) => ({ text: textsOf(scene).notNow() }), next: 'end' },
    ticket: { kind: 'end', become: 'request_service' },
    end: { kind: 'end' },
  },
};
