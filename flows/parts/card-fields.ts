/** The fields of the cards that people are shown. */
import type { MeetingView, TicketView } from '../../bot/desk.ts';
import type { Scene } from '../../bot/dialogue/flow.ts';
import { momentWords, spanWords } from '../../bot/moment-words.ts';
import type { Card } from '../../bot/reply.ts';
import type { Location } from '../../bot/types.ts';
import { type Texts, textsOf } from '../texts/index.ts';
import { quantitiesOf } from './meeting-slots.ts';
import { otherClocks } from './other-clocks.ts';
import { titleOf } from './search-query.ts';

type Fields = Card['fields'];

function present(entries: readonly (readonly [string, string | number | null | undefined])[]): Fields {
  return entries
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([label, value]) => ({ label, value: String(value) }));
}

export function when(scene: Scene, iso: string): string {
  return momentWords(iso, scene.facts.now, scene.facts.zone, scene.language);
}

/** Where it is: as said, else the room that the directory has for whoever reports it for themselves. */
export function placeOf({ data, facts }: Scene): Location | undefined {
  const { location, person } = data.slots;
  const { office } = facts.sender;
  const atDesk = !person && data.category !== 'conference' && data.category !== 'infrastructure';
  return location ?? (office && atDesk ? { text: office } : undefined);
}

/** What is about to be recorded. */
export function draftFields(scene: Scene): Fields {
  const texts = textsOf(scene);
  const { data, facts } = scene;
  const { slots } = data;
  const labels = texts.labels;
  const sender = [facts.sender.department, facts.sender.name].filter(Boolean).join(' ');
  return present([
    [data.intent === 'request_service' ? labels.request : labels.what, draftTitle(scene)],
    [labels.place, placeOf(scene)?.text],
    [labels.model, slots.model],
    [labels.asset, slots.asset],
    [labels.quantity, slots.quantity],
    [labels.since, slots.since && when(scene, slots.since)],
    [labels.deadline, slots.deadline && when(scene, slots.deadline)],
    [labels.urgency, data.urgency && data.urgency !== 'normal' ? texts.urgencies[data.urgency] : undefined],
    [labels.requester, sender],
    [labels.person, slots.person],
    [labels.phone, slots.phone ?? facts.sender.phone],
    [labels.notes, data.notes.join('；')],
  ]);
}

/** «打印机卡纸», or the person's own words where nothing shorter was understood. */
export function draftTitle(scene: Scene): string {
  const { slots } = scene.data;
  const thing = slots.device ?? slots.system;
  if (thing && slots.symptom)
    return slots.symptom.includes(thing) ? slots.symptom : `${thing} ${slots.symptom}`;
  return titleOf(scene.data);
}

/** «处理中，李工负责，最迟今天 15:30前»; «挂起，李工负责，等配件，预计明天继续». */
export function ticketProgress(
  scene: Scene,
  ticket: TicketView,
): { status: string; who: string; by: string } {
  const texts = textsOf(scene);
  const open = ticket.status !== 'closed' && ticket.status !== 'cancelled' && ticket.status !== 'resolved';
  const due = ticket.status === 'accepted' ? ticket.resolveBy : ticket.respondBy;
  return {
    status: texts.statuses[ticket.status],
    who: open ? texts.pendingWho(ticket.team, ticket.assignee) : '',
    by: open ? (ticket.status === 'on_hold' ? waitsFor(scene, ticket) : dueWords(scene, ticket, due)) : '',
  };
}

/** By when; where that is over, so much is said, and what was promised since. */
function dueWords(scene: Scene, { expectedAt }: TicketView, due: string | null): string {
  const texts = textsOf(scene);
  const { now } = scene.facts;
  if (expectedAt && Date.parse(expectedAt) > now) return texts.pendingLate(when(scene, expectedAt));
  if (due && Date.parse(due) < now) return texts.pendingLate(null);
  return texts.pendingBy(due && when(scene, due));
}

/** What a ticket on hold waits for, and until when. */
function waitsFor(scene: Scene, { holdReason, holdUntil }: TicketView): string {
  const texts = textsOf(scene);
  const reason = holdReason && holdReason !== 'other' ? texts.holdReasons[holdReason] : null;
  return texts.pendingHold(reason, holdUntil && when(scene, holdUntil));
}

export function ticketFields(scene: Scene, ticket: TicketView): Fields {
  const texts = textsOf(scene);
  const { labels } = texts;
  return present([
    [labels.what, ticket.title],
    [labels.status, texts.statuses[ticket.status]],
    [labels.place, ticket.location?.text],
    [labels.team, ticket.team],
    [labels.assignee, ticket.assignee],
    [
      labels.respondBy,
      ticket.status === 'accepted' ? undefined : ticket.respondBy && when(scene, ticket.respondBy),
    ],
    [labels.resolveBy, ticket.resolveBy && when(scene, ticket.resolveBy)],
    [labels.until, ticket.holdUntil && when(scene, ticket.holdUntil)],
    [labels.result, ticket.resolution],
  ]);
}

export function meetingWhen(scene: Scene, meeting: Pick<MeetingView, 'start' | 'end'>): string {
  return spanWords(meeting.start, meeting.end, scene.facts.now, scene.facts.zone, scene.language);
}

export function equipmentWords(
  texts: Texts,
  equipment: readonly string[],
  quantities: Readonly<Record<string, number | undefined>> = {},
): string {
  const names: Record<string, string> = texts.equipment;
  const counted = (one: string) => ((quantities[one] ?? 1) > 1 ? ` ×${quantities[one]}` : '');
  return equipment.map((one) => `${names[one] ?? one}${counted(one)}`).join('、');
}

/** The meeting that is about to be booked. */
export function meetingDraftFields(scene: Scene, repeats = ''): Fields {
  const texts = textsOf(scene);
  const { labels } = texts;
  const { slots } = scene.data;
  return present([
    [labels.title, slots.title],
    [labels.time, slots.start && slots.end && meetingWhen(scene, { start: slots.start, end: slots.end })],
    [
      labels.otherClocks,
      slots.start && slots.end
        ? otherClocks(saidOf(scene), { start: slots.start, end: slots.end }, scene.facts, texts)
        : '',
    ],
    [labels.repeats, repeats],
    [labels.room, slots.location?.text],
    [labels.attendees, slots.attendees],
    [labels.equipment, slots.equipment && equipmentWords(texts, slots.equipment, quantitiesOf(scene))],
    [labels.layout, slots.layout && texts.layouts[slots.layout]],
    [labels.notes, scene.data.notes.join('；')],
  ]);
}

const saidOf = ({ data }: Scene): string => [data.text, ...data.notes].join('\n');

/** A meeting as it stands. */
export function meetingCard(scene: Scene, meeting: MeetingView): Card {
  const texts = textsOf(scene);
  const { labels } = texts;
  return {
    title: `${labels.title} ${meeting.number}`,
    fields: present([
      [labels.title, meeting.title],
      [labels.time, meetingWhen(scene, meeting)],
      [labels.otherClocks, otherClocks(meeting.notes ?? saidOf(scene), meeting, scene.facts, texts)],
      [labels.room, meeting.place ?? meeting.room],
      [labels.attendees, meeting.attendees],
      [labels.equipment, equipmentWords(texts, meeting.equipment, meeting.quantities)],
      [labels.layout, meeting.layout && texts.layouts[meeting.layout]],
    ]),
    actions: [],
    tone: 'success',
  };
}

/** Whom to turn to while the desk is closed: the one on duty for the team, else the desk's telephone. */
export function outOfHoursReach(scene: Scene, team: string | null): string | undefined {
  const texts = textsOf(scene);
  const { duty, dutyOf, phone } = scene.facts.desk;
  const who = (team ? dutyOf?.[team] : undefined) ?? duty;
  if (who) return texts.onDuty(who.name, who.phone);
  return phone ? texts.deskPhone(phone) : undefined;
}
