/** What a flow asks of the desk about meetings. A person acts on their own meetings alone. */
import type { Effect, MeetingChanges, MeetingDraft, Outcome, Refusal } from '../../bot/desk.ts';
import type { Update } from '../../bot/types.ts';
import type { Blobs } from '../attachments/blobs.ts';
import { keepFile } from '../attachments/keep-file.ts';
import type { MeetingAction } from '../desk/meeting-actions.ts';
import type { Account } from '../desk/person.ts';
import type { DeskContext } from '../desk-context.ts';
import { actOnMeeting } from '../meetings/act-on-meeting.ts';
import { actOnSeries } from '../meetings/act-on-series.ts';
import { bookMeeting } from '../meetings/book-meeting.ts';
import { bookSeries } from '../meetings/book-series.ts';
import { makeDocument } from '../meetings/documents/make-document.ts';
import { holdRoom } from '../meetings/hold-room.ts';
import { refusedDraft } from '../meetings/refused-draft.ts';
import { requesterMeetings } from '../meetings/requester-meetings.ts';
import { roomUses } from '../meetings/room-uses.ts';
import { settleRoom } from '../meetings/settle-room.ts';
import { timeFault } from '../meetings/time-fault.ts';
import { holdFor, onTrial } from '../meetings/trial.ts';
import { undoOf } from '../meetings/undo-change.ts';
import type { Db, Trx } from '../store/database.ts';
import { conversationKeyOf } from '../store/keys.ts';
import { findMeeting } from '../store/meetings.ts';
import { isRequestedBy } from '../tickets/act-on-ticket.ts';
import { requesterOf } from './requester-of.ts';
import { meetingView } from './views.ts';

/** How many of a person's own meetings a conversation looks at. */
const MOST_OWN = 20;
/** Longer than this is more likely a slip than a meeting. */
const LONGEST_MS = 24 * 3_600_000;

interface Scope {
  context: DeskContext;
  update: Update;
  /** The accounts of whoever asks. */
  mine: readonly Account[];
}

export type MeetingReading = Extract<Effect, { kind: 'my_meetings' | 'propose_rooms' | 'room_uses' }>;
export type MeetingEffect = Extract<
  Effect,
  {
    kind:
      | 'hold_room'
      | 'book_meeting'
      | 'change_meeting'
      | 'try_change'
      | 'undo_change'
      | 'rebook_meeting'
      | 'make_document'
      | 'rate_meeting'
      | 'cancel_meeting';
  }
>;

export async function readMeetings(scope: Scope & { db: Db }, effect: MeetingReading): Promise<Outcome> {
  const { db, context, update } = scope;
  switch (effect.kind) {
    case 'my_meetings':
      return { kind: 'meetings', meetings: (await own(db, scope)).map(meetingView) };
    case 'propose_rooms': {
      const who = { department: update.sender.department, holder: conversationKeyOf(update) };
      return { kind: 'rooms', ...(await settleRoom(db, context, effect.wanted, who)) };
    }
    case 'room_uses': {
      return { kind: 'room_uses', uses: await roomUses(db, context, effect.query, scope.mine) };
    }
  }
}

export async function performOnMeetings(
  scope: Scope & { trx: Trx; blobs: Blobs },
  effect: MeetingEffect,
): Promise<Outcome> {
  switch (effect.kind) {
    case 'hold_room':
      return hold(scope, effect.draft);
    case 'book_meeting':
      return book(scope, effect.draft);
    case 'change_meeting':
      return actOnOwn(scope, effect, { action: 'change', ...changeBody(effect.changes) });
    case 'try_change':
      return tryChange(scope, effect);
    case 'undo_change':
      return undoChange(scope, effect);
    case 'rebook_meeting': {
      const draft = await refusedDraft(scope.trx, scope, effect);
      return draft ? book(scope, draft) : refused({ reason: 'not_found' });
    }
    case 'rate_meeting':
      return rate(scope, effect);
    case 'make_document':
      return make(scope, effect);
    case 'cancel_meeting':
      return actOnOwn(scope, effect, {
        action: 'cancel',
        ...(effect.reason ? { reason: effect.reason } : {}),
      });
  }
}

async function hold({ trx, context, update }: Scope & { trx: Trx }, draft: MeetingDraft): Promise<Outcome> {
  const invalid = invalidTime(draft, context.now());
  if (invalid) return refused(invalid);
  const requester = requesterOf(update);
  const held = await holdRoom(trx, context, { draft, requester, holder: conversationKeyOf(update) });
  if (held.ok) return { kind: 'held', until: held.until };
  return refused({ reason: 'room', trouble: held.trouble, alternatives: held.alternatives });
}

async function book({ trx, context, update }: Scope & { trx: Trx }, draft: MeetingDraft): Promise<Outcome> {
  const invalid = invalidTime(draft, context.now());
  if (invalid) return refused(invalid);
  const { sender, address } = update;
  const input = {
    draft,
    requester: requesterOf(update),
    address,
    actor: sender.id,
    holder: conversationKeyOf(update),
  };
  if (draft.recurrence) {
    const { recurrence } = draft;
    const { meetings, missed } = await bookSeries(trx, context, { ...input, recurrence });
    return { kind: 'series', meetings: meetings.map(meetingView), missed };
  }
  const booked = await bookMeeting(trx, context, input);
  if (booked.ok) return { kind: 'meeting', meeting: meetingView(booked.meeting) };
  if (booked.reason === 'bad_time') return refused({ reason: 'invalid', what: booked.fault });
  return refused({ reason: 'room', trouble: booked.trouble, alternatives: booked.alternatives });
}

function invalidTime({ start, end }: { start: string; end: string }, now: number): Refusal | null {
  const span = { start: Date.parse(start), end: Date.parse(end) };
  const what = timeFault(span, now);
  if (what !== null) return { reason: 'invalid', what };
  return span.end - span.start > LONGEST_MS ? { reason: 'invalid', what: 'too_long' } : null;
}

async function rate(
  { trx, context, update, mine }: Scope & { trx: Trx },
  { number, score, text }: Extract<Effect, { kind: 'rate_meeting' }>,
): Promise<Outcome> {
  const stored = await findMeeting(trx, number);
  if (!stored || !isRequestedBy(stored.meeting, mine)) return refused({ reason: 'not_found' });
  const actor = update.sender.name ?? update.sender.id;
  const action = { action: 'rate' as const, score, ...(text ? { text } : {}) };
  const result = await actOnMeeting(trx, context, { number, actor, byRequester: true, action });
  return result.ok
    ? { kind: 'meeting', meeting: meetingView(result.meeting) }
    : refused({ reason: 'not_allowed', status: stored.meeting.status });
}

async function make(
  scope: Scope & { trx: Trx; blobs: Blobs },
  { number, document, names }: Extract<Effect, { kind: 'make_document' }>,
): Promise<Outcome> {
  const { trx, context, blobs } = scope;
  const meeting = (await own(trx, scope)).find((one) => one.number === number);
  if (!meeting) return refused({ reason: 'not_found' });
  const made = await makeDocument(meeting, context, { document, names });
  return { kind: 'made', file: await keepFile(trx, blobs, made, context.now()) };
}

/** The room is kept where it would be had. */
async function tryChange(
  scope: Scope & { trx: Trx },
  effect: Extract<Effect, { kind: 'try_change' }>,
): Promise<Outcome> {
  const { trx, context, update } = scope;
  const action = { action: 'change' as const, ...changeBody(effect.changes) };
  const tried = await onTrial(trx, context, (quiet) =>
    actOnOwn({ ...scope, context: quiet }, effect, action),
  );
  if (tried.kind !== 'meeting') return tried;
  const holder = conversationKeyOf(update);
  const until = await holdFor(trx, context, { meeting: tried.meeting, holder });
  return { ...tried, until };
}

async function undoChange(
  scope: Scope & { trx: Trx },
  { number, version }: Extract<Effect, { kind: 'undo_change' }>,
): Promise<Outcome> {
  const meeting = (await own(scope.trx, scope)).find((one) => one.number === number);
  if (!meeting) return refused({ reason: 'not_found' });
  const action = undoOf(meeting, version);
  if (action === null) return refused({ reason: 'not_allowed', status: meeting.status });
  return actOnOwn(scope, { number }, action);
}

function changeBody({ location: _location, recurrence: _recurrence, ...changes }: MeetingChanges) {
  return changes;
}

function own(db: Db, { context, mine }: Scope) {
  return requesterMeetings(db, context, { accounts: mine, limit: MOST_OWN });
}

async function actOnOwn(
  scope: Scope & { trx: Trx },
  { number, all }: { number: string; all?: true },
  action: MeetingAction,
): Promise<Outcome> {
  const { trx, context, update } = scope;
  const meeting = (await own(trx, scope)).find((one) => one.number === number);
  if (!meeting) return refused({ reason: 'not_found' });
  if (action.action === 'change' && action.start) {
    const length = Date.parse(meeting.end) - Date.parse(meeting.start);
    const end = action.end ?? new Date(Date.parse(action.start) + length).toISOString();
    const invalid = invalidTime({ start: action.start, end }, context.now());
    if (invalid) return refused(invalid);
  }
  const actor = update.sender.name ?? update.sender.id;
  if (all) {
    const input = { number, actor, byRequester: true, action, meeting };
    const { meetings, missed } = await actOnSeries(trx, context, input);
    return { kind: 'series', meetings: meetings.map(meetingView), missed };
  }
  const holder = conversationKeyOf(update);
  const result = await actOnMeeting(trx, context, { number, actor, byRequester: true, action, holder });
  if (result.ok) return { kind: 'meeting', meeting: meetingView(result.meeting) };
  switch (result.reason) {
    case 'room':
      return refused({ reason: 'room', trouble: result.trouble, alternatives: result.alternatives });
    case 'bad_time':
      return refused({ reason: 'invalid', what: result.fault });
    case 'end_before_start':
      return refused({ reason: 'invalid', what: 'end_before_start' });
    case 'not_found':
      return refused({ reason: 'not_found' });
    default:
      return refused({ reason: 'not_allowed', status: result.meeting.status });
  }
}

function refused(refusal: Refusal): Outcome {
  return { kind: 'refused', refusal };
}
