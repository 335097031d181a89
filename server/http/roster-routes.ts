/** Who is on duty, and each engineer's duty as a calendar feed under a secret address. */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import ical from 'ical-generator';
import { z } from 'zod';
import { words } from '../desk/fields.ts';
import type { Profile } from '../desk/profile.ts';
import { dutyDays, onDuty } from '../desk/roster.ts';
import type { DeskContext } from '../desk-context.ts';
import { ProblemError } from '../problems.ts';
import type { Db } from '../store/database.ts';
import { personOfFeed, saveFeed } from '../store/feeds.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses, WRITING } from './schemas.ts';

export interface RosterRoutesOptions {
  db: Db;
  context: DeskContext;
  publicUrl?: string | null;
}

type Route = FastifyPluginAsyncZod<RosterRoutesOptions>;

const tags = ['roster'];
/** How far ahead a feed reaches. */
const FEED_DAYS = 90;
const SECRET_BYTES = 24;

const DutyNow = z.object({ team: z.string(), name: z.string(), phone: z.string() });

const onDutyNow: Route = async (app, { context }) => {
  app.get(
    '/api/roster/duty',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'Who is on duty now, by team',
        response: { 200: z.object({ items: z.array(DutyNow) }), ...problemResponses(...GUARDED) },
      },
    },
    async () => ({
      items: context.profile.teams.flatMap((team) => {
        const duty = onDuty(context.profile, team.id, context.now());
        return duty ? [{ team: team.name, name: duty.name, phone: duty.phone }] : [];
      }),
    }),
  );
};

const givingFeeds: Route = async (app, { db, context, publicUrl }) => {
  app.post(
    '/api/roster/feeds',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'A new feed address for an engineer',
        description: 'Whoever has the address reads the duty of that person; an older address stops working.',
        body: z.object({ person: words(100) }),
        response: { 200: z.object({ person: z.string(), url: z.string() }), ...problemResponses(...WRITING) },
      },
    },
    async (request) => {
      const { person } = request.body;
      const member = memberOf(context.profile, person);
      if (member === undefined)
        throw new ProblemError('not_found', { detail: `没有「${person}」这位工程师。` });
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      await saveFeed(db, member.id, hashOf(secret), context.now());
      const path = `/feeds/roster/${secret}.ics`;
      return { person: member.id, url: publicUrl ? new URL(path, publicUrl).href : path };
    },
  );
};

const feeding: Route = async (app, { db, context }) => {
  app.get(
    '/feeds/roster/:file',
    {
      ...requireRole('public'),
      schema: { hide: true, params: z.object({ file: z.string().max(100) }) },
    },
    async (request, reply) => {
      const secret = /^([\w-]{32})\.ics$/.exec(request.params.file)?.[1];
      const person = secret === undefined ? null : await personOfFeed(db, hashOf(secret));
      if (person === null) throw new ProblemError('not_found', { detail: '没有这个日历。' });
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('cache-control', 'private, max-age=900')
        .send(calendarOf(context.profile, person, context.now()));
    },
  );
};

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function memberOf(profile: Profile, idOrName: string) {
  return profile.teams
    .flatMap((team) => team.members)
    .find(({ id, name }) => id === idOrName || name === idOrName);
}

function calendarOf(profile: Profile, person: string, now: number): string {
  const name = memberOf(profile, person)?.name ?? person;
  const calendar = ical({ name: `${name} 值班`, timezone: profile.zone });
  for (const { team, from, to } of dutyDays(profile, person, now, FEED_DAYS)) {
    calendar.createEvent({
      id: `duty-${person}-${team}-${from}`,
      start: from,
      end: to,
      allDay: true,
      summary: `值班 · ${team}`,
      stamp: new Date(now),
    });
  }
  return calendar.toString();
}

export const rosterRoutes: Route = async (app, options) => {
  for (const route of [onDutyNow, givingFeeds, feeding]) app.register(route, options);
};
