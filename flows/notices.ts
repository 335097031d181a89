/** What the desk tells a requester, in words. */

import type { Facts, TicketView } from '../bot/desk.ts';
import type { DialogueDefinition } from '../bot/dialogue/definition.ts';
import type { Said } from '../bot/dialogue/flow.ts';
import type { NoticeViews } from '../bot/dialogue/notice.ts';
import { momentWords, spanWords } from '../bot/moment-words.ts';
import type { Card, CardAction } from '../bot/reply.ts';
import type { Language, Notice } from '../bot/types.ts';
import { type Compared, differenceWords } from './parts/meeting-difference.ts';
import { TEXTS, type Texts } from './texts/index.ts';

type TicketNotice = Extract<Notice, { about: 'ticket' }>;
type MeetingNotice = Extract<Notice, { about: 'meeting' }>;
type Told = ReturnType<DialogueDefinition['tell']>;

export const tell: DialogueDefinition['tell'] = (notice, views, language, facts) =>
  notice.about === 'ticket'
    ? tellTicket(notice, views, language, facts)
    : tellMeeting(notice, views, language, facts);

function tellTicket(notice: TicketNotice, views: NoticeViews, language: Language, facts: Facts): Told {
  const { ticket } = views;
  if (!ticket) return null;
  const texts = TEXTS[language];
  if (notice.event === 'resolved') return { said: resolvedCard(notice, ticket, texts), ask: 'confirm_fixed' };
  const until = notice.until && momentWords(notice.until, facts.now, facts.zone, language);
  const text = ticketWords(notice, ticket, texts, until, facts.desk.phones ?? {});
  return { said: { text, ticket: notice.number } };
}

function resolvedCard(notice: TicketNotice, ticket: TicketView, texts: Texts): Said {
  const result = notice.text ?? ticket.resolution ?? '';
  return {
    text: texts.notice.resolved(notice.number, ticket.title, notice.actor, result),
    card: {
      title: texts.notice.resolvedTitle,
      fields: [],
      actions: [
        { id: 'ticket.confirm', label: texts.buttons.fixed, value: notice.number, style: 'primary' },
        { id: 'ticket.reopen', label: texts.buttons.notFixed, value: notice.number },
      ],
    },
    ticket: notice.number,
  };
}

function ticketWords(
  notice: TicketNotice,
  ticket: TicketView,
  texts: Texts,
  until: string | undefined,
  phones: Readonly<Record<string, string>>,
) {
  const { number, actor, event } = notice;
  const who = ticket.assignee ?? ticket.team ?? actor;
  const reached = { name: who, phone: phones[who] };
  const words = texts.notice;
  switch (event) {
    case 'accepted':
      return words.accepted(number, ticket.title, reached, until);
    case 'assigned':
      return words.assigned(number, ticket.title, reached);
    case 'transferred':
      return words.transferred(number, who);
    case 'on_hold':
      return words.on_hold(number, holdReasonWords(notice.text, texts), until);
    case 'resumed':
      return words.resumed(number);
    case 'closed':
      return words.closed(number);
    case 'cancelled':
      return words.cancelled(number, notice.text);
    case 'reopened':
      return words.reopened(number);
    case 'commented':
      return words.commented(number, actor, notice.text ?? '');
    case 'breached':
      return words.breached(number, ticket.assignee ?? ticket.team ?? '', until);
    case 'delayed':
      return words.delayed(number, until, notice.text);
    case 'send_out':
      return words.send_out(number, notice.text ?? '');
    case 'send_out_approved':
      return words.send_out_approved(number, actor);
    case 'send_out_rejected':
      return words.send_out_rejected(number, actor, notice.text);
    case 'linked':
      return words.linked(number);
    case 'merged':
      return words.merged(number, notice.text ?? '');
    case 'major':
      return words.major(number);
    case 'arrived':
      return words.arrived(number, who);
    case 'resolved':
      return words.resolved(number, ticket.title, actor, notice.text ?? '');
  }
}

/** «Other reasons» tells a requester nothing, and what the crew noted is for the crew. */
function holdReasonWords(reason: string | undefined, texts: Texts): string {
  const known: Record<string, string> = { ...texts.holdReasons, other: '' };
  return known[reason ?? 'other'] ?? '';
}

function tellMeeting(notice: MeetingNotice, views: NoticeViews, language: Language, facts: Facts): Told {
  const { meeting } = views;
  if (!meeting) return null;
  const words = TEXTS[language].notice.meeting;
  const when = spanWords(meeting.start, meeting.end, facts.now, facts.zone, language);
  const offers = offersOf(notice, facts, language);
  const text = {
    confirmed: () => words.confirmed(notice.number, when, meeting.room),
    changed: () => {
      const before = { ...meeting, ...notice.was } as Compared;
      const changed = differenceWords(before, meeting, { now: facts.now, zone: facts.zone, language });
      return words.changed({ ...meeting, when }, notice.actor, changed);
    },
    approved: () => words.approved(notice.number, when, meeting.room, notice.actor),
    refused: () => words.refused({ ...meeting, when }, notice.actor, notice.text, offers.length > 0),
    cancelled: () => words.cancelled(notice.number, notice.text),
    started: () => words.started(notice.number),
    finished: () => words.finished(notice.number),
  }[notice.event]();
  const said: Said = { text, meeting: notice.number };
  if (notice.event === 'finished') return { said: { ...said, card: ratingCard(notice.number, language) } };
  if (offers.length === 0) return { said };
  return { said: { ...said, card: { title: TEXTS[language].clarifyTitle, fields: [], actions: offers } } };
}

function ratingCard(number: string, language: Language): Card {
  const { buttons, meetingRating } = TEXTS[language];
  // In this order a typed «5» is five: a number picks the button that stands there.
  const actions = [1, 2, 3, 4, 5].map((score) => ({
    id: 'meeting.rate',
    label: buttons.stars(score),
    value: `${number}:${score}`,
  }));
  return { title: meetingRating.title, fields: [], actions };
}

/** What would work in the place of a room that was refused; a press books it. */
function offersOf(
  { number, alternatives = [] }: MeetingNotice,
  { now, zone }: Facts,
  language: Language,
): CardAction[] {
  return alternatives.slice(0, MOST_OFFERED).map(({ room, start, end }, index) => ({
    id: 'meeting.rebook',
    label: `${room} ${spanWords(start, end, now, zone, language)}`,
    value: `${number}:${index}`,
  }));
}

const MOST_OFFERED = 5;
