/** After the work: is it mended, and how was it. */
import { clearly, type Flow, type FlowStep, type Scene } from '../bot/dialogue/flow.ts';
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

const LETS_GO = /^(?:不评了?|不打分了?|不用评|算了|不想评|no|skip|not now)/i;

/** What was said beside the score: «2分，态度不好». */
function ratingWords(scene: Scene): string {
  const rest = scene.data.text
    .replace(/[1-5一二三四五]\s*(?:分|星|颗星|points?|stars?)?/g, '')
    .replace(/[\s\p{P}]/gu, '');
  return rest.length >= 4 ? scene.data.text : '';
}

const isLow = (scene: Scene): boolean => (scene.data.ticket?.rated ? (scoreOf(scene) ?? 5) <= 2 : false);

export const rateService: Flow = {
  name: 'rate_service',
  start: 'begin',
  digression: true,
  transient: true,
  collects: ['rating'],
  also: { score: ['letGo', 'outOfRange'], reason: ['sayLow'] },
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
      take: (_scene, heard) => {
        if (LETS_GO.test(heard.text.trim())) return { to: 'letGo' };
        return /\d/.test(heard.text) && !heard.slots.rating ? { to: 'outOfRange' } : null;
      },
      passing: true,
      next: 'rate',
    },
    letGo: { kind: 'say', say: (scene) => ({ text: textsOf(scene).ratingLeft() }), next: 'end' },
    outOfRange: { kind: 'say', say: (scene) => ({ text: textsOf(scene).ratingRange() }), next: 'score' },
    rate: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'act_on_ticket',
        number: scene.data.target ?? '',
        act: {
          action: 'rate',
          score: scoreOf(scene) ?? 5,
          ...(ratingWords(scene) ? { text: ratingWords(scene) } : {}),
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
    low: {
      kind: 'branch',
      cases: [{ when: (scene) => isLow(scene) && ratingWords(scene) === '', to: 'reason' }],
      else: 'end',
    },
    reason: {
      kind: 'ask',
      slot: 'description',
      ask: (scene) => ({ text: textsOf(scene).askLowReason() }),
      take: (_scene, heard) =>
        clearly(heard, 'deny') || /^(?:没有|没|无|不说|no)/i.test(heard.text)
          ? { to: 'sayLow' }
          : { data: { remark: heard.text } },
      passing: true,
      next: 'keepReason',
    },
    sayLow: { kind: 'say', say: (scene) => ({ text: textsOf(scene).reasonLeft() }), next: 'end' },
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
        if (clearly(heard, 'reopen_ticket') || isUnsolved(heard.text))
          return { data: { text: heard.text }, to: 'again' };
        const yes = isSolved(heard.text) || clearly(heard, 'thank') || clearly(heard, 'cancel_ticket');
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
