/** How far is my request. */
import type { Flow, Scene } from '../bot/dialogue/flow.ts';
import { ticketFields, ticketProgress } from './parts/card-fields.ts';
import { isOpen } from './parts/pick-ticket.ts';
import { textsOf } from './texts/index.ts';

const named = (scene: Scene) => scene.data.target ?? scene.data.slots.ticket;

export const ticketStatus: Flow = {
  name: 'ticket_status',
  start: 'begin',
  digression: true,
  collects: [],
  steps: {
    begin: { kind: 'branch', cases: [{ when: (scene) => Boolean(named(scene)), to: 'find' }], else: 'mine' },
    find: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'find_ticket', number: named(scene) ?? '' }),
      keep: (_scene, outcome) => (outcome.kind === 'ticket' ? { ticket: outcome.ticket } : {}),
      on: { ticket: 'sayOne', refused: 'noSuch' },
    },
    noSuch: {
      kind: 'say',
      say: (scene) => ({ text: textsOf(scene).noSuchTicket(named(scene) ?? '') }),
      next: 'end',
    },
    mine: {
      kind: 'effect',
      effect: () => ({ kind: 'my_tickets' }),
      keep: (scene, outcome) => {
        if (outcome.kind !== 'tickets') return {};
        const open = outcome.tickets.filter(
          (ticket) => isOpen(ticket, scene) || ticket.status === 'resolved',
        );
        const shown = open.length > 0 ? open : outcome.tickets.slice(0, 1);
        return { tickets: shown.slice(0, 6), ...(shown.length === 1 ? { ticket: shown[0] } : {}) };
      },
      on: { tickets: 'count', refused: 'none' },
    },
    count: {
      kind: 'branch',
      cases: [
        { when: (scene) => scene.data.ticket !== undefined, to: 'sayOne' },
        { when: (scene) => scene.data.tickets.length > 1, to: 'sayMany' },
      ],
      else: 'none',
    },
    sayOne: {
      kind: 'say',
      say: (scene) => {
        const texts = textsOf(scene);
        const { ticket } = scene.data;
        if (!ticket) return { text: texts.noTickets() };
        return {
          text: texts.statusOne({
            number: ticket.number,
            title: ticket.title,
            ...ticketProgress(scene, ticket),
          }),
          card: { title: texts.ticketTitle(ticket.number), fields: ticketFields(scene, ticket), actions: [] },
          ticket: ticket.number,
        };
      },
      next: 'end',
    },
    sayMany: {
      kind: 'say',
      say: (scene) => {
        const texts = textsOf(scene);
        const fields = scene.data.tickets.map((ticket) => {
          const { status, who, by } = ticketProgress(scene, ticket);
          return { label: ticket.number, value: `${ticket.title} · ${status}${who}${by}` };
        });
        const lead = texts.statusMany(scene.data.tickets.length);
        return { text: lead, card: { title: texts.intents.ticket_status, fields, actions: [] } };
      },
      next: 'end',
    },
    none: { kind: 'say', say: (scene) => ({ text: textsOf(scene).noTickets() }), next: 'end' },
    end: { kind: 'end' },
  },
};
