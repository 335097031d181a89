/** Meetings as an iCalendar feed (RFC 5545): of a room, of a person, of a crew, or one meeting as an invitation. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MeetingState } from '../desk/meeting-state.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { findMeeting, listMeetings, type MeetingFilter } from '../store/meetings.ts';
import { crewOf } from './crew-of.ts';

export const FEED_KINDS = ['room', 'person', 'crew', 'meeting'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

const DAY_MS = 24 * 60 * 60 * 1000;
/** What nobody has confirmed yet is tentative (RFC 5545, 3.8.1.11). */
const STATUSES: Readonly<Partial<Record<MeetingState['status'], ICalEventStatus>>> = {
  requested: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/** What is over is kept for a while, so that a calendar does not lose last week. */
const BACK_MS = 30 * DAY_MS;
const MOST = 1000;

/** `id`: a room's, a person's as `channel:id`, a team's, or a meeting's number. Null where there is no such meeting. */
export async function calendarFeed(
  db: Db,
  context: DeskContext,
  { kind, id }: { kind: FeedKind; id: string },
): Promise<string | null> {
  const meetings = await meetingsOf(db, context, kind, id);
  if (meetings === null) return null;
  const calendar = ical({
    name: kind === 'meeting' ? (meetings[0]?.title ?? id) : `${context.profile.name} ${id}`,
    prodId: { company: 'service-desk', product: 'meetings' },
    ...(kind === 'meeting' ? { method: ICalCalendarMethod.PUBLISH } : {}),
  });
  for (const meeting of meetings) calendar.createEvent(eventOf(meeting));
  return calendar.toString();
}

function eventOf(meeting: MeetingState) {
  const { number, title, room, location, requester, version, status } = meeting;
  const people = [requester.department, requester.name].filter(Boolean).join(' ');
  return {
    id: `${number}@service-desk`,
    start: new Date(meeting.start),
    end: new Date(meeting.end),
    stamp: new Date(meeting.updatedAt),
    sequence: version,
    summary: title,
    location: location.text.includes(room) ? location.text : room,
    description: [number, people].filter(Boolean).join(' '),
    status: STATUSES[status] ?? ICalEventStatus.CONFIRMED,
  };
}

async function meetingsOf(
  db: Db,
  context: DeskContext,
  kind: FeedKind,
  id: string,
): Promise<MeetingState[] | null> {
  if (kind === 'meeting') {
    const found = await findMeeting(db, id);
    return found && [found.meeting];
  }
  const from = context.now() - BACK_MS;
  const narrowed = await listMeetings(db, { from, order: 'soonest', limit: MOST, ...narrowedTo(kind, id) });
  const meetings = narrowed.map(({ meeting }) => meeting);
  return kind === 'crew'
    ? meetings.filter((one) => one.tasks.length > 0 && crewOf(context.profile, one).team.id === id)
    : meetings;
}

function narrowedTo(kind: Exclude<FeedKind, 'meeting'>, id: string): Partial<MeetingFilter> {
  if (kind === 'room') return { room: id };
  if (kind === 'crew') return {};
  const colon = id.indexOf(':');
  return { requesters: [{ channel: id.slice(0, colon), account: id.slice(colon + 1) }] };
}
