/** Asking for what a ticket lacks, showing what is about to be recorded, and opening it. */
import type { TicketDraft, TicketView } from '../../bot/desk.ts';
import { clearly, type FlowStep, type Said, type Scene, type Taken } from '../../bot/dialogue/flow.ts';
import { mergeLocation, mergeSlots } from '../../bot/dialogue/slots.ts';
import { isSameMatter } from '../../bot/similar.ts';
import type { Category, SlotName, Understanding } from '../../bot/types.ts';
import { textsOf } from '../texts/index.ts';
import { draftFields, draftTitle, outOfHoursReach, placeOf, ticketFields, when } from './card-fields.ts';

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

const NO_PHONE =
  /^(?:没有|没得|冇|无|没|no|none)[。.!！]*$|没(?:有|得)?(?:留)?(?:电话|手机|分机|座机)|不(?:方便|想|用)(?:留|打|给)?|就在这|(?:这里|飞书|微信)(?:联系|说|找|回)|no phone|here is fine/i;
const WHY = /^(?:干嘛|为什么|为啥|凭什么|要.{0,4}(?:干嘛|做什么|干什么)|why)/i;

function needsNoPlace(scene: Scene, kind: TicketDraft['kind']): boolean {
  const { slots, category } = scene.data;
  // A question that became a request has no category: it is answered, not visited.
  if (category === undefined) return kind === 'service' || slots.location !== undefined;
  return placeOf(scene) !== undefined || REMOTE.includes(category);
}

export function draftOf(scene: Scene, kind: TicketDraft['kind']): TicketDraft {
  const { data } = scene;
  const location = placeOf(scene);
  const place = data.slots.location?.text;
  const title = draftTitle(scene);
  const { person, phone } = data.slots;
  return {
    kind,
    category: data.category ?? 'other',
    urgency: data.urgency ?? 'normal',
    title: place && !title.includes(place) ? `${place} ${title}` : title,
    description: [data.text, ...data.notes].filter(Boolean).join('\n'),
    slots: { ...data.slots, ...(location ? { location } : {}) },
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

/** What was recorded, all of it: the summary is gone by then. */
function openedFields(scene: Scene, ticket: TicketView) {
  const { labels, urgencies } = textsOf(scene);
  const { slots } = scene.data;
  const phone = slots.phone ?? scene.facts.sender.phone;
  return [
    ...ticketFields(scene, ticket),
    ...(slots.deadline ? [{ label: labels.deadline, value: when(scene, slots.deadline) }] : []),
    ...(ticket.urgency === 'normal' ? [] : [{ label: labels.urgency, value: urgencies[ticket.urgency] }]),
    ...(phone ? [{ label: labels.phone, value: phone }] : []),
  ];
}

function opened(scene: Scene): Said {
  const texts = textsOf(scene);
  const ticket = scene.data.ticket;
  if (!ticket) return { text: texts.idle() };
  const lead = texts.opened({
    number: ticket.number,
    team: ticket.team,
    engineer:
      ticket.assignee === null
        ? null
        : { name: ticket.assignee, phone: scene.facts.desk.phones?.[ticket.assignee] },
    respondBy: ticket.respondBy && when(scene, ticket.respondBy),
    urgent: ticket.urgency === 'critical' || ticket.urgency === 'high',
  });
  const { desk } = scene.facts;
  const closed =
    !desk.open && desk.opensAt
      ? texts.openedClosedHours(when(scene, desk.opensAt), outOfHoursReach(scene, ticket.team))
      : '';
  const known =
    ticket.incident && ticket.incident !== ticket.number ? texts.openedKnown(ticket.number) : null;
  return {
    text: known ?? (closed ? [lead].flat().map((one) => `${one}${closed}`) : lead),
    card: {
      title: texts.ticketTitle(ticket.number),
      fields: openedFields(scene, ticket),
      actions: [],
      tone: 'success',
    },
    ticket: ticket.number,
  };
}

const LIKE_A_PLACE =
  /[\d楼层室栋座厅房号区院处馆站侧科股局]|[大前后正东西南北]门|门口|旁边|隔壁|对面|柜台|窗口|车间|值班间|floor|room|desk|hall/i;

/** «我办公室» tells nobody where to go. */
const NOWHERE =
  /^(?:就|还)?(?:在|是)*(?:我|我们|咱们?|自己|老)(?:的|这边?|这里)?(?:办公室|科室|单位|部门|工位|座位|位子|这里|这儿|这边|那里|地方)[里上边啊呀吧。.!！]*$/;
/** Words that say what is wrong are no place, though a floor may stand in them. */
const SAYS_WRONG = /断|坏|还是|没有?(?:网|声|电|反应|用)|不[了行能动开上]|打不|连不|登不|卡[住死]|黑屏|都/;

/**
 * What was not read as a place the first time is taken as the person says it: they know where they are. Words that are
 * no place at all go into the notes, and nobody is asked a third time.
 */
function placeInFreeWords(scene: Scene, heard: Understanding): Taken | null {
  if (WHY.test(heard.text.trim())) return { to: 'whyPlace' };
  const line = heard.text.normalize('NFKC').trim();
  const phone = OUTSIDE_LINE.exec(line)?.[1]?.replace(/\D/g, '');
  if (phone) return { data: { slots: { ...scene.data.slots, phone } }, to: 'place' };
  const [, room, extension] = ROOM_AND_PHONE.exec(line) ?? [];
  if (room && extension)
    return { data: { slots: { ...scene.data.slots, phone: extension, location: { text: room, room } } } };
  const { location } = heard.slots;
  const read = location?.floor ?? location?.room ?? location?.building;
  if (read !== undefined) return null;
  const by = heard.slots.deadline ?? heard.mentions?.deadline;
  if (by && scene.asked < 2 && !IN_A_PLACE.test(heard.text))
    return { data: { slots: { ...scene.data.slots, deadline: by } }, to: 'place' };
  if (scene.asked < 2 && NOWHERE.test(heard.text.trim())) return { to: 'place' };
  if (SAYS_WRONG.test(heard.text)) return alsoWrong(scene, heard);
  if (location && LIKE_A_PLACE.test(location.text)) return null;
  const other = !location && heard.intent !== 'out_of_scope' && heard.confidence >= 0.8;
  if (other || heard.text.length > 60) return null;
  // Asked once more, in other words; it is the same question, not a miss.
  if (scene.asked < 2) return location ? { to: 'place' } : null;
  const { slots, notes } = scene.data;
  if (LIKE_A_PLACE.test(heard.text)) return { data: { slots: { ...slots, location: { text: heard.text } } } };
  return { data: { notes: [...notes, heard.text] }, to: 'phone' };
}

/** More of what is wrong in the place of where: kept, and asked once more. */
function alsoWrong({ data, asked }: Scene, heard: Understanding): Taken {
  const scope = heard.slots.scope ?? heard.mentions?.scope;
  // A whole floor or unit stands still (urgency of the contract).
  const isWorse =
    scope === 'unit' || scope === 'all' || (heard.urgency === 'critical' && heard.confidence >= 0.75);
  return {
    data: {
      notes: [...data.notes, heard.text],
      slots: { ...data.slots, ...(scope ? { scope } : {}) },
      ...(isWorse ? { urgency: 'critical' as const } : {}),
    },
    to: asked < 2 ? 'place' : 'phone',
  };
}

/** A number of an outside line and nothing else; a shorter one may be a room. */
const OUTSIDE_LINE =
  /^(?:电话|手机号?|号码|是|打|我的?|[:：,，\s])*(1[3-9]\d(?:[ -]?\d{4}){2}|0\d{2,3}[ -]?\d{7,8}|\d{7,8})$/;
/** «305 8305» */
const ROOM_AND_PHONE = /^(?:我?在)?(\d{3,4})(?:室|房间?)?[\s,，、;；]+(?:电话|分机|手机)?[:：\s]*(\d{4,11})$/;
const BARE_NUMBER =
  /^(?:电话|手机|分机|号码|联系方式|联系电话|打|打我|是|改成|改为|换成|ext|phone|tel|call|[:：,，\s])*(\d[\d -]{2,13})$/i;

/** «8013» said to the summary is the number to call, and «什么时候能来» is answered, not looked up. */
function atSummary(scene: Scene, heard: Understanding): Taken | null {
  const digits = BARE_NUMBER.exec(heard.text.normalize('NFKC').trim())?.[1]?.replace(/\D/g, '');
  if (digits) return { data: { slots: { ...scene.data.slots, phone: digits } } };
  if (MORE_URGENT.test(heard.text.trim())) return { data: { urgency: 'high' } };
  const asksWhen = heard.intent === 'ticket_status' || heard.intent === 'urge_ticket';
  return asksWhen && !heard.slots.ticket ? { to: 'sayAfterSubmit' } : null;
}

const IN_A_PLACE = /[楼层栋座室厅]|\broom\b|\bfloor\b|\bbuilding\b/i;

/** A number that belongs to a place is none to call; without a phone it goes on in this chat. */
function phoneAnswer(scene: Scene, heard: Understanding): Taken | null {
  if (WHY.test(heard.text.trim())) return { to: 'whyPhone' };
  const place = heard.mentions?.location ?? heard.slots.location;
  const { phone } = heard.slots;
  if (place && IN_A_PLACE.test(heard.text) && (!phone || place.text.includes(phone))) {
    return {
      data: { slots: { ...scene.data.slots, location: mergeLocation(scene.data.slots.location, place) } },
      to: 'phone',
    };
  }
  return !phone && NO_PHONE.test(heard.text.trim()) ? { data: {} } : null;
}

const NOTHING_TO_CHANGE = /^(?:哪里?都不改|都不改|不改了?|没有|没错|都对|不用改|nothing)[。.!！]*$/i;
const MORE_URGENT = /^(?:要|请)?(?:加急|很急|特急|急|紧急|尽快)[。.!！]*$|urgent|asap/i;

function editAnswer(scene: Scene, heard: Understanding): Taken {
  const text = heard.text.trim();
  if (NOTHING_TO_CHANGE.test(text) || clearly(heard, 'confirm')) return { data: {} };
  if (MORE_URGENT.test(text)) return { data: { urgency: 'high' } };
  const { symptom, ...others } = heard.slots;
  const slots = Object.keys(others).length > 0 ? others : { ...(symptom ? { symptom } : {}) };
  if (Object.keys(slots).length === 0) return { data: { notes: [...scene.data.notes, heard.text] } };
  return { data: { slots: mergeSlots(scene.data.slots, slots, REQUEST_SLOTS) } };
}

const AGAIN_WITHIN_MS = 3 * 24 * 60 * 60 * 1000;

/** The person has said the same thing of the same place lately, and it is still in work. */
export function saysAgain(scene: Scene, kind: TicketDraft['kind'], ticket: TicketView): boolean {
  const inWork = ['new', 'assigned', 'accepted', 'on_hold'].includes(ticket.status);
  const lately = scene.facts.now - Date.parse(ticket.createdAt) < AGAIN_WITHIN_MS;
  if (!inWork || !lately || ticket.handoff) return false;
  const draft = draftOf(scene, kind);
  const { device = null, system = null, location = null } = draft.slots;
  return isSameMatter({ ...draft, device, system, location }, ticket);
}

/** «这和 T…0001 是同一件事吗» */
export function sameCard(scene: Scene): Said {
  const texts = textsOf(scene);
  const [ticket] = scene.data.tickets;
  const number = ticket?.number ?? '';
  return {
    text: texts.askSame(number, ticket?.title ?? ''),
    card: {
      title: texts.sameTitle,
      fields: ticket ? ticketFields(scene, ticket) : [],
      actions: [
        { id: 'same', label: texts.buttons.same, value: '', style: 'primary' },
        { id: 'other', label: texts.buttons.other, value: '' },
      ],
      tone: 'info',
    },
    ticket: number,
  };
}

/** Steps that a `take` of these goes to; a flow that has them names them in `also`. */
export const TICKET_ASIDES = {
  place: ['whyPlace'],
  phone: ['whyPhone'],
  confirm: ['sayAfterSubmit'],
} as const;

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
      take: phoneAnswer,
      next: 'confirm',
    },
    confirm: {
      kind: 'ask',
      ask: (scene) => confirmCard(scene, kind),
      choices: { submit: 'mine', edit: 'edit', drop: 'dropped' },
      yes: 'submit',
      no: 'edit',
      take: atSummary,
      next: 'confirm',
    },
    edit: {
      kind: 'ask',
      ask: (scene) => ({ text: textsOf(scene).askEdit() }),
      slot: 'description',
      choices: { submit: 'mine', drop: 'dropped' },
      take: editAnswer,
      next: 'confirm',
    },
    whyPhone: { kind: 'say', say: (scene) => ({ text: textsOf(scene).whyPhone() }), next: 'phone' },
    whyPlace: { kind: 'say', say: (scene) => ({ text: textsOf(scene).whyPlace() }), next: 'place' },
    sayAfterSubmit: {
      kind: 'say',
      say: (scene) => ({ text: textsOf(scene).afterSubmit() }),
      next: 'confirm',
    },
    mine: {
      kind: 'effect',
      effect: () => ({ kind: 'my_tickets' }),
      keep: (scene, outcome) =>
        outcome.kind === 'tickets'
          ? { tickets: outcome.tickets.filter((one) => saysAgain(scene, kind, one)) }
          : {},
      on: { tickets: 'again', refused: 'open' },
    },
    again: {
      kind: 'branch',
      cases: [{ when: (scene) => scene.data.tickets.length > 0, to: 'same' }],
      else: 'open',
    },
    same: {
      kind: 'ask',
      ask: sameCard,
      choices: { same: 'addToIt', other: 'open' },
      yes: 'same',
      no: 'other',
      next: 'same',
    },
    addToIt: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'act_on_ticket',
        number: scene.data.tickets[0]?.number ?? '',
        act: { action: 'comment', text: draftOf(scene, kind).description },
      }),
      keep: (_scene, outcome) => (outcome.kind === 'ticket' ? { ticket: outcome.ticket } : {}),
      on: { ticket: 'sayAdded', refused: 'open' },
    },
    sayAdded: {
      kind: 'say',
      say: (scene) => {
        const number = scene.data.ticket?.number ?? '';
        return { text: textsOf(scene).added(number), ticket: number };
      },
      next: 'end',
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
