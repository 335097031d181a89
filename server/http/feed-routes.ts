/** Calendar feeds under addresses that cannot be guessed: a calendar program has no token to send. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiToken } from '../config.ts';
import type { DeskContext } from '../desk-context.ts';
import { calendarFeed, FEED_KINDS, type FeedKind } from '../meetings/calendar-feed.ts';
import { ProblemError } from '../problems.ts';
import type { Db } from '../store/database.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses } from './schemas.ts';

export interface FeedRoutesOptions {
  db: Db;
  context: DeskContext;
  tokens: readonly ApiToken[];
}

const Feed = z.object({ kind: z.enum(FEED_KINDS), id: z.string().min(1).max(300) });

/** Signed with the tokens: who knows one address knows no other, and new tokens make all of them new. */
export function createFeedKeys(tokens: readonly ApiToken[]) {
  const secret = tokens.map(({ role, token }) => `${role}:${token}`).join('\n');
  const keyOf = (kind: FeedKind, id: string) =>
    createHmac('sha256', `feed\n${secret}`).update(`${kind}\n${id}`).digest('base64url').slice(0, 32);
  return {
    pathOf: (kind: FeedKind, id: string) => `/feeds/${kind}/${encodeURIComponent(id)}/${keyOf(kind, id)}.ics`,
    isRight(kind: FeedKind, id: string, said: string) {
      const [right, given] = [Buffer.from(keyOf(kind, id)), Buffer.from(said)];
      return right.length === given.length && timingSafeEqual(right, given);
    },
  };
}

export const feedRoutes: FastifyPluginAsyncZod<FeedRoutesOptions> = async (app, { db, context, tokens }) => {
  const keys = createFeedKeys(tokens);
  app.get(
    '/api/feeds',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags: ['meetings'],
        summary:
          'The address of a calendar feed: of a room, a crew (team), a person (channel:id) or a meeting',
        querystring: Feed,
        response: { 200: z.object({ path: z.string() }), ...problemResponses('invalid', ...GUARDED) },
      },
    },
    async ({ query: { kind, id } }) => ({ path: keys.pathOf(kind, id) }),
  );
  app.get(
    '/feeds/:kind/:id/:key',
    {
      ...requireRole('public'),
      schema: { hide: true, params: Feed.extend({ key: z.string().max(60) }) },
    },
    async ({ params: { kind, id, key } }, reply) => {
      const isRight = keys.isRight(kind, id, key.replace(/\.ics$/, ''));
      const feed = isRight ? await calendarFeed(db, context, { kind, id }) : null;
      // A wrong key and a meeting that is gone look the same.
      if (feed === null) throw new ProblemError('not_found');
      return reply.header('content-type', 'text/calendar; charset=utf-8').send(feed);
    },
  );
};
