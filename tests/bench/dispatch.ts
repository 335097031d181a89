/**
 * `npm run bench -- dispatch`: on PostgreSQL, a million tickets, 50,000 of them open with four targets each. How long the
 * escalation pass takes with nothing due and with 1,000 due, lists and filters, opening a ticket beside the same on an empty
 * database, and working-time arithmetic. `--tickets=N` for a smaller one; `--record` appends to docs/benchmarks.md.
 */
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { webChannel } from '../../adapters/web/index.ts';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { createCalendars } from '../../server/desk/sla.ts';
import type { DeskContext } from '../../server/desk-context.ts';
import { createPropose } from '../../server/dispatch/propose.ts';
import { createTell } from '../../server/dispatch/tell.ts';
import { tellAlerts } from '../../server/dispatch/tell-alerts.ts';
import { loadProfile } from '../../server/profile/load.ts';
import { type Db, openDatabase } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import type { TicketFilter } from '../../server/store/tickets.ts';
import { climbLadders, LADDERS_AT_ONCE } from '../../server/tickets/climb-ladders.ts';
import { listTickets } from '../../server/tickets/list-tickets.ts';
import { openTicket } from '../../server/tickets/open-ticket.ts';
import { ownPostgres } from '../support/postgres.ts';
import { draft } from '../support/small-desk.ts';
import { makeDue, manyTickets } from './many-tickets.ts';
import { machine } from './record.ts';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const NOW = Date.parse('2026-11-18T10:00:00+08:00');
const DUE = 1000;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { tickets: { type: 'string', default: '1000000' }, record: { type: 'boolean', default: false } },
});
const tickets = Number(values.tickets);

const profile = loadProfile('default');
const channels = new Map([[webChannel.name, webChannel]]);
/** Moves on while tickets are opened: a dozen in an hour, not hundreds in one moment. */
const clock = { now: NOW };
const now = () => clock.now;
const parts = { groups: profile.dispatchGroups, channels, zone: profile.zone, now };
const context: DeskContext = {
  profile,
  zone: profile.zone,
  now,
  groups: profile.dispatchGroups,
  pageUrl: () => null,
  tell: createTell({ ...parts, articleTitle: () => undefined }),
  propose: createPropose(parts),
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

async function times(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let index = 0; index < count; index += 1) took.push(await timed(() => work(index)));
  return took.sort((a, b) => a - b);
}

const share = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const round = (ms: number) => Number(ms.toPrecision(3));

/** Until nothing is due, as the desk's worker does it, and then people are told. */
async function pass(db: Db): Promise<void> {
  for (let looked = LADDERS_AT_ONCE; looked >= LADDERS_AT_ONCE; )
    looked = (await db.transaction().execute((trx) => climbLadders(trx, context))).looked;
  await db.transaction().execute((trx) => tellAlerts(trx, context, channels));
}

function opening(db: Db): Promise<number[]> {
  return times(150, (index) => {
    const id = `opener${index}`;
    clock.now += 300_000;
    const input = {
      draft: draft({
        title: `第 ${index} 台打印机卡纸`,
        slots: { location: { text: `${index} 室`, room: `${index}` } },
      }),
      requester: { id, channel: 'web' },
      address: { channel: 'web', chat: id, kind: 'private' as const },
      actor: id,
    };
    return db.transaction().execute((trx) => openTicket(trx, context, input));
  });
}

const FILTERS: Record<string, Omit<TicketFilter, 'limit'>> = {
  all: {},
  open: { statuses: ['assigned'] },
  category: { category: 'network' },
  'team, open': { team: '桌面组', statuses: ['assigned', 'accepted'] },
  assignee: { assignee: '赵军' },
  requester: { requesterId: 'u77' },
  overdue: { overdue: true },
  'words, common': { q: '打印机' },
  'words, one in a thousand': { q: '投影仪偏色' },
  'words, a number’s end': { q: '-100997' },
  'words that nobody wrote': { q: '量子计算机' },
  'words, category': { q: '投影仪', category: 'network' },
};

async function listing(db: Db): Promise<{ name: string; p50: number; p99: number }[]> {
  const figures = [];
  for (const [name, filter] of Object.entries(FILTERS)) {
    const took = await times(120, () => listTickets(db, context, { ...filter, limit: 50 }));
    figures.push({ name, p50: round(share(took, 0.5)), p99: round(share(took, 0.99)) });
  }
  return figures;
}

/** Microseconds an operation, over all hours of a year. */
function arithmetic(): number {
  const calendar = createCalendars(profile, publicHolidaysCn).get(profile.defaultCalendar);
  if (calendar === undefined) throw new Error('the profile has no calendar');
  const count = 200_000;
  const year = Date.parse('2026-01-01T00:00:00+08:00');
  const before = performance.now();
  for (let index = 0; index < count; index += 1) {
    const from = year + ((index * 7919) % 8760) * 3_600_000;
    calendar.workingBetween(from, calendar.addWorking(from, ((index % 40) + 1) * 1_800_000));
  }
  return ((performance.now() - before) * 1000) / (2 * count);
}

const own = await ownPostgres();
const database = await openDatabase({ databaseUrl: own.url, dataDir: '' });
try {
  const { db } = database;
  await migrate(db);
  await opening(db);
  const empty = await opening(db);
  clock.now = NOW;
  const filling = await timed(() => manyTickets(db, tickets, NOW - 60_000));
  process.stderr.write(`${tickets} tickets in ${Math.round(filling / 1000)} s\n`);
  await pass(db);
  const none = await times(30, () => pass(db));
  const due: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    await makeDue(db, DUE, clock.now - 1000);
    due.push(await timed(() => pass(db)));
    clock.now += 600_000;
  }
  due.sort((a, b) => a - b);
  const full = await opening(db);
  const lists = await listing(db);
  const report = {
    tickets,
    passNoneMs: round(share(none, 0.5)),
    passNoneP99Ms: round(share(none, 0.99)),
    passDueMs: due.map(round),
    openingMs: { empty: round(share(empty, 0.5)), full: round(share(full, 0.5)) },
    openingRatio: round(share(full, 0.5) / share(empty, 0.5)),
    lists,
    arithmeticUs: round(arithmetic()),
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (values.record) {
    const at = new Date().toISOString().slice(0, 16).replace('T', ' ');
    const rows = [
      `| pass, nothing due | ${report.passNoneMs} ms (p99 ${report.passNoneP99Ms}) | < 50 ms |`,
      `| pass, ${DUE} due | ${report.passDueMs.join(' / ')} ms | < 1000 ms |`,
      `| opening a ticket, p50 | ${report.openingMs.full} ms, empty ${report.openingMs.empty} ms: × ${report.openingRatio} | × 1.3 |`,
      ...lists.map(({ name, p50, p99 }) => `| list: ${name} | p50 ${p50} ms, p99 ${p99} ms | p99 < 30 ms |`),
      `| working time, an operation | ${report.arithmeticUs} µs | < 20 µs |`,
    ];
    appendFileSync(
      PAGE,
      [
        '',
        `### ${at} UTC, dispatch`,
        '',
        `\`npm run bench -- dispatch --record\` · PostgreSQL, ${tickets} tickets, one in twenty open with four targets · ${machine()}`,
        '',
        '| what | measured | aim |',
        '| --- | --- | --- |',
        ...rows,
        '',
      ].join('\n'),
    );
  }
} finally {
  await database.close();
  await own.drop();
}
