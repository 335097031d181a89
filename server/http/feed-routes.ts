/** Calendar feeds under addresses that cannot be guessed: a calendar program has no token to send. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiToken } from '../config.ts';
import type { DeskContext } from '../desk-context.ts';
import { calendarFeed, FEED_KINDS, type FeedKind } from '../meetings/calendar-feed.ts';
import { ProblemError } from '../problems.ts';
import { createSignedKeys } from '../signed-keys.ts';
import type { Db } from '../store/database.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses } from './schemas.ts';

export interface FeedRoutesOptions {
  db: Db;
  context: DeskContext;
  tokens: readonly ApiToken[];
}

const Feed = z.object({ kind: z.enum(FEED_KINDS), id: z.string().min(1).max(300) });

export function createFeedKeys(tokens: readonly ApiToken[]) {
  const keys = createSignedKeys(tokens, 'feed');
  return {
    pathOf: (kind: FeedKind, id: string) =>
      `/feeds/${kind}/${encodeURIComponent(id)}/${keys.keyOf(`${kind}\n${id}`)}.ics`,
    isRight: (kind: FeedKind, id: string, said: string) => keys.isRight(`${kind}\n${id}`, said),
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
