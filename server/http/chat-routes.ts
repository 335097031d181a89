/** `/api/chat` and `/api/groups`: talking with the desk, and acting in a dispatch group. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { decode, privateAddress, WEB, WebMessage } from '../../adapters/web/index.ts';
import type { Address } from '../../bot/types.ts';
import type { FileLinks } from '../attachments/file-links.ts';
import { broughtUploads } from '../attachments/take-upload.ts';
import { chatFeed, type Feed, groupFeed, readCursor } from '../chat/feed.ts';
import { type ReceiveDeps, receive } from '../chat/receive.ts';
import { ShownFile, ShownReply, shownFile, shownReply } from '../chat/shown-reply.ts';
import { toIso } from '../desk/moments.ts';
import type { SharedLimiter } from '../limits.ts';
import { ProblemError } from '../problems.ts';
import { saidInGroup } from '../store/inbox.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses, WRITING } from './schemas.ts';

export interface ChatRoutesOptions {
  receiving: ReceiveDeps;
  /** What one sender may post. */
  senders: SharedLimiter;
  /** Dispatch groups that live in this server's own pages. */
  groups: readonly Address[];
  links: FileLinks;
}

const Replies = z.object({ replies: z.array(ShownReply) });
const FeedPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      from: z.enum(['user', 'desk', 'member']),
      sender: z.string().optional(),
      text: z.string().optional(),
      files: z.array(ShownFile).optional(),
      reply: ShownReply.optional(),
      cardKey: z.string().optional(),
    }),
  ),
  next: z.string(),
});

const after = z.string().max(40).optional();

function cursorOf(text: string | undefined) {
  const cursor = readCursor(text);
  if (cursor) return cursor;
  throw new ProblemError('invalid', {
    errors: [{ path: 'after', message: 'the «next» of an earlier answer' }],
  });
}

export const chatRoutes: FastifyPluginAsyncZod<ChatRoutesOptions> = async (app, options) => {
  const { receiving, senders, groups, links } = options;
  const { db, context } = receiving.turn;

  /** One sender's excess is refused before anything is done for it; others never notice. */
  const limitSender = async (user: string) => {
    const taken = await senders.take(user);
    if (!taken.ok)
      throw new ProblemError('too_many', { headers: { 'retry-after': String(taken.retryAfterS) } });
  };

  const groupOf = (chat: string): Address => {
    const group = groups.find((one) => one.channel === WEB && one.chat === chat);
    if (!group) throw new ProblemError('not_found', { detail: '没有这个群。' });
    return group;
  };

  const post = async (message: WebMessage, address: Address) => {
    await limitSender(message.user.id);
    const brought = await broughtUploads(db, message.user.id, message.files ?? []);
    if (!brought)
      throw new ProblemError('invalid', {
        errors: [{ path: 'files', message: 'ids of files that this user uploaded' }],
      });
    const update = decode(message, address, toIso(context.now(), context.zone), brought);
    const replies = await receive(receiving, update);
    return { replies: replies.map((reply) => shownReply(reply, links)) };
  };

  const shown = ({ items, next }: Feed) => ({
    items: items.map(({ reply, files, ...item }) => ({
      ...item,
      ...(reply ? { reply: shownReply(reply, links) } : {}),
      ...(files ? { files: files.map((file) => shownFile(file, links)) } : {}),
    })),
    next,
  });

  app.post(
    '/api/chat/messages',
    {
      ...requireRole('chat'),
      schema: {
        tags: ['chat'],
        summary: 'Say something to the desk, or press a button',
        description: 'The same messageId of the same user has its effects once and gets the same answer.',
        body: WebMessage,
        response: { 200: Replies, ...problemResponses(...WRITING) },
      },
    },
    async ({ body }) => post(body, privateAddress(body.user.id)),
  );

  app.get(
    '/api/chat/messages',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['chat'],
        summary: 'What was said in one web chat',
        querystring: z.object({ user: z.string().min(1).max(256), after }),
        response: { 200: FeedPage, ...problemResponses('invalid', ...GUARDED) },
      },
    },
    async ({ query }) =>
      shown(await chatFeed(db, context.zone, privateAddress(query.user), query.user, cursorOf(query.after))),
  );

  app.get(
    '/api/groups/:group/messages',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['chat'],
        summary:
          'Cards and lines of a dispatch group; a later item of a cardKey is the newer state of that card',
        params: z.object({ group: z.string().max(200) }),
        querystring: z.object({ after }),
        response: { 200: FeedPage, ...problemResponses('invalid', 'not_found', ...GUARDED) },
      },
    },
    async ({ params, query }) => {
      const address = groupOf(params.group);
      const cursor = cursorOf(query.after);
      const said = await saidInGroup(db, address, cursor.inbox, 100);
      return shown(await groupFeed(db, context.zone, address, said, cursor));
    },
  );

  app.post(
    '/api/groups/:group/messages',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags: ['chat'],
        summary: 'Act in a dispatch group: a command, or a button of a card',
        params: z.object({ group: z.string().max(200) }),
        body: WebMessage,
        response: { 200: Replies, ...problemResponses('not_found', ...WRITING) },
      },
    },
    async ({ params, body }) => post(body, groupOf(params.group)),
  );
};
