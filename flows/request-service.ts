/** Nothing is broken; the person wants something done, supplied or changed. */
import { clearly, type Flow, type Scene } from '../bot/dialogue/flow.ts';
import { draftTitle } from './parts/card-fields.ts';
import { REQUEST_SLOTS, TICKET_ASIDES, ticketSteps } from './parts/ticket-steps.ts';
import { textsOf } from './texts/index.ts';

function isVague(scene: Scene): boolean {
  const { slots } = scene.data;
  return !slots.device && !slots.system && scene.data.text.length < 6;
}

export const requestService: Flow = {
  name: 'request_service',
  start: 'begin',
  digression: false,
  collects: REQUEST_SLOTS,
  topic: draftTitle,
  also: TICKET_ASIDES,
  steps: {
    begin: { kind: 'branch', cases: [{ when: isVague, to: 'describe' }], else: 'place' },
    describe: {
      kind: 'ask',
      slot: 'description',
      ask: (scene) => ({ text: textsOf(scene).askService(scene.asked > 0) }),
      take: (scene, heard) =>
        heard.text.trim().length < 2 || clearly(heard, 'confirm')
          ? null
          : {
              data: {
                text: heard.text,
                slots: { ...scene.data.slots, ...heard.slots },
                ...(heard.category ? { category: heard.category } : {}),
              },
            },
      next: 'place',
    },
    ...ticketSteps('service'),
  },
};
