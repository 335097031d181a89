/** Puts the desk together from its configuration. The only place where instances are made; nothing runs before `start`. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { webChannel } from '../adapters/web/index.ts';
import type { Channel } from '../bot/channel.ts';
import { createStep } from '../bot/dialogue/step.ts';
import { publicHolidaysCn } from '../bot/holidays-cn.ts';
import type { Update } from '../bot/types.ts';
import { createUnderstanding } from '../bot/understand/index.ts';
import { dialogue } from '../flows/index.ts';
import type { ReceiveDeps } from './chat/receive.ts';
import type { ApiToken, Config } from './config.ts';
import { adminToken, type FolderLock, lockFolder } from './data-folder.ts';
import type { Profile } from './desk/profile.ts';
import { onDutyOutOfHours } from './desk/roster.ts';
import { createCalendars } from './desk/sla.ts';
import type { DeskContext } from './desk-context.ts';
import { createTell } from './dispatch/tell.ts';
import { buildServer } from './http/server.ts';
import { loadArticles } from './knowledge/load-articles.ts';
import { announce } from './live/announce.ts';
import { createBus } from './live/bus.ts';
import { createRedisBus } from './live/redis-bus.ts';
import { createMetrics } from './metrics.ts';
import { createAdviser } from './model/adviser.ts';
import { createDeskModel } from './model/create.ts';
import { loadProfile } from './profile/load.ts';
import { createSerial } from './queue/serial.ts';
import { type OpenDatabase, openDatabase } from './store/database.ts';
import { addressKey } from './store/keys.ts';
import { migrate } from './store/migrate.ts';
import { backlog } from './store/outbox.ts';
import { deskFactsOf } from './turn/desk-facts.ts';
import type { TurnDeps, Worked } from './turn/take-turn.ts';
import { createWorkers } from './workers.ts';

/** A data folder of this kind keeps nothing: for tests. */
const KEPT_NOWHERE = 'memory://';

export interface DeskOptions {
  config: Config;
  log: Logger;
  /** Epoch milliseconds; a test hands in its own clock. */
  now?: () => number;
  /** Channels besides the web page. */
  channels?: readonly Channel[];
}

export interface Desk {
  http: FastifyInstance;
  turn: TurnDeps;
  receiving: ReceiveDeps;
  /** Where the token lies that was made for a desk without configured ones. */
  adminTokenPath: string | null;
  /** Begins to work and to listen; gives the address. */
  start(): Promise<string>;
  /** Stops taking, finishes what is under way, delivers what it can. */
  stop(): Promise<void>;
}

/** Found again whatever becomes of the working directory: a path relative to one that is gone makes `mkdir` spin. */
function withFixedFolder(config: Config): Config {
  const kept = !config.dataDir.startsWith(KEPT_NOWHERE);
  return kept ? { ...config, dataDir: resolve(config.dataDir) } : config;
}

export async function createDesk(options: DeskOptions): Promise<Desk> {
  const { log, now = Date.now } = options;
  const config = withFixedFolder(options.config);
  const profile = loadProfile(config.profile, config.zone);
  const needsLock = !config.databaseUrl && !config.dataDir.startsWith(KEPT_NOWHERE);
  const lock = needsLock ? lockFolder(config.dataDir) : null;
  try {
    const database = await openDatabase({
      databaseUrl: config.databaseUrl ?? undefined,
      dataDir: config.dataDir,
      onPoolError: (error) => log.warn({ error: error.message }, 'database.connection_lost'),
    });
    const migrated = await migrate(database.db);
    if (migrated.length > 0) log.info({ migrated }, 'database.migrated');
    return await assemble({ ...options, config, now, profile, database, lock });
  } catch (error) {
    lock?.release();
    throw error;
  }
}

interface Parts extends DeskOptions {
  now: () => number;
  profile: Profile;
  database: OpenDatabase;
  lock: FolderLock | null;
}

/** What is configured and not part of this version is said plainly, once, at start. */
function warnOfMissing({ feishu, telegram, wechat, llm }: Config, log: Logger): void {
  const configured = { feishu, telegram, wechat, embeddings: llm?.embeddingModel ?? null };
  const missing = Object.entries(configured).flatMap(([name, value]) => (value === null ? [] : [name]));
  if (missing.length > 0) log.warn({ missing }, 'config.not_available_yet');
}

async function assemble(parts: Parts): Promise<Desk> {
  warnOfMissing(parts.config, parts.log);
  const { config, log, now, profile, database } = parts;
  const { db } = database;
  const zone = config.zone ?? profile.zone;
  const channels = new Map([webChannel, ...(parts.channels ?? [])].map((channel) => [channel.name, channel]));
  const groups = config.dispatchGroups ?? profile.dispatchGroups;
  const articles = await loadArticles({ folder: config.knowledgeDir, db, now }, log);
  const understand = createUnderstanding({ lexicon: profile.lexicon, zone, holidays: publicHolidaysCn });
  const live = config.redisUrl ? createRedisBus(config.redisUrl, randomUUID(), log) : null;
  const bus = live?.bus ?? createBus();
  const metrics = createMetrics(() => backlog(db));
  const calendars = createCalendars(profile, publicHolidaysCn);
  const tell = createTell({
    groups,
    channels,
    zone,
    now,
    articleTitle: articles.title,
    duty: (team, at) => onDutyOutOfHours(profile, calendars, team, at),
    capacity: (room) => profile.rooms.find(({ id }) => id === room)?.capacity,
  });
  const context: DeskContext = { profile, zone, now, tell };
  const { llm, redisUrl } = config;
  const people = profile.lexicon.people;
  const { registry } = metrics;
  const model =
    llm && (await createDeskModel({ llm, redisUrl, db, understand, people, zone, registry, log, now }));
  const dispatchGroups = new Set(groups.map(addressKey));
  const adviser =
    model &&
    createAdviser({ db, dialogue, understand, model: model.understanding, dispatchGroups, log, now });
  const turn: TurnDeps = {
    db,
    context,
    step: createStep(dialogue),
    dialogue,
    understand,
    ...(adviser ? { adviser } : {}),
    articles,
    channels,
    dispatchGroups,
    deskFacts: deskFactsOf(profile, zone),
  };
  const serial = createSerial();
  const onTurn = (update: Update, done: Worked, seconds: number) => {
    metrics.turnEnded(update.address.channel, update.kind, seconds);
    const pushed = channels.get(update.address.channel)?.capabilities.delivery !== 'feed';
    announce(bus, groups, update, { replied: done.replies.length > 0, changed: done.changed, pushed });
  };
  const receiving: ReceiveDeps = { turn, serial, log, onTurn };
  const own = config.apiTokens.length === 0 ? adminToken(config.dataDir) : null;
  const tokens: ApiToken[] = own ? [{ role: 'admin', token: own.token }] : config.apiTokens;
  const state = { draining: false };
  const http = await buildServer({
    config,
    log,
    now,
    tokens,
    local: own !== null,
    receiving,
    understand,
    groups,
    bus,
    metrics,
    draining: () => state.draining,
  });
  const backupFolder = config.dataDir.startsWith(KEPT_NOWHERE) ? null : config.dataDir;
  const workers = createWorkers({
    turn,
    serial,
    bus,
    metrics,
    database,
    channels,
    backupFolder,
    log,
    now,
    onTurn,
  });
  return {
    http,
    turn,
    receiving,
    adminTokenPath: own?.path ?? null,
    async start() {
      const address = await http.listen({ host: config.host, port: config.port });
      parts.lock?.publish(address);
      if (config.role !== 'web') workers.start();
      return address;
    },
    async stop() {
      state.draining = true;
      model?.close();
      await http.close();
      await workers.stop();
      await adviser?.waiting.settled();
      await live?.close();
      await database.close();
      parts.lock?.release();
    },
  };
}
