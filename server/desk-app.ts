/** Puts the desk together from its configuration. The only place where instances are made; nothing runs before `start`. */
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { phoneChannel } from '../adapters/phone/index.ts';
import { webChannel } from '../adapters/web/index.ts';
import type { Intake, PushChannel } from '../bot/channel.ts';
import { createStep } from '../bot/dialogue/step.ts';
import { publicHolidaysCn } from '../bot/holidays-cn.ts';
import type { Update } from '../bot/types.ts';
import { dialogue } from '../flows/index.ts';
import { blobsInFolder, blobsInMemory } from './attachments/blobs.ts';
import { createFileLinks } from './attachments/file-links.ts';
import { createOutgoingFiles, type OutgoingFiles } from './attachments/outgoing-files.ts';
import { createChannels } from './channels/channels.ts';
import { createIntake } from './channels/intake.ts';
import { loadChannels } from './channels/load.ts';
import { createTurnKeeper } from './channels/turn-keeper.ts';
import type { ReceiveDeps } from './chat/receive.ts';
import type { ApiToken, Config } from './config.ts';
import { adminToken, type FolderLock, lockFolder } from './data-folder.ts';
import { approverOf } from './desk/departments.ts';
import { unknownYearNear } from './desk/holiday-validity.ts';
import { roomApprover } from './desk/meeting-approval.ts';
import type { Profile } from './desk/profile.ts';
import { onDutyOutOfHours } from './desk/roster.ts';
import { createCalendars } from './desk/sla.ts';
import type { DeskContext } from './desk-context.ts';
import { createPropose } from './dispatch/propose.ts';
import { createSuggest } from './dispatch/suggest.ts';
import { createTell } from './dispatch/tell.ts';
import { buildServer } from './http/server.ts';
import { createGrounding } from './knowledge/grounding.ts';
import { openKnowledgeBase } from './knowledge/knowledge-base.ts';
import { loadArticles } from './knowledge/load-articles.ts';
import { openMeanings } from './knowledge/open-meanings.ts';
import { createDraftWriter } from './knowledge/write-draft.ts';
import { type SharedLimiter, tokenBuckets } from './limits.ts';
import { announce } from './live/announce.ts';
import { createBus } from './live/bus.ts';
import { createRedisBus } from './live/redis-bus.ts';
import { askedAtOnce } from './meetings/crew-of.ts';
import { createPageLinks } from './meetings/page-links.ts';
import { createMetrics } from './metrics.ts';
import { createAdviser } from './model/adviser.ts';
import { createDeskModel } from './model/create.ts';
import { accountByName } from './people/account-by-name.ts';
import { createPeople } from './people/people.ts';
import { createReader } from './people/reader.ts';
import { loadProfile } from './profile/load.ts';
import { createPrecedence } from './queue/precedence.ts';
import { createSerial } from './queue/serial.ts';
import { openRosterBook } from './roster/roster-book.ts';
import { createSharedRates } from './shared-rate.ts';
import { type OpenDatabase, openDatabase } from './store/database.ts';
import { addressKey } from './store/keys.ts';
import { migrate } from './store/migrate.ts';
import { backlog } from './store/outbox.ts';
import { createConversationMemory } from './turn/conversation-memory.ts';
import { deskFactsOf } from './turn/desk-facts.ts';
import type { TurnDeps, Worked } from './turn/take-turn.ts';
import { createWorkers } from './workers.ts';

/** A data folder of this kind keeps nothing: for tests. */
const KEPT_NOWHERE = 'memory://';

export interface DeskOptions {
  config: Config;
  log: Logger;
  /** What an embedded database begins as, where it is new: a backup. */
  databaseFrom?: Blob | undefined;
  /** Epoch milliseconds; a test hands in its own clock. */
  now?: () => number;
  /** Channels besides the web page, in the place of those that are configured. */
  channels?: readonly PushChannel[];
}

export interface Desk {
  http: FastifyInstance;
  turn: TurnDeps;
  receiving: ReceiveDeps;
  /** The way in for channels that push. */
  intake: Intake;
  /** What goes out with words. */
  files: OutgoingFiles;
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
      from: options.databaseFrom,
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

/** What a profile asks for that can't be had now: a year's holidays, a way to people who are reached by a channel that is off. */
function warnOfProfile({ profile, log, now }: Parts, pushed: readonly PushChannel[]): void {
  const year = unknownYearNear(profile, publicHolidaysCn, now());
  if (year !== null) log.warn({ year }, 'calendar.year_unknown');
  const on = new Set(['web', ...pushed.map(({ name }) => name)]);
  const reached = [...profile.teams.flatMap(({ members }) => members), ...profile.vendors];
  for (const { id, reach } of reached)
    if (reach && !on.has(reach.channel)) log.warn({ id, channel: reach.channel }, 'profile.channel_off');
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
  const groups = config.dispatchGroups ?? profile.dispatchGroups;
  const rates = config.redisUrl ? createSharedRates(config.redisUrl, log) : null;
  const holder = randomUUID();
  const turns = (channel: string) =>
    createTurnKeeper({
      db,
      name: `receive:${channel}`,
      holder,
      now,
      onError: (error) => log.warn({ channel, error: String(error) }, 'channel.turn_unknown'),
    });
  const pushed = parts.channels ?? (await loadChannels({ config, db, groups, log, now, rates, turns }));
  const lines = createChannels([webChannel, phoneChannel], pushed, log);
  const channels = lines.byName;
  await loadArticles({ folder: config.knowledgeDir, db, now }, log);
  const senderLimit = (): SharedLimiter => {
    const { senderPerMinute: perMinute } = config.limits;
    const local = tokenBuckets({ perMinute, now });
    return rates ? rates.limiter(perMinute, local) : { take: async (key) => local.take(key) };
  };
  const live = config.redisUrl ? createRedisBus(config.redisUrl, randomUUID(), log) : null;
  const bus = live?.bus ?? createBus();
  const reader = createReader({ lexicon: profile.lexicon, zone, holidays: publicHolidaysCn });
  const { understand } = reader;
  const people = await createPeople({ db, bus, log, now, onRefresh: reader.learn });
  const { llm, redisUrl } = config;
  const namesKnown = () => [...profile.lexicon.people, ...people.directory.all().map(({ name }) => name)];
  const backupFolder = config.dataDir.startsWith(KEPT_NOWHERE) ? null : config.dataDir;
  const meanings = await openMeanings({ llm, folder: backupFolder, people: namesKnown, log, now });
  const articles = await openKnowledgeBase({ db, bus, log, meanings });
  const metrics = createMetrics(() => backlog(db));
  const calendars = createCalendars(profile, publicHolidaysCn);
  warnOfProfile(parts, pushed);
  const roster = await openRosterBook(profile, { db, bus, log });
  const own = config.apiTokens.length === 0 ? adminToken(config.dataDir) : null;
  const tokens: ApiToken[] = own ? [{ role: 'admin', token: own.token }] : config.apiTokens;
  const pages = createPageLinks(tokens, config.publicUrl);
  const tell = createTell({
    groups,
    channels,
    zone,
    now,
    vendors: profile,
    articleTitle: articles.title,
    askedAtOnce: (meeting) => askedAtOnce(roster.profile(), meeting, now()),
    accountOf: accountByName(people.directory),
    approver: (room) => roomApprover(profile, room),
    checklist: (number) => {
      const url = pages.urlOf('checklist', number);
      return url === null ? null : { url, code: pages.codeOf(number) };
    },
    duty: (team, at) => onDutyOutOfHours(roster.profile(), calendars, team, at),
    suggest: createSuggest(roster.profile, calendars, now),
    departmentApprover: (department) => approverOf(profile, department),
  });
  const propose = createPropose({ groups, channels, zone, now });
  const context: DeskContext = {
    get profile() {
      return roster.profile();
    },
    zone,
    now,
    pageUrl: pages.urlOf,
    tell,
    propose,
    groups,
  };
  const { registry } = metrics;
  const model =
    llm &&
    (await createDeskModel({ llm, redisUrl, db, understand, people: namesKnown, zone, registry, log, now }));
  const dispatchGroups = new Set(groups.map(addressKey));
  const adviser =
    model &&
    createAdviser({ db, dialogue, understand, model: model.understanding, dispatchGroups, log, now });
  const grounding =
    model &&
    createGrounding({ base: articles, advice: model.answers, model: model.name, people: namesKnown });
  const blobs = backupFolder ? blobsInFolder(join(backupFolder, 'attachments')) : blobsInMemory();
  const turn: TurnDeps = {
    db,
    context,
    step: createStep(dialogue),
    dialogue,
    understand,
    ...(adviser ? { adviser } : {}),
    ...(grounding ? { grounding } : {}),
    ...(meanings ? { meanings } : {}),
    articles,
    channels,
    blobs,
    dispatchGroups,
    deskFacts: deskFactsOf(roster.profile, zone),
    people,
    memory: createConversationMemory(),
  };
  const serial = createSerial();
  const precedence = createPrecedence();
  const onTurn = (update: Update, done: Worked, seconds: number) => {
    metrics.turnEnded(update.address.channel, update.kind, seconds);
    const pushed = channels.get(update.address.channel)?.capabilities.delivery !== 'feed';
    const { replies, changed, leftWork } = done;
    announce(bus, groups, update, { replied: replies.length > 0, changed, leftWork, pushed });
  };
  const receiving: ReceiveDeps = { turn, serial, log, onTurn };
  const state = { draining: false };
  const fileLinks = createFileLinks(tokens, config.publicUrl, now);
  const files = createOutgoingFiles(blobs, fileLinks);
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
    blobs,
    fileLinks,
    channels: lines,
    senderLimit,
    base: articles,
    drafts: model && createDraftWriter({ advice: model.drafts, model: model.name, people: namesKnown }),
    roster,
    draining: () => state.draining,
  });
  const workers = createWorkers({
    turn,
    serial,
    standBack: precedence.after,
    bus,
    metrics,
    database,
    channels,
    groups,
    blobs,
    files,
    backupFolder,
    fetch,
    log,
    now,
    onTurn,
  });
  const intake = createIntake({
    db,
    zone,
    now,
    log,
    senders: senderLimit(),
    warnings: tokenBuckets({ perMinute: 1, now }),
    wake: () => bus.publish({ type: 'work' }),
    precedence,
  });
  return {
    http,
    turn,
    receiving,
    intake,
    files,
    adminTokenPath: own?.path ?? null,
    async start() {
      const address = await http.listen({ host: config.host, port: config.port });
      parts.lock?.publish(address);
      roster.start();
      if (config.role !== 'web') workers.start();
      if (config.role !== 'worker') await lines.start(intake);
      return address;
    },
    async stop() {
      state.draining = true;
      model?.close();
      meanings?.close();
      await lines.stop();
      await http.close();
      await roster.stop();
      await workers.stop();
      await adviser?.waiting.settled();
      await live?.close();
      rates?.close();
      await database.close();
      parts.lock?.release();
    },
  };
}
