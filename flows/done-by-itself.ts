/** «修好了，谢谢» of a ticket that is still in work: it is closed with their word for it, and nobody comes. */
import { clearly, type Flow, type Scene } from '../bot/dialogue/flow.ts';
import { cancelTicket } from './change-ticket.ts';
import { isOpen, pickTicketSteps } from './parts/pick-ticket.ts';
import { isSolved } from './parts/solved-words.ts';
import { textsOf } from './texts/index.ts';

const said = (scene: Scene) => ({
  number: scene.data.target ?? '',
  title: scene.data.ticket?.title ?? '',
});

export const doneByItself: Flow = {
  ...cancelTicket,
  name: 'done_by_itself',
  steps: {
    ...cancelTicket.steps,
    ...pickTicketSteps({
      eligible: (ticket, scene) => isOpen(ticket, scene) || ticket.status === 'resolved',
      next: 'state',
      nothing: (scene) => textsOf(scene).goodToHear(),
    }),
    confirm: {
      kind: 'ask',
      ask: (scene) => {
        const texts = textsOf(scene);
        const { number, title } = said(scene);
        return {
          text: texts.askDone(number, title),
          card: {
            title: texts.ticketTitle(number),
            fields: [],
            actions: [
              { id: 'yes', label: texts.buttons.doneYes, value: '', style: 'primary' },
              { id: 'no', label: texts.buttons.doneNo, value: '' },
            ],
          },
        };
      },
      choices: { yes: 'cancel', no: 'kept' },
      yes: 'yes',
      no: 'no',
      take: (_scene, heard) =>
        isSolved(heard.text) || clearly(heard, 'cancel_ticket', 'thank') ? { to: 'cancel' } : null,
      next: 'cancel',
    },
    done: {
      kind: 'say',
      say: (scene) => ({ text: textsOf(scene).doneByItself(said(scene).number), ticket: said(scene).number }),
      next: 'end',
    },
  },
};
