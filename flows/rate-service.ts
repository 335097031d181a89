/** After the work: is it mended, and how was it. */
import type { Flow, FlowStep, Scene } from '../bot/dialogue/flow.ts';
import type { Card } from '../bot/reply.ts';
import { pickTicketSteps, sayNotAllowed } from './parts/pick-ticket.ts';
import { isSolved, isUnsolved } from './parts/solved-words.ts';
import { textsOf } from './texts/index.ts';

function scoreOf(scene: Scene): number | undefined {
  const pressed = Number(scene.data.picked?.split(':')[1]);
  const score = scene.data.slots.rating ?? pressed;
  return Number.isInteger(score) && score >= 1 && score <= 5 ? score : undefined;
}

function ratingButtons(scene: Scene): Card['actions'] {
  const { buttons } = textsOf(scene);
  const number = scene.data.target ?? '';
  return [1, 2, 3, 4, 5].map((score) => ({
    id: 'ticket.rate',
    label: buttons.stars(score),
    value: `${number}:${score}`,
  }));
}

const isLow = (scene: Scene): boolean => (scene.data.ticket?.rated ? (scoreOf(scene) ?? 5) <= 2 : false);

export const rateService: Flow = {
  name: 'rate_service',
  start: 'begin',
  digression: true,
  transient: true,
  collects: ['rating'],
  steps: {
    ...pickTicketSteps({
      eligible: (ticket) => (ticket.status === 'resolved' || ticket.status === 'closed') && !ticket.rated,
      next: 'score',
      nothing: (scene) =>
        scene.data.text.length > 4 && !scene.data.slots.rating
          ? textsOf(scene).thanked()
          : textsOf(scene).nothingToRate(),
    }),
    score: {
      kind: 'ask',
      slot: 'rating',
      filled: (scene) => scoreOf(scene) !== undefined,
      ask: (scene) => {
        const texts = textsOf(scene);
        return {
          text: texts.askRating(scene.data.target ?? ''),
          card: { title: texts.ratingTitle, fields: [], actions: ratingButtons(scene) },
        };
      },
      choices: { 'ticket.rate': 'rate' },
      passing: true,
      next: 'rate',
    },
    rate: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'act_on_ticket',
        number: scene.data.target ?? '',
        act: {
          action: 'rate',
          score: scoreOf(scene) ?? 5,
          ...(scene.data.text ? { text: scene.data.text } : {}),
        },
      }),
      keep: (_scene, outcome) => (outcome.kind === 'ticket' ? { ticket: outcome.ticket } : {}),
      on: { ticket: 'sayRated', refused: 'refused' },
    },
    sayRated: {
      kind: 'say',
      say: (scene) => ({ text: textsOf(scene).rated(scoreOf(scene) ?? 5), ticket: scene.data.target ?? '' }),
      next: 'low',
    },
    low: { kind: 'branch', cases: [{ when: isLow, to: 'reason' }], else: 'end' },
    reason: {
      kind: 'ask',
      slot: 'description',
      ask: (scene) => ({ text: textsOf(scene).askLowReason() }),
      take: (_scene, heard) =>
        heard.intent === 'deny' || /^(?:没有|没|无|不说|no)/i.test(heard.text)
          ? { to: 'end' }
          : { data: { remark: heard.text } },
      passing: true,
      next: 'keepReason',
    },
    keepReason: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'act_on_ticket',
        number: scene.data.target ?? '',
        act: { action: 'rate', score: scoreOf(scene) ?? 1, reasons: [scene.data.remark ?? ''] },
      }),
      on: { ticket: 'sayKept', refused: 'sorry' },
    },
    sayKept: { kind: 'say', say: (scene) => ({ text: textsOf(scene).reasonKept() }), next: 'end' },
    refused: sayNotAllowed,
    sorry: { kind: 'say', say: (scene) => ({ text: textsOf(scene).engine.failed() }), next: 'end' },
  },
};

function fixedCard(scene: Scene): Card {
  const texts = textsOf(scene);
  const number = scene.data.target ?? '';
  return {
    title: texts.notice.resolvedTitle,
    fields: [],
    actions: [
      { id: 'ticket.confirm', label: texts.buttons.fixed, value: number, style: 'primary' },
      { id: 'ticket.reopen', label: texts.buttons.notFixed, value: number },
    ],
  };
}

const closing: Readonly<Record<string, FlowStep>> = {
  close: {
    kind: 'effect',
    effect: (scene) => ({
      kind: 'act_on_ticket',
      number: scene.data.target ?? '',
      act: { action: 'close' },
    }),
    keep: (_scene, outcome) => (outcome.kind === 'ticket' ? { ticket: outcome.ticket } : {}),
    on: { ticket: 'rate', refused: 'look' },
  },
  look: {
    kind: 'effect',
    effect: (scene) => ({ kind: 'find_ticket', number: scene.data.target ?? '' }),
    keep: (_scene, outcome) => (outcome.kind === 'ticket' ? { ticket: outcome.ticket } : {}),
    on: { ticket: 'refused', refused: 'refused' },
  },
  refused: sayNotAllowed,
  rate: { kind: 'end', become: 'rate_service' },
  end: { kind: 'end' },
};

/** The engineer says it is done: the requester confirms and rates, or it is opened again. */
export const confirmFixed: Flow = {
  name: 'confirm_fixed',
  start: 'ask',
  digression: true,
  collects: [],
  topic: (scene) => scene.data.ticket?.title ?? '',
  steps: {
    ask: {
      kind: 'ask',
      ask: (scene) => {
        const texts = textsOf(scene);
        const { ticket, actor, remark, target } = scene.data;
        const lead = texts.notice.resolved(
          target ?? '',
          ticket?.title ?? '',
          actor ?? '',
          remark ?? ticket?.resolution ?? '',
        );
        return { text: lead, card: fixedCard(scene), ticket: target ?? '' };
      },
      choices: { 'ticket.confirm': 'close', 'ticket.reopen': 'again' },
      yes: 'ticket.confirm',
      no: 'ticket.reopen',
      take: (scene, heard) => {
        if (heard.intent === 'rate_service' && heard.slots.rating) {
          return { data: { slots: { ...scene.data.slots, rating: heard.slots.rating } }, to: 'close' };
        }
        if (heard.intent === 'reopen_ticket' || isUnsolved(heard.text))
          return { data: { text: heard.text }, to: 'again' };
        const yes = isSolved(heard.text) || heard.intent === 'thank' || heard.intent === 'cancel_ticket';
        return yes ? { to: 'close' } : null;
      },
      passing: true,
      next: 'close',
    },
    ...closing,
    again: { kind: 'end', become: 'reopen_ticket' },
  },
};

/** «修好了» pressed on a card whose conversation went on: straight to closing. */
export const closeByButton: Flow = {
  name: 'close_by_button',
  start: 'close',
  digression: true,
  collects: [],
  topic: (scene) => scene.data.ticket?.title ?? '',
  steps: closing,
};
