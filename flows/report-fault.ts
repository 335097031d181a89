/** Something that should work does not: the fitting article first, then a ticket with only what is missing asked for. */
import type { Outcome } from '../bot/desk.ts';
import { clearly, type Flow, type Scene } from '../bot/dialogue/flow.ts';
import type { Understanding } from '../bot/types.ts';
import { isoMoment } from '../bot/understand/time/zone.ts';
import { articleSteps } from './parts/article-steps.ts';
import { draftTitle } from './parts/card-fields.ts';
import { REQUEST_SLOTS, sameCard, saysAgain, TICKET_ASIDES, ticketSteps } from './parts/ticket-steps.ts';
import { textsOf } from './texts/index.ts';

function isVague(scene: Scene): boolean {
  const { slots } = scene.data;
  const thing = slots.device ?? slots.system;
  if (thing) return !slots.symptom && scene.data.text.length <= thing.length + 3;
  return !slots.symptom && scene.data.text.length < 12;
}

/** «还是卡纸»: they may have reported it before. */
const SAYS_AGAIN = /还是|仍然|依然|依旧|\bstill\b/i;
const SAYS_SAME = /^(?:是|对|就)*(?:同一件|同一个|那件|那个|之前那|原来那)/;

/** People are in the room before a meeting begins, and find out then. */
const SOON_MS = 15 * 60_000;

/** Something of a meeting's is wrong in a room that was named: a meeting may be held there. */
const isInARoom = ({ data }: Scene): boolean =>
  data.category === 'conference' && data.slots.location?.room !== undefined;

function isHeldNow(outcome: Outcome): boolean {
  return (
    outcome.kind === 'room_uses' &&
    outcome.uses.length === 1 &&
    outcome.uses.some(({ busy }) => busy.length > 0)
  );
}

/** «打印机坏了» says nothing that an article could answer. */
function isJustBroken({ data }: Scene): boolean {
  const { device, symptom, location } = data.slots;
  if (!device || !symptom || !/^(?:坏|坏掉|出?故障|有?问题|不好用|broken)$/.test(symptom)) return false;
  const said = [device, symptom, location?.text ?? ''].reduce(
    (rest, one) => rest.replace(one, ''),
    data.text,
  );
  return said.replace(/[\s\p{P}\d了的我在有台是]/gu, '').length <= 4;
}

/** A hall full of people waits. */
const isMeetingAtRisk = ({ data }: Scene): boolean =>
  data.category === 'conference' && data.urgency === 'high';

const ONLY_REPORTS = /^(?:我)?(?:要|想)?(?:报修|报障|报个修|报告故障)(?:一下)?[。.!！]*$/;

function saysOnlyWhere({ text, slots }: Understanding): boolean {
  const said = [slots.location?.text, slots.phone].filter((one) => one !== undefined);
  const rest = said.reduce((left, one) => left.replace(one, ''), text).replace(/[\s\p{P}]/gu, '');
  return said.length > 0 && rest.length <= 2;
}

export const reportFault: Flow = {
  name: 'report_fault',
  start: 'begin',
  digression: false,
  collects: REQUEST_SLOTS,
  topic: draftTitle,
  also: {
    offer: ['another', 'searchAgain', 'leave'],
    offerFull: ['another', 'searchAgain', 'leave'],
    ...TICKET_ASIDES,
  },
  steps: {
    begin: {
      kind: 'branch',
      cases: [
        // An emergency is recorded at once: nobody reads an article while a hall stands still.
        { when: (scene) => scene.data.skipArticles, to: 'place' },
        { when: (scene) => scene.data.urgency === 'critical' || isMeetingAtRisk(scene), to: 'emergency' },
        { when: isInARoom, to: 'roomNow' },
      ],
      else: 'weigh',
    },
    roomNow: {
      kind: 'effect',
      effect: ({ data, facts }) => ({
        kind: 'room_uses',
        query: {
          from: isoMoment(facts.now, facts.zone),
          to: isoMoment(facts.now + SOON_MS, facts.zone),
          equipment: [],
          ...(data.slots.location ? { location: data.slots.location } : {}),
        },
      }),
      keep: (_scene, outcome) => (isHeldNow(outcome) ? { urgency: 'critical' } : {}),
      on: { room_uses: 'roomKnown', refused: 'weigh' },
    },
    roomKnown: {
      kind: 'branch',
      cases: [{ when: (scene) => scene.data.urgency === 'critical', to: 'emergency' }],
      else: 'weigh',
    },
    weigh: {
      kind: 'branch',
      cases: [
        { when: (scene) => SAYS_AGAIN.test(scene.data.text), to: 'lookBack' },
        { when: isVague, to: 'describe' },
        { when: isJustBroken, to: 'sayNoArticle' },
      ],
      else: 'search',
    },
    lookBack: {
      kind: 'effect',
      effect: () => ({ kind: 'my_tickets' }),
      keep: (scene, outcome) =>
        outcome.kind === 'tickets'
          ? { tickets: outcome.tickets.filter((one) => saysAgain(scene, 'fault', one)) }
          : {},
      on: { tickets: 'lookedBack', refused: 'search' },
    },
    lookedBack: {
      kind: 'branch',
      cases: [
        { when: (scene) => scene.data.tickets.length > 0, to: 'sameAsBefore' },
        { when: isVague, to: 'describe' },
      ],
      else: 'search',
    },
    sameAsBefore: {
      kind: 'ask',
      ask: sameCard,
      choices: { same: 'addToIt', other: 'search' },
      yes: 'same',
      no: 'other',
      take: (_scene, heard) => (SAYS_SAME.test(heard.text) ? { to: 'addToIt' } : null),
      next: 'sameAsBefore',
    },
    emergency: {
      kind: 'branch',
      cases: [{ when: (scene) => scene.data.category === 'security', to: 'firstAid' }],
      else: 'place',
    },
    firstAid: { kind: 'say', say: (scene) => ({ text: textsOf(scene).securityFirstAid() }), next: 'place' },
    describe: {
      kind: 'ask',
      slot: 'description',
      ask: (scene) => ({ text: textsOf(scene).askDescription(scene.asked > 0) }),
      take: (scene, heard) => {
        if (heard.text.trim().length < 2 || ONLY_REPORTS.test(heard.text.trim()) || clearly(heard, 'confirm'))
          return null;
        // «三楼302» or a number is no description, but it is kept.
        if (saysOnlyWhere(heard))
          return { data: { slots: { ...scene.data.slots, ...heard.slots } }, to: 'describe' };
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
