/** Asking for what a ticket lacks, showing what is about to be recorded, and opening it. */
import type { TicketDraft } from '../../bot/desk.ts';
import type { FlowStep, Said, Scene, Taken } from '../../bot/dialogue/flow.ts';
import type { Category, SlotName, Understanding } from '../../bot/types.ts';
import { textsOf } from '../texts/index.ts';
import { draftFields, draftTitle, ticketFields, when } from './card-fields.ts';

export const REQUEST_SLOTS: readonly SlotName[] = [
  'device',
  'system',
  'symptom',
  'model',
  'asset',
  'location',
  'department',
  'person',
  'phone',
  'deadline',
  'since',
  'scope',
  'quantity',
];

/** Nobody has to walk anywhere for these, so no place is asked for. */
const REMOTE: readonly Category[] = ['account', 'email', 'business', 'publishing', 'software'];

const NO_PHONE = /没有|没得|冇|不方便|就在这|这里(?:联系|说)|飞书|微信|不用电话|no phone|here is fine/i;

function needsNoPlace(scene: Scene, kind: TicketDraft['kind']): boolean {
  const { slots, category } = scene.data;
  // A question that became a request has no category: it is answered, not visited.
  if (category === undefined) return kind === 'service' || slots.location !== undefined;
  return slots.location !== undefined || REMOTE.includes(category);
}

export function draftOf(scene: Scene, kind: TicketDraft['kind']): TicketDraft {
  const { data } = scene;
  const place = data.slots.location?.text;
  const title = draftTitle(scene);
  const { person, phone } = data.slots;
  return {
    kind,
    category: data.category ?? 'other',
    urgency: data.urgency ?? 'normal',
    title: place && !title.includes(place) ? `${place} ${title}` : title,
    description: [data.text, ...data.notes].filter(Boolean).join('\n'),
    slots: data.slots,
    tried: data.tried,
    // The one who needs help is somebody else only where they were named.
    ...(person ? { contact: { name: person, ...(phone ? { phone } : {}) } } : {}),
  };
}

function confirmCard(scene: Scene, kind: TicketDraft['kind']): Said {
  const texts = textsOf(scene);
  return {
    text: texts.confirmLead(),
    card: {
      title: kind === 'fault' ? texts.confirmTitle : texts.confirmServiceTitle,
      fields: draftFields(scene),
      actions: [
        { id: 'submit', label: texts.buttons.submit, value: '', style: 'primary' },
        { id: 'edit', label: texts.buttons.edit, value: '' },
        { id: 'drop', label: texts.buttons.drop, value: '' },
      ],
      tone: 'info',
    },
  };
}

function opened(scene: Scene): Said {
  const texts = textsOf(scene);
  const ticket = scene.data.ticket;
  if (!ticket) return { text: texts.idle() };
  const lead = texts.opened({
    number: ticket.number,
    team: ticket.team,
    respondBy: ticket.respondBy && when(scene, ticket.respondBy),
    urgent: ticket.urgency === 'critical' || ticket.urgency === 'high',
  });
  const { desk } = scene.facts;
  const closed =
    !desk.open && desk.opensAt ? texts.openedClosedHours(when(scene, desk.opensAt), desk.phone) : '';
  return {
    text: closed ? [lead].flat().map((one) => `${one}${closed}`) : lead,
    card: {
      title: texts.ticketTitle(ticket.number),
      fields: ticketFields(scene, ticket),
      actions: [],
      tone: 'success',
    },
    ticket: ticket.number,
  };
}

const LIKE_A_PLACE = /[\d楼层室栋座厅房间号区院处馆站门旁边隔壁对面侧柜台窗口科股局]|floor|room|desk|hall/i;

/**
 * What was not read as a place the first time is taken as the person says it: they know where they are. Words that are
 * no place at all go into the notes, and nobody is asked a third time.
 */
function placeInFreeWords(scene: Scene, heard: Understanding): Taken | null {
  const { location } = heard.slots;
  const read = location?.floor ?? location?.room ?? location?.building;
  if (read !== undefined || (location && LIKE_A_PLACE.test(location.text))) return null;
  const other = !location && heard.intent !== 'out_of_scope' && heard.confidence >= 0.8;
  if (other || heard.text.length > 60) return null;
  // Asked once more, in other words; it is the same question, not a miss.
  if (scene.asked < 2) return location ? { to: 'place' } : null;
  const { slots, notes } = scene.data;
  if (LIKE_A_PLACE.test(heard.text)) return { data: { slots: { ...slots, location: { text: heard.text } } } };
  return { data: { notes: [...notes, heard.text] }, to: 'phone' };
}

const BARE_NUMBER = /^[^\d]{0,6}(\d[\d -]{2,13})$/;

/** «8013» said to the summary is the number to call. */
function phoneAtSummary(scene: Scene, heard: Understanding): Taken | null {
  const digits = BARE_NUMBER.exec(heard.text.normalize('NFKC').trim())?.[1]?.replace(/\D/g, '');
  if (!digits || heard.slots.location) return null;
  return { data: { slots: { ...scene.data.slots, phone: digits } } };
}

/** Steps `place`, `phone`, `confirm`, `edit`, `open`, `sayOpened`, `dropped`, ending at `end`. */
export function ticketSteps(kind: TicketDraft['kind']): Record<string, FlowStep> {
  return {
    place: {
      kind: 'ask',
      slot: 'location',
      filled: (scene) => needsNoPlace(scene, kind),
      ask: (scene) => ({ text: textsOf(scene).askPlace(scene.asked > 0) }),
      take: placeInFreeWords,
      next: 'phone',
    },
    phone: {
      kind: 'ask',
      slot: 'phone',
      filled: (scene) => Boolean(scene.data.slots.phone ?? scene.facts.sender.phone),
      ask: (scene) => ({ text: textsOf(scene).askPhone(scene.asked > 0) }),
      take: (scene, heard) => {
        const without = !heard.slots.phone && (NO_PHONE.test(heard.text) || heard.intent === 'deny');
        return without ? { data: { slots: scene.data.slots } } : null;
      },
      next: 'confirm',
    },
    confirm: {
      kind: 'ask',
      ask: (scene) => confirmCard(scene, kind),
      choices: { submit: 'open', edit: 'edit', drop: 'dropped' },
      yes: 'submit',
      no: 'edit',
      take: phoneAtSummary,
      next: 'confirm',
    },
    edit: {
      kind: 'ask',
      ask: (scene) => ({ text: textsOf(scene).askEdit() }),
      slot: 'description',
      choices: { submit: 'open', drop: 'dropped' },
      take: (scene, heard) => {
        const given = Object.keys(heard.slots).length > 0;
        if (given) return { data: { slots: { ...scene.data.slots, ...heard.slots } } };
        return heard.intent === 'confirm'
          ? { data: {} }
          : { data: { notes: [...scene.data.notes, heard.text] } };
      },
      next: 'confirm',
    },
    open: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'open_ticket', draft: draftOf(scene, kind) }),
      keep: (_scene, outcome) => (outcome.kind === 'ticket' ? { ticket: outcome.ticket } : {}),
      on: { ticket: 'sayOpened', refused: 'sayOpened' },
    },
    sayOpened: { kind: 'say', say: opened, next: 'end' },
    dropped: { kind: 'say', say: (scene) => ({ text: textsOf(scene).notNow() }), next: 'end' },
    end: { kind: 'end' },
  };
}
