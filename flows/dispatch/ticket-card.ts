/** The card that a crew gets in its group: all the facts, and the buttons that the ticket's status allows. */
import type { DispatchTicket, OnDuty } from '../../bot/desk.ts';
import { momentWords } from '../../bot/moment-words.ts';
import { type Card, type CardAction, type Reply, replyWith } from '../../bot/reply.ts';
import type { Language } from '../../bot/types.ts';
import { TEXTS, type Texts } from '../texts/index.ts';
import { lengthWords } from './length-words.ts';

export interface DispatchScene {
  now: number;
  zone: string;
  language: Language;
  /** Titles of articles by id: what the person already tried. */
  articleTitle(id: string): string | undefined;
  /** Who is on duty for a ticket, where nobody of its team is at work now. */
  duty?(ticket: DispatchTicket): OnDuty | null;
  /** Who should take it, while nobody has. */
  suggested?(ticket: DispatchTicket): string | null;
}

/**
 * One card a ticket a group: sent again under the same key, it is the newer state of the same card. `looked` where
 * somebody asked to see it: it is announced as nothing new then.
 */
export function dispatchCard(ticket: DispatchTicket, scene: DispatchScene, looked = false): Reply {
  const texts = TEXTS[scene.language];
  const card: Card = {
    title: texts.dispatch.title(ticket.number, ticket.title),
    fields: fieldsOf(ticket, scene, texts),
    actions: buttonsOf(ticket, texts),
    tone: toneOf(ticket),
  };
  return replyWith(leadOf(ticket, texts, looked), card, { ticket: ticket.number });
}

function leadOf(ticket: DispatchTicket, texts: Texts, looked: boolean): string {
  const { lead, status } = texts.dispatch;
  const was = (action: string) => ticket.history?.some((entry) => entry.action === action) ?? false;
  const waits = ticket.status === 'new' || ticket.status === 'assigned';
  const standing = () =>
    status(
      `${ticket.number} ${texts.statuses[ticket.status]}`,
      ticket.assignee ?? (waits ? ticket.team : null),
    );
  if (looked || !waits) return standing();
  if (was('reopen')) return lead.reopened(ticket.number);
  if (ticket.assignee || was('transfer')) return standing();
  if (ticket.complaint) return lead.complaint(ticket.number);
  if (ticket.handoff) return lead.handoff(ticket.number);
  const urgent = ticket.urgency === 'critical' || ticket.urgency === 'high';
  return urgent ? lead.urgent(ticket.number) : lead.new(ticket.number);
}

function toneOf(ticket: DispatchTicket): NonNullable<Card['tone']> {
  if (ticket.status === 'closed' || ticket.status === 'cancelled') return 'muted';
  if (ticket.status === 'resolved') return 'success';
  if (ticket.sla.breached.length > 0 || ticket.urgency === 'critical') return 'danger';
  return ticket.urgency === 'high' ? 'warning' : 'info';
}

function fieldsOf(ticket: DispatchTicket, scene: DispatchScene, texts: Texts): Card['fields'] {
  const { labels } = texts;
  const { fields } = texts.dispatch;
  const when = (iso: string | null | undefined) =>
    iso ? momentWords(iso, scene.now, scene.zone, scene.language) : '';
  const { requester, contact } = ticket;
  const { missing } = texts.dispatch;
  const who = [requester.department, requester.name, requester.vip ? '★' : ''].filter(Boolean).join(' ');
  const phone = contact?.phone ?? requester.phone ?? missing.phone;
  const reach = [contact?.name, phone].filter(Boolean).join(' ');
  const tried = ticket.tried.map((id) => scene.articleTitle(id) ?? id).join('、');
  const entries: [string, string | null | undefined][] = [
    [fields.status, texts.dispatch.status(texts.statuses[ticket.status], ticket.assignee ?? ticket.team)],
    [fields.incident, incidentWords(ticket, texts)],
    [fields.recurs, recursWords(ticket, texts)],
    [labels.place, ticket.location?.text ?? (needsPlace(ticket) ? missing.place : '')],
    [fields.reporter, who],
    [fields.contact, reach],
    [fields.description, ticket.description === ticket.title ? '' : ticket.description],
    [labels.category, texts.categories[ticket.category]],
    [labels.urgency, ticket.urgency === 'normal' ? '' : texts.urgencies[ticket.urgency]],
    [labels.model, ticket.model],
    [labels.asset, ticket.asset],
    [labels.deadline, when(ticket.deadline)],
    [fields.due, dueWords(ticket, when, texts)],
    [fields.left, leftWords(ticket, scene, texts)],
    [fields.warning, warningWords(ticket)],
    [fields.suggested, ticket.assignee ? '' : scene.suggested?.(ticket)],
    [fields.duty, dutyWords(ticket, scene)],
    [fields.tried, tried],
    [fields.attachments, ticket.attachments.map(({ name }) => name).join('、')],
    [texts.dispatch.vendor.field, vendorWords(ticket, when, texts)],
    [labels.reason, ticket.hold ? holdWords(ticket.hold, texts) : ''],
    [labels.until, when(ticket.hold?.until)],
    [labels.result, ticket.resolution?.resolution],
  ];
  return entries.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** Its targets reach into a year whose holidays are not known. */
function warningWords({ history }: DispatchTicket): string {
  const warning = history?.find(({ action }) => action === 'created')?.detail?.warning;
  return typeof warning === 'string' ? warning : '';
}

/** «维护供应商（周五 12:00 前答复，周一 17:30 前完成；还没答复）»: its own clock beside ours. */
function vendorWords(
  { vendor, vendorClock }: DispatchTicket,
  when: (iso: string | null) => string,
  texts: Texts,
): string {
  if (!vendor) return '';
  const { clock, waiting, heard } = texts.dispatch.vendor;
  if (!vendorClock) return vendor;
  const { answerBy, doneBy, heardAt } = vendorClock;
  const due = clock(heardAt ? null : when(answerBy) || null, when(doneBy) || null);
  const answer = heardAt ? heard(when(heardAt)) : answerBy ? waiting : '';
  const facts = [due, answer].filter(Boolean).join('；');
  return facts ? `${vendor}（${facts}）` : vendor;
}

/** «30 天内第 4 次» */
function recursWords({ history }: DispatchTicket, texts: Texts): string {
  const times = history?.find(({ action }) => action === 'created')?.detail?.times;
  return typeof times === 'number' ? texts.dispatch.recurs(times) : '';
}

function incidentWords({ number, incident, reports }: DispatchTicket, texts: Texts): string {
  if (incident === null) return '';
  const { incident: words } = texts.dispatch;
  return incident === number ? words.reports(reports) : words.behind(incident);
}

/** A note that says the reason itself («等配件 到周五») stands alone. */
function holdWords({ reason, note }: NonNullable<DispatchTicket['hold']>, texts: Texts): string {
  const known = texts.holdReasons[reason];
  return note?.includes(known) ? note : [known, note].filter(Boolean).join('：');
}

/** Somebody has to go there. */
const ON_SITE: readonly DispatchTicket['category'][] = [
  'computer',
  'printing',
  'network',
  'phone',
  'conference',
  'infrastructure',
];

function needsPlace({ kind, category, handoff, complaint }: DispatchTicket): boolean {
  return kind === 'fault' && ON_SITE.includes(category) && !handoff && !complaint;
}

/** What can't wait until the morning goes to the person on duty. */
function dutyWords(ticket: DispatchTicket, scene: DispatchScene): string {
  const waits = ticket.status === 'new' || ticket.status === 'assigned';
  const duty = waits && ticket.urgency === 'critical' ? scene.duty?.(ticket) : null;
  return duty ? `${duty.name} ${duty.phone}` : '';
}

/** How much time is left to the target that is next, on the clock on the wall. */
function leftWords(ticket: DispatchTicket, { now }: DispatchScene, texts: Texts): string {
  const [next] = openMoments(ticket).sort((a, b) => a - b);
  return next === undefined || next <= now ? '' : lengthWords(next - now, texts);
}

function openMoments(ticket: DispatchTicket): number[] {
  if (!isRunning(ticket)) return [];
  const { respondBy, respondedAt, onSiteBy, arrivedAt, resolveBy } = ticket.sla;
  const open = [respondedAt ? null : respondBy, arrivedAt ? null : onSiteBy, resolveBy];
  return open.flatMap((moment) => (moment ? [Date.parse(moment)] : []));
}

function isRunning({ status }: DispatchTicket): boolean {
  return status === 'new' || status === 'assigned' || status === 'accepted';
}

function dueWords(ticket: DispatchTicket, when: (iso: string | null) => string, texts: Texts): string {
  if (!isRunning(ticket)) return '';
  const { sla } = ticket;
  const text = texts.dispatch.due(
    (!sla.respondedAt && when(sla.respondBy)) || null,
    (!sla.arrivedAt && when(sla.onSiteBy)) || null,
    when(sla.resolveBy) || null,
  );
  return ticket.sla.breached.length > 0 && text ? texts.dispatch.overdue(text) : text;
}

function buttonsOf(ticket: DispatchTicket, texts: Texts): CardAction[] {
  const { buttons } = texts.dispatch;
  const value = ticket.number;
  const accept: CardAction = { id: 'dispatch.accept', label: buttons.accept, value, style: 'primary' };
  const resume: CardAction = { id: 'dispatch.resume', label: buttons.resume, value, style: 'primary' };
  const others = [transferButton(value, texts), holdButton(value, texts), resolveButton(value, texts)];
  const [transfer, hold, resolve] = others as [CardAction, CardAction, CardAction];
  const handback: CardAction[] = ticket.handoff
    ? [{ id: 'dispatch.handback', label: buttons.handback, value }]
    : [];
  const arrive: CardAction[] = ticket.sla.arrivedAt
    ? []
    : [{ id: 'dispatch.arrive', label: buttons.arrive, value }];
  switch (ticket.status) {
    case 'new':
    case 'assigned':
      return [accept, transfer, hold, resolve, ...handback];
    case 'accepted':
      return [...arrive, resolve, hold, transfer, sendOutButton(value, texts), ...handback];
    case 'on_hold':
      return [resume, transfer, resolve, ...handback];
    case 'resolved':
    case 'closed':
    case 'cancelled':
      return [];
  }
}

function transferButton(value: string, texts: Texts): CardAction {
  const { buttons, form } = texts.dispatch;
  return {
    id: 'dispatch.transfer',
    label: buttons.transfer,
    value,
    form: [
      { name: 'to', label: form.to, required: true },
      { name: 'reason', label: form.why, required: false },
    ],
  };
}

function holdButton(value: string, texts: Texts): CardAction {
  const { buttons, form } = texts.dispatch;
  const options = Object.entries(texts.holdReasons).map(([reason, label]) => ({ value: reason, label }));
  return {
    id: 'dispatch.hold',
    label: buttons.hold,
    value,
    form: [
      { name: 'reason', label: form.holdReason, required: true, options },
      { name: 'note', label: form.note, required: false },
      { name: 'until', label: form.until, required: false },
    ],
  };
}

function sendOutButton(value: string, texts: Texts): CardAction {
  const { buttons, form } = texts.dispatch;
  const fields = [{ name: 'what', label: form.sendOut, required: true }];
  return { id: 'dispatch.send_out', label: buttons.sendOut, value, form: fields };
}

function resolveButton(value: string, texts: Texts): CardAction {
  const { buttons, form } = texts.dispatch;
  return {
    id: 'dispatch.resolve',
    label: buttons.resolve,
    value,
    style: 'primary',
    form: [
      { name: 'resolution', label: form.resolution, required: true, multiline: true },
      { name: 'cause', label: form.cause, required: false },
      { name: 'parts', label: form.parts, required: false },
      { name: 'tip', label: form.tip, required: false },
    ],
  };
}
