/** `/api/meetings/series`: meetings that come again, booked and acted on together. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { MissedMeeting } from '../../bot/desk.ts';
import { Meeting } from '../desk/meeting-record.ts';
import { actOnSeries } from '../meetings/act-on-series.ts';
import { bookSeries } from '../meetings/book-series.ts';
import { getMeeting } from '../meetings/get-meeting.ts';
import { requireRole } from './access.ts';
import { draftOf, type MeetingRoutesOptions, requestedBy } from './meeting-routes.ts';
import { MeetingActionBody, SeriesBody } from './meeting-schemas.ts';
import { noSuchMeeting } from './refusals.ts';
import { runOnce } from './run-once.ts';
import { idempotencyHeaders, numberParams, problemResponses, WRITING } from './schemas.ts';

const Series = z.object({
  /** Those that it was done to, in order. */
  meetings: z.array(Meeting),
  /** Those to which it could not be done, with what stands in the way; null where it is the time itself or the status. */
  missed: z.array(MissedMeeting),
});

const tags = ['meetings'];

export const seriesRoutes: FastifyPluginAsyncZod<MeetingRoutesOptions> = async (app, { db, context }) => {
  app.post(
    '/api/meetings/series',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Book a meeting that comes again',
        description:
          'Each that can be had is booked; those that cannot stand in `missed`. What falls on a public holiday is left out (`skip`) or moved to the next working day (`move`). At most 53, within a year.',
        headers: idempotencyHeaders,
        body: SeriesBody,
        response: { 200: Series, 201: Series, ...problemResponses(...WRITING) },
      },
    },
    async (request, reply) => {
      const { recurrence, ...body } = request.body;
      const input = { ...requestedBy(body, request.caller), draft: draftOf(body), recurrence };
      const { response, replayed } = await runOnce(db, request, context.now(), (trx) =>
        bookSeries(trx, context, input),
      );
      return reply.code(replayed ? 200 : 201).send(response);
    },
  );

  app.post(
    '/api/meetings/:number/series-actions',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Act on a meeting and all that follow it in its series',
        description:
          'A moved start or end moves each as far. Those to which it cannot be done stay as they are and stand in `missed`.',
        headers: idempotencyHeaders,
        params: numberParams,
        body: MeetingActionBody,
        response: { 200: Series, ...problemResponses('not_found', ...WRITING) },
      },
    },
    async (request) => {
      const { number } = request.params;
      const { version: _version, actor: said, ...action } = request.body;
      const actor = said || (request.caller?.role ?? 'system');
      const { response } = await runOnce(db, request, context.now(), async (trx) => {
        const meeting = await getMeeting(trx, context, number);
        if (meeting === null) throw noSuchMeeting(number);
        return actOnSeries(trx, context, { number, actor, byRequester: false, action, meeting });
      });
      return response;
    },
  );
};
