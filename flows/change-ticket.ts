/** What a requester does to their own ticket: hurry, more information, cancel, reopen. */
import type { Effect, RequesterAction } from '../bot/desk.ts';
import type { Flow, FlowStep, Scene } from '../bot/dialogue/flow.ts';
import { ticketProgress } from './parts/card-fields.ts';
import { confirmCancelSteps } from './parts/confirm-cancel.ts';
import { type Eligible, isOpen, pickTicketSteps, sayNotAllowed } from './parts/pick-ticket.ts';
import { REQUEST_SLOTS } from './parts/ticket-steps.ts';
import { textsOf } from './texts/index.ts';

function act(build: (scene: Scene) => RequesterAction, next: string): FlowStep {
  return {
    kind: 'effect',
    effect: (scene): Effect => ({
      kind: 'act_on_ticket',
      number: scene.data.target ?? '',
      act: build(scene),
    }),
    keep: (_scene, outcome) => (outcome.kind === 'ticket' ? { ticket: outcome.ticket } : {}),
    on: { ticket: next, refused: 'refused' },
  };
}

const nothing = (scene: Scene) => textsOf(scene).nothingEligible();
const topic = (scene: Scene): string => scene.data.ticket?.title ?? '';

export const urgeTicket: Flow = {
  name: 'urge_ticket',
  start: 'begin',
  digression: true,
  collects: [],
  topic,
  steps: {
    ...pickTicketSteps({ eligible: isOpen, next: 'act', nothing: (scene) => textsOf(scene).noTickets() }),
    act: act((scene) => ({ action: 'urge', ...(scene.data.text ? { text: scene.data.text } : {}) }), 'done'),
    done: {
      kind: 'say',
      say: (scene) => {
        const { ticket } = scene.data;
        const texts = textsOf(scene);
        if (!ticket) return { text: texts.noTickets() };
        const { who, by } = ticketProgress(scene, ticket);
        const waiting = who.replace(/^[，,]\s*/, '');
        return { text: texts.urged({ number: ticket.number, who: waiting, by }), ticket: ticket.number };
      },
      next: 'end',
    },
    refused: sayNotAllowed,
  },
};

function changes(scene: Scene) {
  const { slots } = scene.data;
  const { ticket: _number, rating: _rating, ...rest } = slots;
  return rest;
}

/** What an addition may fill in; what is broken stays as it was first told. */
function addition(scene: Scene): RequesterAction {
  const { model, asset, location, phone, person, deadline, since, quantity } = scene.data.slots;
  const given = { model, asset, location, phone, person, deadline, since, quantity };
  const added = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { text } = scene.data;
  return Object.keys(added).length > 0
    ? { action: 'update', changes: added, text }
    : { action: 'comment', text };
}

export const addToTicket: Flow = {
  name: 'add_to_ticket',
  start: 'begin',
  digression: true,
  collects: REQUEST_SLOTS,
  topic,
  steps: {
    ...pickTicketSteps({ eligible: isOpen, next: 'act', nothing: (scene) => textsOf(scene).noTickets() }),
    act: act(addition, 'done'),
    done: {
      kind: 'say',
      say: (scene) => {
        const number = scene.data.ticket?.number ?? '';
        return { text: textsOf(scene).added(number), ticket: number };
      },
      next: 'end',
    },
    refused: sayNotAllowed,
  },
};

/** «不对，是四楼» said after the ticket was opened. */
export const amendTicket: Flow = {
  name: 'amend_ticket',
  start: 'begin',
  digression: true,
  collects: REQUEST_SLOTS,
  topic,
  steps: {
    ...pickTicketSteps({ eligible: isOpen, next: 'act', nothing }),
    act: act(
      (scene) => ({
        action: 'update',
        changes: changes(scene),
        text: scene.data.text,
        ...(scene.data.urgency ? { urgency: scene.data.urgency } : {}),
      }),
      'done',
    ),
    done: {
      kind: 'say',
      say: (scene) => {
        const number = scene.data.ticket?.number ?? '';
        return { text: textsOf(scene).changed(number), ticket: number };
      },
      next: 'end',
    },
    refused: sayNotAllowed,
  },
};

export const cancelTicket: Flow = {
  name: 'cancel_ticket',
  start: 'begin',
  digression: true,
  collects: [],
  topic,
  steps: {
    ...pickTicketSteps({
      eligible: (ticket, scene) => isOpen(ticket, scene) || ticket.status === 'resolved',
      next: 'state',
      nothing,
    }),
    state: {
      kind: 'branch',
      cases: [{ when: (scene) => scene.data.ticket?.status === 'resolved', to: 'close' }],
      else: 'confirm',
    },
    ...confirmCancelSteps({
      intent: 'cancel_ticket',
      ask: (scene) => {
        const number = scene.data.target ?? '';
        const texts = textsOf(scene);
        const text = texts.askCancel(number, scene.data.ticket?.title ?? '');
        return { text, title: texts.ticketTitle(number) };
      },
      cancel: act(
        (scene) => ({ action: 'cancel', ...(scene.data.text ? { reason: scene.data.text } : {}) }),
        'done',
      ),
      kept: (scene) => ({ text: textsOf(scene).kept(scene.data.target ?? '') }),
    }),
    done: {
      kind: 'say',
      say: (scene) => ({
        text: textsOf(scene).cancelled(scene.data.target ?? ''),
        ticket: scene.data.target ?? '',
      }),
      next: 'end',
    },
    close: act(() => ({ action: 'close' }), 'closed'),
    closed: { kind: 'end', become: 'rate_service' },
    refused: sayNotAllowed,
  },
};

/** What is said again fits a ticket only where it names no other thing. */
const isOfIt: Eligible = (ticket, scene) => {
  const { device, system, location } = scene.data.slots;
  const isOther = (device && ticket.device !== device) || (system && ticket.system !== system);
  const room = location?.room;
  return isOpen(ticket, scene) && !isOther && (!room || ticket.location?.room === room);
};

/** «没好，又蓝屏了» while the ticket is still in work: the crew hears of it. */
export const stillBroken: Flow = {
  name: 'still_broken',
  start: 'begin',
  digression: true,
  collects: REQUEST_SLOTS,
  topic,
  steps: {
    ...pickTicketSteps({
      eligible: isOfIt,
      next: 'act',
      nothing,
      // Nothing of theirs is in work or was closed lately: it is a fault like any other.
      otherwise: 'report_fault',
    }),
    act: act((scene) => ({ action: 'comment', text: scene.data.text }), 'done'),
    done: {
      kind: 'say',
      say: (scene) => {
        const number = scene.data.ticket?.number ?? '';
        return { text: textsOf(scene).toldStill(number), ticket: number };
      },
      next: 'end',
    },
    refused: sayNotAllowed,
  },
};

export const reopenTicket: Flow = {
  name: 'reopen_ticket',
  start: 'begin',
  digression: true,
  collects: REQUEST_SLOTS,
  topic,
  steps: {
    ...pickTicketSteps({
      eligible: (ticket) => ticket.status === 'resolved' || ticket.status === 'closed',
      next: 'reason',
      nothing,
      otherwise: 'still_broken',
    }),
    reason: {
      kind: 'ask',
      slot: 'description',
      filled: (scene) => scene.data.text !== '',
      ask: (scene) => ({ text: textsOf(scene).askReopen() }),
      take: (_scene, heard) => ({ data: { text: heard.text } }),
      next: 'act',
    },
    act: act((scene) => ({ action: 'reopen', reason: scene.data.text }), 'done'),
    done: {
      kind: 'say',
      say: (scene) => ({
        text: textsOf(scene).reopened(scene.data.target ?? ''),
        ticket: scene.data.target ?? '',
      }),
      next: 'end',
    },
    refused: sayNotAllowed,
  },
};

/** While a person has taken over, what is said goes to them with the ticket; the bot says nothing. */
export const forwardToPerson: Flow = {
  name: 'forward_to_person',
  start: 'act',
  digression: true,
  collects: [],
  steps: {
    act: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'act_on_ticket',
        number: scene.data.target ?? '',
        act: { action: 'comment', text: scene.data.text },
      }),
      on: { ticket: 'end', refused: 'end' },
    },
    end: { kind: 'end' },
  },
};
