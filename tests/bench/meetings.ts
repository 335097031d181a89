/**
 * `npm run bench -- meetings`: whether a room can be had, what else would work, and which rooms are free, over 200 rooms
 * and 100,000 meetings on PostgreSQL, with one empty round trip to the database beside them. `--record` appends to
 * docs/benchmarks.md.
 */
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { checkRoom } from '../../server/meetings/check-room.ts';
import { settleRoom } from '../../server/meetings/settle-room.ts';
import type { Trx } from '../../server/store/database.ts';
import { openDatabase } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import { ownPostgres } from '../support/postgres.ts';
import { DAY, HOUR, NINE, testDesk } from '../support/small-desk.ts';
import { machine } from './record.ts';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const ROOMS = 200;
const MEETINGS = 100_000;
const DAYS = 250;
const ROUNDS = 1_000;
const WARM_UP = 100;
const LIMIT_MS = 20;

const rooms = Array.from({ length: ROOMS }, (_, index) => {
  const things = index % 3 === 0 ? '[projector, microphone]' : '[projector]';
  const open = index % 5 === 0 ? ', open: office' : '';
  return `  - { id: "r${index}", name: 会议室${index}, floor: "${index % 20}", capacity: ${10 + (index % 30) * 5}, equipment: ${things}, prepare: PT5M${open} }`;
});
const { context } = testDesk({
  more: `\nrooms:\n${rooms.join('\n')}\nstock: { microphone: 40, laptop: 20 }\n`,
  calendars:
    '{ always: { windows: 7x24 }, office: { windows: { mon: &d [["07:00", "22:00"]], tue: *d, wed: *d, thu: *d, fri: *d } } }',
});

/** Two meetings a day and room, each an hour or two long; every fourth wants two microphones. */
const FILL = sql`
  insert into meeting (number, status, title, start_at, end_at, block_from, block_to, room, location, equipment, quantities,
                       requester, requester_id, address, created_at, updated_at)
  select 'B' || n, 'confirmed', '会', at, at + len, at - interval '5 minutes', at + len, 'r' || (n % ${sql.lit(ROOMS)}), '{"text": "x"}',
         case when n % 4 = 0 then '["microphone"]' else '[]' end::jsonb,
         case when n % 4 = 0 then '{"microphone": 2}' else '{}' end::jsonb,
         '{"id": "u", "channel": "web", "vip": false}', 'u', '{"channel": "web", "chat": "u", "kind": "private"}', at, at
  from (
    select n, to_timestamp(${sql.lit(NINE / 1000)}::bigint) + make_interval(days => n / ${sql.lit(2 * ROOMS)}, hours => 1 + 4 * (n / ${sql.lit(ROOMS)} % 2)) as at,
           make_interval(hours => 1 + n % 2) as len
    from generate_series(0, ${sql.lit(MEETINGS - 1)}) as n
  ) as meetings`;

/** The same sequence each run; a pseudo-random number below `most`. */
function sequence(seed: number) {
  let state = seed;
  return (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % most;
  };
}

async function timed(rounds: number, work: (round: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work(round);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

const at = (times: readonly number[], share: number) =>
  (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);

const own = await ownPostgres();
const database = await openDatabase({ databaseUrl: own.url, dataDir: '' });
try {
  const { db } = database;
  await migrate(db);
  await FILL.execute(db);
  await sql`analyze meeting`.execute(db);
  const pick = sequence(42);
  const wish = () => {
    const start = NINE + pick(DAYS - 20) * DAY + pick(10) * HOUR;
    return {
      start,
      end: start + HOUR,
      attendees: 5 + pick(60),
      layout: null,
      equipment: pick(2) === 0 ? ['microphone' as const] : [],
      quantities: {},
      department: null,
    };
  };
  const inTurn = (work: (trx: Trx) => Promise<unknown>) => db.transaction().execute(work);
  let refused = 0;
  const check = () =>
    inTurn(async (trx) => {
      if (await checkRoom(trx, context, { ...wish(), room: `r${pick(ROOMS)}` })) refused += 1;
    });
  const propose = () => {
    const { start, end, department: _, layout: __, ...wanted } = wish();
    const span = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
    return settleRoom(db, context, { ...wanted, ...span }, { holder: 'bench' });
  };
  const empty = () => inTurn((trx) => sql`select 1`.execute(trx));
  const works: [string, () => Promise<unknown>][] = [
    ['is the room to be had; if not, what would work', check],
    ['which rooms suit and are free', propose],
    ['an empty transaction', empty],
  ];
  const rows: string[] = [];
  const slowest: number[] = [];
  for (const [name, work] of works) {
    await timed(WARM_UP, work);
    refused = 0;
    const times = await timed(ROUNDS, work);
    slowest.push(Number(at(times, 0.99)));
    const share = work === check ? `${Math.round((refused / ROUNDS) * 100)} %` : '';
    rows.push(`| ${name} | ${at(times, 0.5)} | ${at(times, 0.99)} | ${share} |`);
  }
  const [checked = 0, proposed = 0, alone = 1] = slowest;
  const verdict = `p99 of both under ${LIMIT_MS} ms: ${Math.max(checked, proposed) < LIMIT_MS ? 'yes' : 'no'}; ${(Math.max(checked, proposed) / Math.max(alone, 0.1)).toFixed(0)} × the empty transaction's`;
  const table = [
    `| over ${ROOMS} rooms and ${MEETINGS.toLocaleString('en')} meetings | p50 ms | p99 ms | refused |`,
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    verdict,
  ];
  process.stdout.write(`${table.join('\n')}\n`);
  if (process.argv.includes('--record')) {
    const now = new Date().toISOString().slice(0, 16).replace('T', ' ');
    const head = [
      '',
      `### ${now} UTC, meetings`,
      '',
      `\`npm run bench -- meetings --record\` · ${machine()}`,
      '',
    ];
    appendFileSync(PAGE, [...head, ...table, ''].join('\n'));
  }
} finally {
  await database.close();
  await own.drop();
}
