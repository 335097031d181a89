/** Working out which of a person's own tickets is meant: by its number, by what was said of it, else by asking. */
import type { TicketView } from '../../bot/desk.ts';
import type { FlowStep, Scene } from '../../bot/dialogue/flow.ts';
import type { Intent } from '../../bot/types.ts';
import { textsOf } from '../texts/index.ts';

const MOST_CHOICES = 6;

export type Eligible = (ticket: TicketView, scene: Scene) => boolean;

export const isOpen: Eligible = (ticket) =>
  ticket.status !== 'resolved' && ticket.status !== 'closed' && ticket.status !== 'cancelled';

/** The tickets that what was said fits best; all where it fits none or nothing was said. */
function fitting(scene: Scene, tickets: readonly TicketView[]): TicketView[] {
  const { slots, category } = scene.data;
  const score = (ticket: TicketView): number =>
    (slots.device && (ticket.device === slots.device || ticket.title.includes(slots.device)) ? 3 : 0) +
    (slots.system && (ticket.system === slots.system || ticket.title.includes(slots.system)) ? 3 : 0) +
    (slots.location?.room && ticket.location?.room === slots.location.room ? 2 : 0) +
    (slots.location?.floor && ticket.location?.floor === slots.location.floor ? 1 : 0) +
    (category && category !== 'other' && ticket.category === category ? 1 : 0);
  const best = Math.max(0, ...tickets.map(score));
  return best === 0 ? [...tickets] : tickets.filter((ticket) => score(ticket) === best);
}

/** What may be wished for a ticket: «打印机的不用修了» is not the answer to «which one shall be hurried». */
const WISHES: readonly Intent[] = [
  'urge_ticket',
  'cancel_ticket',
  'reopen_ticket',
  'ticket_status',
  'add_to_ticket',
];

const single = (scene: Scene): boolean => scene.data.ticket !== undefined;

/**
 * Steps `mine`, `chosen`, `which`, `picked`, `noSuch`, `nothing`: go on at `next` with `data.ticket` and `data.target`
 * set, or to `end` after saying that there is none. `nothingText` is said where no ticket is eligible.
 */
export function pickTicketSteps(options: {
  eligible: Eligible;
  next: string;
  nothing: (scene: Scene) => string | readonly string[];
  /** The flow that goes on where no ticket is eligible; without it, `nothing` is said. */
  otherwise?: string;
}): Record<string, FlowStep> {
  const byNumber = (scene: Scene) => scene.data.target ?? scene.data.slots.ticket;
  return {
    begin: {
      kind: 'branch',
      cases: [{ when: (scene) => Boolean(byNumber(scene)), to: 'named' }],
      else: 'mine',
    },
    named: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'find_ticket', number: byNumber(scene) ?? '' }),
      keep: (_scene, outcome) =>
        outcome.kind === 'ticket' ? { ticket: outcome.ticket, target: outcome.ticket.number } : {},
      on: { ticket: options.next, refused: 'noSuch' },
    },
    noSuch: {
      kind: 'say',
      say: (scene) => ({ text: textsOf(scene).noSuchTicket(byNumber(scene) ?? '') }),
      next: 'end',
    },
    mine: {
      kind: 'effect',
      effect: () => ({ kind: 'my_tickets' }),
      keep: (scene, outcome) => {
        if (outcome.kind !== 'tickets') return {};
        const eligible = outcome.tickets.filter((ticket) => options.eligible(ticket, scene));
        const tickets = fitting(scene, eligible).slice(0, MOST_CHOICES);
        const [only] = tickets;
        return tickets.length === 1 && only ? { tickets, ticket: only, target: only.number } : { tickets };
      },
      on: { tickets: 'chosen', refused: 'nothing' },
    },
    chosen: {
      kind: 'branch',
      cases: [
        { when: single, to: options.next },
        { when: (scene) => scene.data.tickets.length === 0, to: 'nothing' },
      ],
      else: 'which',
    },
    which: {
      kind: 'ask',
      ask: (scene) => ({
        text: textsOf(scene).whichTicket(),
        card: {
          title: textsOf(scene).clarifyTitle,
          fields: [],
          actions: scene.data.tickets.map((ticket) => ({
            id: 'pick',
            label: `${ticket.number} ${ticket.title}`,
            value: ticket.number,
          })),
        },
      }),
      choices: { pick: 'picked' },
      take: (scene, heard) => {
        const otherWish =
          heard.confidence >= 0.6 && WISHES.includes(heard.intent) && heard.intent !== scene.data.intent;
        if (otherWish) return null;
        const named = scene.data.tickets.find((ticket) => ticket.number === heard.slots.ticket);
        const narrowed = fitting(
          { ...scene, data: { ...scene.data, slots: heard.slots } },
          scene.data.tickets,
        );
        const meant = named ?? (narrowed.length === 1 ? narrowed[0] : undefined);
        return meant ? { data: { ticket: meant, target: meant.number }, to: options.next } : null;
      },
      next: options.next,
    },
    picked: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'find_ticket', number: scene.data.picked ?? '' }),
      keep: (_scene, outcome) =>
        outcome.kind === 'ticket' ? { ticket: outcome.ticket, target: outcome.ticket.number } : {},
      on: { ticket: options.next, refused: 'nothing' },
    },
    nothing: options.otherwise
      ? { kind: 'end', become: options.otherwise }
      : { kind: 'say', say: (scene) => ({ text: options.nothing(scene) }), next: 'end' },
    end: { kind: 'end' },
  };
}

/** The refusal of an action that the ticket's status does not allow, said in words; goes to `end`. */
export const sayNotAllowed: FlowStep = {
  kind: 'say',
  say: (scene) => {
    const texts = textsOf(scene);
    const { ticket } = scene.data;
    return {
      text: ticket ? texts.notAllowed(ticket.number, texts.statuses[ticket.status]) : texts.nothingEligible(),
    };
  },
  next: 'end',
};
