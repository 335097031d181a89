/** What runs beside the server: queues that are worked, targets that are watched, and housekeeping. */
import type { Logger } from 'pino';
import type { Channel } from '../bot/channel.ts';
import type { Address, Update } from '../bot/types.ts';
import type { Blobs } from './attachments/blobs.ts';
import { fetchRound } from './attachments/fetch-round.ts';
import type { OutgoingFiles } from './attachments/outgoing-files.ts';
import { showAttached } from './attachments/show-attached.ts';
import { apology } from './chat/receive.ts';
import { writeBackup } from './data-folder.ts';
import { dayOf } from './desk/moments.ts';
import { tellAlerts } from './dispatch/tell-alerts.ts';
import { urgeUnheard } from './dispatch/urge-unheard.ts';
import { remindOfLectures } from './knowledge/remind-lectures.ts';
import { announceGroups } from './live/announce.ts';
import type { Bus } from './live/bus.ts';
import { attendMeetings, MEETINGS_AT_ONCE } from './meetings/attend-meetings.ts';
import type { Metrics } from './metrics.ts';
import { accountByName } from './people/account-by-name.ts';
import { syncPeople } from './people/sync.ts';
import { reasonOf, workInbox } from './queue/inbox-worker.ts';
import { type Loop, startLoop } from './queue/loop.ts';
import { createOutboxWorker } from './queue/outbox-worker.ts';
import type { Serial } from './queue/serial.ts';
import { forgetUnclaimed, forgetUploads } from './store/attachments.ts';
import type { OpenDatabase } from './store/database.ts';
import { forgetKeys } from './store/idempotency.ts';
import { forgetJoining } from './store/joining.ts';
import { forgetHolds } from './store/occupation.ts';
import { recordMessages } from './store/outbox.ts';
import { inTransaction } from './store/transaction.ts';
import { climbLadders, LADDERS_AT_ONCE } from './tickets/climb-ladders.ts';
import type { TurnDeps, Worked } from './turn/take-turn.ts';
import { deliverWebhooks } from './webhooks/deliver.ts';

const IDLE_MS = 1_000;
const SWEEP_MS = 15_000;
const HOUSEKEEPING_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUSEKEEPING_MS;
/** A file that became no ticket's. */
const UNCLAIMED_KEPT_MS = 30 * DAY_MS;
/** How long a server that stops goes on delivering. */
const DELIVERS_MS = 5_000;

export interface WorkerParts {
  turn: TurnDeps;
  serial: Serial;
  /** Waits until nobody is being acknowledged. */
  standBack(): Promise<void>;
  bus: Bus;
  metrics: Metrics;
  database: OpenDatabase;
  channels: ReadonlyMap<string, Channel>;
  /** The dispatch groups. */
  groups: readonly Address[];
  blobs: Blobs;
  /** What goes out with words. */
  files: OutgoingFiles;
  /** Where an embedded database keeps its backups; null where it keeps none. */
  backupFolder: string | null;
  /** For other programs that hear of changes. */
  fetch: typeof fetch;
  log: Logger;
  now(): number;
  onTurn(update: Update, done: Worked, seconds: number): void;
}

export interface Workers {
  start(): void;
  /** Ends after the rounds under way, and delivers what can be delivered in a few seconds. */
  stop(): Promise<void>;
}

/** What is done, and how long it rests where there was nothing to do. */
type Round = [() => Promise<boolean>, number];

export function createWorkers(parts: WorkerParts): Workers {
  const { turn, serial, bus, log, now, channels, blobs } = parts;
  const { db } = turn;
  const loops: Loop[] = [];
  const onError = (error: unknown) => log.error({ error: reasonOf(error) }, 'worker.failed');
  const onFirstFailure = async (update: Update) => {
    parts.metrics.turnFailed(update.address.channel);
    if (update.kind === 'notice') return;
    const delivery = channels.get(update.address.channel)?.capabilities.delivery ?? 'push';
    await recordMessages(db, [{ address: update.address, reply: apology(), delivery }], now());
  };
  const outbox = createOutboxWorker({ db, channels, files: parts.files, log, now, jitter: Math.random }, () =>
    loops[1]?.wake(),
  );
  const sendDue = async () => {
    await outbox.round();
    return false;
  };
  const wakeInbox = () => loops[0]?.wake();
  const fetches = [...channels.values()].some(({ fetchAttachment }) => fetchAttachment !== undefined);
  const rounds: Round[] = [
    [
      () =>
        workInbox({
          deps: turn,
          serial,
          standBack: parts.standBack,
          log,
          onTurn: parts.onTurn,
          onFirstFailure,
          wake: wakeInbox,
        }),
      IDLE_MS,
    ],
    [sendDue, IDLE_MS],
    [() => sweep(parts), SWEEP_MS],
    ...(fetches ? [[() => fetchRound({ db, channels, blobs, log, now }), IDLE_MS] as Round] : []),
    [() => show(parts), IDLE_MS],
    [() => deliverWebhooks({ db, fetch: parts.fetch, log, now, jitter: Math.random }), IDLE_MS],
    [() => keepHouse(parts), HOUSEKEEPING_MS],
    [() => syncDirectories(parts), DAY_MS],
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
      if (loops.length > 0) await outbox.drain(DELIVERS_MS);
    },
  };
}

/** True where there may be more. */
async function show({ turn, groups, channels, bus, now }: WorkerParts): Promise<boolean> {
  const messages = await inTransaction(turn.db, (trx) => showAttached(trx, { groups, channels }, now()));
  if (messages === 0) return false;
  announceGroups(bus, groups);
  bus.publish({ type: 'work' });
  return true;
}

/** Every step that is over is taken once, whether or not the server was up at its moment; then people are told. */
async function sweep({ turn, bus, channels, log }: WorkerParts): Promise<boolean> {
  const { db, context } = turn;
  const accountOf = accountByName(turn.people.directory);
  const { looked, climbed } = await inTransaction(db, (trx) => climbLadders(trx, context));
  const messages = await inTransaction(db, (trx) => tellAlerts(trx, context, channels, accountOf));
  await urgeUnheard({ db, context, channels, accountOf, log });
  const attended = await attendMeetings(db, context);
  if (climbed.length > 0) bus.publish({ type: 'ticket' });
  if (attended > 0) bus.publish({ type: 'meeting' });
  if (climbed.length > 0 || messages > 0 || attended > 0) bus.publish({ type: 'work' });
  return looked >= LADDERS_AT_ONCE || attended >= MEETINGS_AT_ONCE;
}

/** Once a day, and soon after a start. One that can't be read now is read tomorrow. */
async function syncDirectories({ turn, channels, now, log }: WorkerParts): Promise<boolean> {
  for (const channel of channels.values()) {
    if (!channel.listPeople) continue;
    try {
      const synced = await syncPeople(turn.db, channel, turn.people.directory, now());
      await turn.people.changed();
      log.info({ channel: channel.name, ...synced }, 'directory.synced');
    } catch (error) {
      log.warn({ channel: channel.name, error: reasonOf(error) }, 'directory.not_synced');
    }
  }
  return false;
}

async function keepHouse({ turn, database, backupFolder, blobs, now, log }: WorkerParts): Promise<boolean> {
  await forgetKeys(turn.db, now() - DAY_MS);
  await database.replan?.();
  await forgetJoining(turn.db, now() - DAY_MS);
  const gone = [
    ...(await forgetUnclaimed(turn.db, now() - UNCLAIMED_KEPT_MS)),
    ...(await forgetUploads(turn.db, now() - DAY_MS)),
  ];
  for (const id of gone) await blobs.remove(id);
  await forgetHolds(turn.db, now());
  const { directory } = turn.people;
  const reminding = { directory, channels: turn.channels, now: now(), zone: turn.context.zone };
  await inTransaction(turn.db, (trx) => remindOfLectures(trx, reminding));
  if (database.dump && backupFolder) {
    const path = await writeBackup(backupFolder, dayOf(now(), turn.context.zone), database.dump);
    if (path) log.info({ path }, 'backup.written');
  }
  return false;
}
