/** The whole HTTP server: the API, the chat, the page, live events, health and figures. It does not listen yet. */
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Address, Understand } from '../../bot/types.ts';
import type { Blobs } from '../attachments/blobs.ts';
import type { FileLinks } from '../attachments/file-links.ts';
import type { Channels } from '../channels/channels.ts';
import type { ReceiveDeps } from '../chat/receive.ts';
import type { ApiToken, Config } from '../config.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { DraftWriter } from '../knowledge/write-draft.ts';
import { type Limiter, type SharedLimiter, tokenBuckets } from '../limits.ts';
import { announceGroups } from '../live/announce.ts';
import type { Bus } from '../live/bus.ts';
import type { Metrics } from '../metrics.ts';
import type { RosterBook } from '../roster/roster-book.ts';
import { buildHttp } from './app.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { callRoutes } from './call-routes.ts';
import { channelRoutes } from './channel-routes.ts';
import { chatRoutes } from './chat-routes.ts';
import { consoleRoutes } from './console-routes.ts';
import { gapRoutes } from './gap-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { knowledgeImportRoutes } from './knowledge-import-routes.ts';
import { knowledgeRoutes } from './knowledge-routes.ts';
import { lectureRoutes } from './lecture-routes.ts';
import { liveRoutes } from './live-routes.ts';
import { operatorRoutes } from './operator-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { rosterPlanRoutes } from './roster-plan-routes.ts';
import { rosterSheetRoutes } from './roster-sheet-routes.ts';
import { createSessions, sessionRoutes } from './session-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

export interface ServerParts {
  config: Config;
  log: Logger;
  now(): number;
  tokens: readonly ApiToken[];
  /** No tokens are configured: the page of this machine needs no sign-in. */
  local: boolean;
  receiving: ReceiveDeps;
  understand: Understand;
  groups: readonly Address[];
  bus: Bus;
  metrics: Metrics;
  blobs: Blobs;
  fileLinks: FileLinks;
  channels: Channels;
  /** What one sender may send, in all replicas together where they share a Redis. */
  senderLimit(): SharedLimiter;
  base: KnowledgeBase;
  drafts: DraftWriter | null;
  roster: RosterBook;
  draining(): boolean;
}

export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, now, bus, tokens, local, receiving } = parts;
  const { db, context } = receiving.turn;
  const sessions = createSessions(tokens, now);
  const limit = (perMinute: number): Limiter => tokenBuckets({ perMinute, now });
  const http = buildHttp({
    db,
    context,
    understand: parts.understand,
    tokens,
    limiter: limit(config.limits.tokenPerMinute),
    sessionRole: sessions.roleOf,
    logger: parts.log,
    dispatchGroups: parts.groups,
    publicUrl: config.publicUrl,
  });
  announceChanges(http, bus, parts.groups);
  // On sending, not on receiving: a connection kept alive by an answer that was under way would hold the end up.
  http.addHook('onSend', async (_request, reply) => {
    if (parts.draining()) reply.header('connection', 'close');
  });
  const { channels } = parts;
  http.register(healthRoutes, { db, metrics: parts.metrics, channels, draining: parts.draining });
  http.register(attachmentRoutes, { db, blobs: parts.blobs, links: parts.fileLinks });
  http.register(callRoutes, {
    db,
    context,
    understand: parts.understand,
    directory: receiving.turn.people.directory,
  });
  const { people, channels: byName } = receiving.turn;
  http.register(peopleRoutes, { db, context, people, channels: byName });
  for (const routes of [rosterPlanRoutes, rosterSheetRoutes])
    http.register(routes, { db, context, roster: parts.roster });
  const publishing = { channels: byName, directory: people.directory };
  for (const routes of [knowledgeRoutes, knowledgeImportRoutes, gapRoutes, lectureRoutes])
    http.register(routes, { db, context, base: parts.base, publishing, drafts: parts.drafts });
  if (config.role !== 'worker') {
    http.register(chatRoutes, {
      receiving,
      senders: parts.senderLimit(),
      groups: parts.groups,
      links: parts.fileLinks,
    });
    http.register(uploadRoutes, {
      db,
      blobs: parts.blobs,
      links: parts.fileLinks,
      senders: parts.senderLimit(),
      now,
    });
    http.register(channelRoutes, { channels, zone: context.zone });
    http.register(sessionRoutes, { sessions, local });
    http.register(liveRoutes, { bus });
    http.register(operatorRoutes, { db, zone: context.zone, wake: () => bus.publish({ type: 'work' }) });
    http.register(consoleRoutes, { sessions, local });
  }
  await http.ready();
  return http;
}

/** The API changes tickets and meetings outside of turns: pages and workers hear of that too. */
function announceChanges(http: FastifyInstance, bus: Bus, groups: readonly Address[]): void {
  http.addHook('onResponse', async (request, reply) => {
    if (request.method !== 'POST' || reply.statusCode >= 400) return;
    if (!/^\/api\/(?:tickets|meetings|calls|knowledge)/.test(request.url)) return;
    for (const type of ['ticket', 'meeting', 'work'] as const) bus.publish({ type });
    announceGroups(bus, groups);
  });
}
