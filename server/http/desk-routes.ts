/** `GET /api/desk`: what a console has to know of the desk to offer choices. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { WEB } from '../../adapters/web/index.ts';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { type Address, CATEGORIES, EQUIPMENT, LAYOUTS, URGENCIES } from '../../bot/types.ts';
import { holidaysKnownThrough, unknownYearNear } from '../desk/holiday-validity.ts';
import type { DeskContext } from '../desk-context.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses } from './schemas.ts';

const named = z.object({ id: z.string(), name: z.string() });

const DeskInfo = z.object({
  id: z.string(),
  name: z.string(),
  zone: z.string(),
  phone: z.string().nullable(),
  sites: z.array(named),
  departments: z.array(z.string()),
  teams: z.array(named.extend({ members: z.array(named) })),
  vendors: z.array(named),
  rooms: z.array(named.extend({ capacity: z.number().optional(), equipment: z.array(z.string()) })),
  systems: z.array(z.string()),
  categories: z.array(z.string()),
  urgencies: z.array(z.string()),
  equipment: z.array(z.string()),
  layouts: z.array(z.string()),
  /** The last year whose public holidays the desk's calendars know (null: they keep none), and one that is near and not known. */
  holidays: z.object({ knownThrough: z.number().nullable(), missing: z.number().nullable() }),
  /** The group of the web channel that gets the dispatch cards. */
  dispatchGroup: z.string().optional(),
});

export interface DeskRoutesOptions {
  context: DeskContext;
  dispatchGroups?: readonly Address[];
}

/** No telephone numbers but the desk's own, and nobody's roster. */
function infoOf({
  context: { profile, zone, now },
  dispatchGroups,
}: DeskRoutesOptions): z.infer<typeof DeskInfo> {
  const group = (dispatchGroups ?? profile.dispatchGroups).find(({ channel }) => channel === WEB);
  const idAndName = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    id: profile.id,
    name: profile.name,
    zone,
    phone: profile.deskPhone ?? null,
    sites: profile.sites.map(idAndName),
    departments: profile.departments.map(({ name }) => name),
    teams: profile.teams.map((team) => ({ ...idAndName(team), members: team.members.map(idAndName) })),
    vendors: profile.vendors.map(idAndName),
    rooms: profile.rooms.map(({ id, name, capacity, equipment }) => ({
      id,
      name,
      ...(capacity === undefined ? {} : { capacity }),
      equipment,
    })),
    systems: profile.systems.map(({ name }) => name),
    categories: [...CATEGORIES],
    urgencies: [...URGENCIES],
    equipment: [...EQUIPMENT],
    layouts: [...LAYOUTS],
    holidays: {
      knownThrough: holidaysKnownThrough(profile, publicHolidaysCn),
      missing: unknownYearNear(profile, publicHolidaysCn, now()),
    },
    ...(group === undefined ? {} : { dispatchGroup: group.chat }),
  };
}

export const deskRoutes: FastifyPluginAsyncZod<DeskRoutesOptions> = async (app, options) => {
  app.get(
    '/api/desk',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['desk'],
        summary: 'Teams, rooms and lists of the desk',
        response: { 200: DeskInfo, ...problemResponses(...GUARDED) },
      },
    },
    async () => infoOf(options),
  );
};
