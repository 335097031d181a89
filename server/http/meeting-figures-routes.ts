/** `GET /api/figures/meetings`: what was met about, for the reports. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dateOrMoment } from '../desk/fields.ts';
import { fromIso } from '../desk/moments.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { meetingFigures } from '../store/meeting-figures.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses } from './schemas.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const counted = { meetings: z.number(), hours: z.number() };

const Figures = z.object({
  ...counted,
  cancelled: z.number(),
  byUnit: z.array(z.object({ unit: z.string(), ...counted })),
  byRoom: z.array(z.object({ room: z.string(), ...counted })),
  equipment: z.array(z.object({ what: z.string(), meetings: z.number(), pieces: z.number() })),
  used: z.array(z.object({ what: z.string(), pieces: z.number() })),
  rating: z.object({ count: z.number(), average: z.number() }),
  faultsDuring: z.number(),
});

export const meetingFiguresRoutes: FastifyPluginAsyncZod<{ db: Db; context: DeskContext }> = async (
  app,
  { db, context: { zone } },
) => {
  app.get(
    '/api/figures/meetings',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['meetings'],
        summary:
          'Meetings that begin in a span, by unit, room and equipment, and faults while they were held',
        querystring: z.object({ from: dateOrMoment, to: dateOrMoment }),
        response: { 200: Figures, ...problemResponses('invalid', ...GUARDED) },
      },
    },
    async ({ query: { from, to } }) =>
      meetingFigures(db, {
        from: fromIso(from, zone),
        to: fromIso(to, zone) + (to.includes('T') ? 0 : DAY_MS),
      }),
  );
};
