/** Webhooks of the channels, and how each channel stands. */
import type { FastifyInstance } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { PushChannel, WebhookRequest } from '../../bot/channel.ts';
import type { Channels, NamedStatus } from '../channels/channels.ts';
import type { Role } from '../config.ts';
import { toIso } from '../desk/moments.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses } from './schemas.ts';

export interface ChannelRoutesOptions {
  channels: Channels;
  zone: string;
}

const Status = z.object({
  name: z.string(),
  state: z.enum(['starting', 'ready', 'reconnecting', 'needs_person', 'failed', 'stopped']),
  since: z.string(),
  detail: z.string().optional(),
  scan: z.string().optional(),
});

/** Whoever scans it lends the channel their account, so it is shown to no mere reader. */
function shown({ scan, ...status }: NamedStatus, role: Role | undefined, zone: string) {
  const since = toIso(status.since, zone);
  return { ...status, since, ...(scan && role === 'admin' ? { scan } : {}) };
}

export const channelRoutes: FastifyPluginAsyncZod<ChannelRoutesOptions> = async (app, { channels, zone }) => {
  app.get(
    '/api/channels',
    {
      ...requireRole('viewer'),
      schema: {
        tags: ['operation'],
        summary: 'How the channels stand that are switched on',
        response: { 200: z.object({ items: z.array(Status) }), ...problemResponses(...GUARDED) },
      },
    },
    async ({ caller }) => ({
      items: channels.statuses().map((status) => shown(status, caller?.role, zone)),
    }),
  );
  for (const channel of channels.pushed) app.register(async (inside) => webhook(inside, channel));
};

/** The raw bytes reach the channel: a signature is over them, not over what was parsed. */
async function webhook(app: FastifyInstance, { webhook: served }: PushChannel): Promise<void> {
  if (!served) return;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post(
    served.path,
    { ...requireRole('public'), schema: { hide: true } },
    async ({ headers, body }, reply) => {
      const answer = await served.handle({ headers: single(headers), body: bytesOf(body) });
      reply.code(answer.status);
      return answer.body === undefined ? reply.send() : reply.send(answer.body);
    },
  );
}

/** A header that came twice is none: nobody honest signs so. */
function single(headers: Readonly<Record<string, string | string[] | undefined>>): WebhookRequest['headers'] {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? undefined : value,
  ]);
  return Object.fromEntries(entries);
}

function bytesOf(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? body : new Uint8Array();
}
