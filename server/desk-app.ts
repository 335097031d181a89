/** Puts the desk together from its configuration. The only place where instances are made; nothing runs before `start`. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { webChannel } from '../adapters/web/index.ts';
import type { Channel } from '../bot/channel.ts';
import { createStep } from '../bot/dialogue/step.ts';
import { publicHolidaysCn } from '../bot/holidays-cn.ts';
import type { Facts } from '../bot/desk.ts';
import type { Understand, Update } from '../bot/types.ts';
import { createUnderstanding } from '../bot/understand/index.ts';
import { dialogue } from '../flows/index.ts';
import { createIndex } from '../knowledge/create-index.ts';
import { loadFolder } from '../knowledge/load-folder.ts';
import { apology, type ReceiveDeps } from './chat/receive.ts';
import type { ApiToken, Config } from './config.ts';
import { adminToken, type FolderLock, lockFolder, writeBackup } from './data-folder.ts';
import { createCalendars } from './desk/sla.ts';
import { dayOf, toIso } from './desk/moments.ts';
import type { Profile } from './desk/profile.ts';
import type { DeskContext } from './desk-context.ts';
import { createTell } from './dispatch/tell.ts';
import { buildHttp } from './http/app.ts';
import { chatRoutes } from './http/chat-routes.ts';
import { consoleRoutes } from './http/console-routes.ts';
import { healthRoutes } from './http/health-routes.ts';
import { liveRoutes } from './http/live-routes.ts';
import { operatorRoutes } from './http/operator-routes.ts';
import { createSessions, sessionRoutes } from './http/session-routes.ts';
import { type Limiter, tokenBuckets } from './limits.ts';
import { type Bus, createBus } from './live/bus.ts';
import { createRedisBus } from './live/redis-bus.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { loadProfile } from './profile/load.ts';
import { reasonOf, workInbox } from './queue/inbox-worker.ts';
import { type Loop, startLoop } from './queue/loop.ts';
import { workOutbox } from './queue/outbox-worker.ts';
import { createSerial, type Serial } from './queue/serial.ts';
import { type OpenDatabase, openDatabase } from './store/database.ts';
import { forgetKeys } from './store/idempotency.ts';
import { migrate } from './store/migrate.ts';
import { addressKey } from './store/keys.ts';
import { backlog, recordMessages } from './store/outbox.ts';
import { markBreaches } from './tickets/mark-breaches.ts';
import { type Articles, createArticles } from './turn/articles.ts';
import type { TurnDeps } from './turn/take-turn.ts';

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

const IDLE_MS = 1_000;
const SWEEP_MS = 15_000;
const HOUSEKEEPING_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUSEKEEPING_MS;

export async function createDesk(options: DeskOptions): Promise<Desk> {
  const { config, log, now = Date.now } = options;
  const profile = loadProfile(config.profile, config.zone);
  const lock = config.databaseUrl ? null : lockFolder(config.dataDir);
  try {
    const database = await openDatabase({
      databaseUrl: config.databaseUrl ?? undefined,
      dataDir: config.dataDir,
      onPoolError: (error) => log.warn({ error: error.message }, 'database.connection_lost'),
    });
    const migrated = await migrate(database.db);
    if (migrated.length > 0) log.info({ migrated }, 'database.migrated');
    return await assemble({ ...options, now, profile, database, lock });
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

async function assemble(parts: Parts): Promise<Desk> {
  const { config, log, now, profile, database } = parts;
  const { db } = database;
  const zone = config.zone ?? profile.zone;
  const channels = new Map([webChannel, ...(parts.channels ?? [])].map((channel) => [channel.name, channel]));
  const groups = config.dispatchGroups ?? profile.dispatchGroups;
  const articles = await loadArticles(config.knowledgeDir, log);
  const understand = createUnderstanding({ lexicon: profile.lexicon, zone, holidays: publicHolidaysCn });
  const live = config.redisUrl ? createRedisBus(config.redisUrl, randomUUID(), log) : null;
  const bus = live?.bus ?? createBus();
  const metrics = createMetrics(() => backlog(db));
  const tell = createTell({ groups, channels, zone, now, articleTitle: articles.title });
  const context: DeskContext = { profile, zone, now, tell };
  const turn: TurnDeps = {
    db,
    context,
    step: createStep(dialogue),
    dialogue,
    understand,
    articles,
    channels,
    dispatchGroups: new Set(groups.map(addressKey)),
    deskFacts: deskFactsOf(profile, zone),
  };
  const serial = createSerial();
  const onTurn = (update: Update, replied: boolean) => announce(bus, update, replied);
  const receiving: ReceiveDeps = { turn, serial, log, onTurn };
  const own = config.apiTokens.length === 0 ? adminToken(config.dataDir) : null;
  const tokens: ApiToken[] = own ? [{ role: 'admin', token: own.token }] : config.apiTokens;
  const state = { draining: false };
  const http = await buildServer({ ...parts, tokens, own: own !== null, turn, receiving, bus, metrics, groups, understand, zone, state });
  const workers = createWorkers({ ...parts, turn, serial, bus, metrics, channels, onTurn });
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
      await http.close();
      await workers.stop();
      await live?.close();
      await database.close();
      parts.lock?.release();
    },
  };
}

async function loadArticles(folder: string, log: Logger): Promise<Articles> {
  const base = await loadFolder(folder);
  const errors = base.faults.filter((fault) => fault.severity === 'error');
  for (const fault of errors) {
    log.warn({ file: fault.file, line: fault.line, found: fault.found, expected: fault.expected }, 'knowledge.bad_entry');
  }
  log.info({ entries: base.entries.length, bad: errors.length }, 'knowledge.loaded');
  const entries = base.entries.map((one) => one.entry);
  return createArticles(createIndex(entries), entries);
}

function deskFactsOf(profile: Profile, zone: string): (now: number) => Facts['desk'] {
  const calendar = createCalendars(profile, publicHolidaysCn).get(profile.defaultCalendar);
  return (now) => {
    const open = calendar?.isOpen(now) ?? true;
    return {
      name: `${profile.name}服务台`,
      open,
      ...(profile.deskPhone ? { phone: profile.deskPhone } : {}),
      ...(open || !calendar ? {} : { opensAt: toIso(calendar.nextOpening(now), zone) }),
    };
  };
}

/** After a commit: open pages are told, and workers are woken for the notices and messages that it left. */
function announce(bus: Bus, update: Update, replied: boolean): void {
  const { address } = update;
  if (address.kind === 'group') bus.publish({ type: 'group', group: address.chat });
  else if (replied) bus.publish({ type: 'chat', user: address.chat });
  bus.publish({ type: 'ticket' });
  bus.publish({ type: 'group', group: 'dispatch' });
  bus.publish({ type: 'work' });
}

interface ServerParts extends Parts {
  tokens: ApiToken[];
  own: boolean;
  turn: TurnDeps;
  receiving: ReceiveDeps;
  bus: Bus;
  metrics: Metrics;
  groups: Config['dispatchGroups'] & object;
  understand: Understand;
  zone: string;
  state: { draining: boolean };
}

async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, log, now, turn, bus, tokens, zone, state } = parts;
  const { db } = turn;
  const sessions = createSessions(tokens, now);
  const local = parts.own;
  const limit = (perMinute: number): Limiter => tokenBuckets({ perMinute, now });
  const http = buildHttp({
    db,
    context: turn.context,
    understand: parts.understand,
    tokens,
    limiter: limit(config.limits.tokenPerMinute),
    sessionRole: sessions.roleOf,
    logger: log,
  });
  const senders = limit(config.limits.senderPerMinute);
  // The API changes tickets and meetings outside of turns: pages and workers hear of that too.
  http.addHook('onResponse', async (request, reply) => {
    if (request.method !== 'POST' || reply.statusCode >= 400) return;
    if (!/^\/api\/(?:tickets|meetings)/.test(request.url)) return;
    for (const type of ['ticket', 'meeting', 'work'] as const) bus.publish({ type });
    bus.publish({ type: 'group', group: 'dispatch' });
  });
  http.addHook('onRequest', async (_request, reply) => {
    if (state.draining) reply.header('connection', 'close');
  });
  http.register(healthRoutes, { db, metrics: parts.metrics, draining: () => state.draining });
  if (config.role !== 'worker') {
    http.register(chatRoutes, { receiving: parts.receiving, senders, groups: parts.groups });
    http.register(sessionRoutes, { sessions, local });
    http.register(liveRoutes, { bus });
    http.register(operatorRoutes, { db, zone, wake: () => bus.publish({ type: 'work' }) });
    http.register(consoleRoutes, { sessions, local });
  }
  await http.ready();
  return http;
}

interface WorkerParts extends Omit<Parts, 'channels'> {
  turn: TurnDeps;
  serial: Serial;
  bus: Bus;
  metrics: Metrics;
  channels: ReadonlyMap<string, Channel>;
  onTurn(update: Update, replied: boolean): void;
}

function createWorkers(parts: WorkerParts): { start(): void; stop(): Promise<void> } {
  const { turn, serial, bus, log, now, channels } = parts;
  const { db } = turn;
  const loops: Loop[] = [];
  const onError = (error: unknown) => log.error({ error: reasonOf(error) }, 'worker.failed');
  const onFirstFailure = async (update: Update) => {
    parts.metrics.turnFailed(update.address.channel);
    if (update.kind === 'notice') return;
    const delivery = channels.get(update.address.channel)?.capabilities.delivery ?? 'push';
    await recordMessages(db, [{ address: update.address, reply: apology(), delivery }], now());
  };
  const rounds: [() => Promise<boolean>, number][] = [
    [() => workInbox({ deps: turn, serial, log, onTurn: parts.onTurn, onFirstFailure }), IDLE_MS],
    [() => workOutbox({ db, channels, log, now, jitter: Math.random }), IDLE_MS],
    [() => sweep(parts), SWEEP_MS],
    [() => keepHouse(parts), HOUSEKEEPING_MS],
  ];
  return {
    start() {
      loops.push(...rounds.map(([round, idleMs]) => startLoop({ round, idleMs, onError })));
      bus.subscribe((event) => {
        if (event.type !== 'work') return;
        loops[0]?.wake();
        loops[1]?.wake();
      });
    },
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

/** Missed targets are marked with the moment they were due, whether or not the server was up then. */
async function sweep({ turn, bus }: WorkerParts): Promise<boolean> {
  const marked = await turn.db.transaction().execute((trx) => markBreaches(trx, turn.context));
  if (marked.length === 0) return false;
  bus.publish({ type: 'ticket' });
  bus.publish({ type: 'work' });
  return true;
}

async function keepHouse({ turn, database, config, now, log }: WorkerParts): Promise<boolean> {
  await forgetKeys(turn.db, now() - DAY_MS);
  if (database.dump && !config.dataDir.startsWith('memory://')) {
    const path = await writeBackup(config.dataDir, dayOf(now(), turn.context.zone), database.dump);
    if (path) log.info({ path }, 'backup.written');
  }
  return false;
}
