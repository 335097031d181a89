/** `/api/meetings`: listing, reading, booking and acting. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { MeetingDraft } from '../../bot/desk.ts';
import { Meeting } from '../desk/meeting-record.ts';
import { fromIso } from '../desk/moments.ts';
import type { DeskContext } from '../desk-context.ts';
import { actOnMeeting } from '../meetings/act-on-meeting.ts';
import { bookMeeting } from '../meetings/book-meeting.ts';
import { getMeeting } from '../meetings/get-meeting.ts';
import { listMeetings } from '../meetings/list-meetings.ts';
import type { Db } from '../store/database.ts';
import { type Caller, requireRole } from './access.ts';
import { MeetingBody as Body, MeetingActionBody, type MeetingBody, MeetingQuery } from './meeting-schemas.ts';
import { bookingRefused, meetingRefused, noSuchMeeting } from './refusals.ts';
import { runOnce } from './run-once.ts';
import {
  beforeIdOf,
  DEFAULT_LIMIT,
  GUARDED,
  idempotencyHeaders,
  numberParams,
  pageOf,
  problemResponses,
  WRITING,
} from './schemas.ts';

export interface MeetingRoutesOptions {
  db: Db;
  context: DeskContext;
}

type Route = FastifyPluginAsyncZod<MeetingRoutesOptions>;

const tags = ['meetings'];
const DAY_MS = 24 * 60 * 60 * 1000;

/** A date alone as `to` means that whole day. */
function filterOf(query: z.infer<typeof MeetingQuery>, zone: string) {
  const { from, to, room, requester, status, limit, cursor } = query;
  return {
    from: from === undefined ? undefined : fromIso(from, zone),
    to: to === undefined ? undefined : fromIso(to, zone) + (to.includes('T') ? 0 : DAY_MS),
    room,
    requesterId: requester,
    statuses: status,
    limit: limit ?? DEFAULT_LIMIT,
    beforeId: beforeIdOf(cursor),
  };
}

/** Who asks for it, and who asks in their name. */
export function requestedBy(
  { requester, actor }: Pick<MeetingBody, 'requester' | 'actor'>,
  caller: Caller | null,
) {
  const address = { channel: requester.channel, chat: requester.id, kind: 'private' as const };
  return { requester, address, actor: actor || (caller?.role ?? 'system') };
}

export function draftOf(body: MeetingBody): MeetingDraft {
  const { title, start, end, room, attendees, equipment, quantities, layout, notes, assurance } = body;
  return {
    title,
    start,
    end,
    room,
    location: { text: room },
    equipment,
    quantities,
    assurance,
    ...(attendees == null ? {} : { attendees }),
    ...(layout == null ? {} : { layout }),
    ...(notes == null ? {} : { notes }),
  };
}

const listing: Route = async (app, { db, context }) => {
  app.get(
    '/api/meetings',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'Meetings that overlap a span, newest first; without from and to those that have not ended',
        querystring: MeetingQuery,
        response: { 200: pageOf(Meeting), ...problemResponses('invalid', ...GUARDED) },
      },
    },
    async (request) => listMeetings(db, context, filterOf(request.query, context.zone)),
  );
};

const reading: Route = async (app, { db, context }) => {
  app.get(
    '/api/meetings/:number',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'One meeting with its history',
        params: numberParams,
        response: { 200: Meeting, ...problemResponses('not_found', ...GUARDED) },
      },
    },
    async ({ params: { number } }) => {
      const meeting = await getMeeting(db, context, number);
      if (meeting === null) throw noSuchMeeting(number);
      return meeting;
    },
  );
};

const booking: Route = async (app, { db, context }) => {
  app.post(
    '/api/meetings',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Book a room',
        description:
          '409 with `conflicts` and `alternatives` where it is taken or does not fit. A repeated key answers 200.',
        headers: idempotencyHeaders,
        body: Body,
        response: { 200: Meeting, 201: Meeting, ...problemResponses('room_taken', 'room_unfit', ...WRITING) },
      },
    },
    async (request, reply) => {
      const input = { ...requestedBy(request.body, request.caller), draft: draftOf(request.body) };
      const { response, replayed } = await runOnce(db, request, context.now(), async (trx) => {
        const result = await bookMeeting(trx, context, input);
        if (!result.ok) throw bookingRefused(result);
        return result.meeting;
      });
      return reply.code(replayed ? 200 : 201).send(response);
    },
  );
};

const acting: Route = async (app, { db, context }) => {
  app.post(
    '/api/meetings/:number/actions',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Act on a meeting',
        description:
          'Answers with the whole meeting. 409 where its status does not allow the action, or the room is taken.',
        headers: idempotencyHeaders,
        params: numberParams,
        body: MeetingActionBody,
        response: {
          200: Meeting,
          ...problemResponses('not_found', 'not_allowed', 'stale', 'room_taken', 'room_unfit', ...WRITING),
        },
      },
    },
    async (request) => {
      const { number } = request.params;
      const { version, actor: said, ...action } = request.body;
      const actor = said || (request.caller?.role ?? 'system');
      const { response } = await runOnce(db, request, context.now(), async (trx) => {
        const input = { number, actor, byRequester: false, action, version };
        const result = await actOnMeeting(trx, context, input);
        if (!result.ok) throw meetingRefused(number, action.action, result);
        return result.meeting;
      });
      return response;
    },
  );
};

export const meetingRoutes: Route = async (app, options) => {
  for (const route of [listing, reading, booking, acting]) app.register(route, options);
};
