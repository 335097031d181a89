import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel, { type Workbook } from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, openTestDesk, type TestDesk } from '../../support/desk.ts';

const PROFILE = `
id: plan
name: 服务台
sites: [{ id: main, name: 大院 }]
calendars: { desk: { windows: { mon: [["08:30", "17:30"]], wed: [["08:30", "17:30"]] } } }
defaultCalendar: desk
teams:
  - id: desktop
    name: 桌面组
    lead: liming
    members:
      - { id: liming, name: 李明, phone: "8001", skills: [printing] }
      - { id: zhanghao, name: 张浩, phone: "8002", skills: [printing] }
      - { id: wangfang, name: 王芳, phone: "8003", skills: [account] }
      - { id: formula, name: "=1+1", phone: "8009", skills: [printing] }
defaultTeam: desktop
roster:
  from: 2026-11-16
  every: day
  shifts: [{ id: day, name: 白班, from: "08:00", to: "20:00" }, { id: night, name: 夜班, from: "20:00", to: "08:00" }]
  duty:
    - { team: desktop, person: liming, phone: "8001" }
    - { team: desktop, person: zhanghao, phone: "8002" }
sla: [{ respondWithin: PT1H, resolveWithin: PT4H }]
`;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const authorization = `Bearer ${ADMIN}`;
let desk: TestDesk;
beforeAll(async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'plan-')), 'plan.yaml');
  writeFileSync(path, PROFILE);
  desk = await openTestDesk({ env: { PROFILE: path } });
});
afterAll(() => desk.close());

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  const answer = await desk.desk.http.inject({
    method,
    url,
    headers: { authorization },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}

type Cells = (string | Date | { formula: string; result?: string })[];

async function workbook(duty: Cells[], leave?: Cells[]): Promise<Buffer> {
  const book = new excel.Workbook();
  const add = (name: string, rows: Cells[]) => book.addWorksheet(name).addRows(rows);
  add('值班表', [['日期', '班组', '班次', '值班人', '电话'], ...duty]);
  if (leave) add('请假', [['姓名', '从', '到', '替班人'], ...leave]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function take(bytes: Buffer) {
  const headers = { authorization, 'content-type': XLSX };
  const answer = await desk.desk.http.inject({
    method: 'POST',
    url: '/api/roster/import',
    headers,
    payload: bytes,
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function exported(from: string, to: string): Promise<Workbook> {
  const url = `/api/roster/export?from=${from}&to=${to}`;
  const answer = await desk.desk.http.inject({ method: 'GET', url, headers: { authorization } });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, XLSX]);
  const book = new excel.Workbook();
  await book.xlsx.load(Uint8Array.from(answer.rawPayload).buffer);
  return book;
}

/** `date shift person`, and who is there in their place. */
async function days(from: string, to: string): Promise<string[]> {
  const { body } = await call('GET', `/api/roster?from=${from}&to=${to}`);
  return body.days.map(
    ({ date, shift, planned, onDuty }: Record<string, { name: string }> & { date: string }) =>
      `${date} ${shift?.name} ${planned?.name}${onDuty?.name === planned?.name ? '' : ` → ${onDuty?.name}`}`,
  );
}

describe('the roster', () => {
  test('is shown day by day, with who stands in for whom', async () => {
    expect(await days('2026-11-16', '2026-11-17')).toEqual([
      '2026-11-16 白班 李明',
      '2026-11-16 夜班 李明',
      '2026-11-17 白班 张浩',
      '2026-11-17 夜班 张浩',
    ]);
    const leave = { person: '张浩', from: '2026-11-17', to: '2026-11-17', substitute: '李明' };
    expect((await call('POST', '/api/roster/leave', leave)).status).toBe(200);
    expect((await days('2026-11-17', '2026-11-17'))[0]).toBe('2026-11-17 白班 张浩 → 李明');
    const { body } = await call('GET', '/api/roster?from=2026-11-17&to=2026-11-17');
    const [stored] = body.leave;
    expect(stored).toMatchObject({ person: { name: '张浩' }, substitute: { name: '李明' } });
    expect((await call('DELETE', `/api/roster/leave/${stored.id}`)).status).toBe(204);
    expect((await days('2026-11-17', '2026-11-17'))[0]).toBe('2026-11-17 白班 张浩');
  });

  test('takes no substitute without the skill, away themselves, or unknown', async () => {
    const leave = { person: '张浩', from: '2026-12-01', to: '2026-12-03', substitute: '王芳' };
    const refused = await call('POST', '/api/roster/leave', leave);
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ path: 'substitute', message: 'expected one of the skills printing' }],
    ]);
    for (const change of [
      { substitute: '没有这人' },
      { to: '2026-11-30', substitute: '李明' },
      { substitute: '张浩' },
    ])
      expect((await call('POST', '/api/roster/leave', { ...leave, ...change })).status).toBe(400);
  });

  test('is changed for single days, told in chat at once, and given back to the rotation', async () => {
    const swap = { from: '2026-11-18', to: '2026-11-18', team: 'desktop', shift: '夜班', person: '张浩' };
    expect((await call('PUT', '/api/roster/duty', swap)).status).toBe(200);
    expect(await days('2026-11-18', '2026-11-18')).toEqual(['2026-11-18 白班 李明', '2026-11-18 夜班 张浩']);
    desk.clock.now = Date.parse('2026-11-18T22:00:00+08:00');
    expect((await desk.say({ id: 'u9' }, '现在谁值班')).map(({ text }) => text).join()).toContain(
      '张浩 8002',
    );
    await call('PUT', '/api/roster/duty', { ...swap, person: null });
    expect((await days('2026-11-18', '2026-11-18'))[1]).toBe('2026-11-18 夜班 李明');
    expect((await call('PUT', '/api/roster/duty', { ...swap, person: '赵军' })).status).toBe(400);
    expect((await call('PUT', '/api/roster/duty', { ...swap, to: '2026-11-17' })).status).toBe(400);
  });
});

describe('a workbook', () => {
  test('goes out, comes back changed, and is then what counts', async () => {
    const book = await exported('2026-12-07', '2026-12-08');
    const sheet = book.getWorksheet('值班表');
    expect(sheet?.getRow(2).values).toEqual([undefined, '2026-12-07', '桌面组', '白班', '张浩', '8002']);
    const row = sheet?.getRow(2);
    if (!row) throw new Error('the sheet is empty');
    row.getCell(4).value = '李明';
    row.getCell(5).value = '8001';
    const taken = await take(Buffer.from(await book.xlsx.writeBuffer()));
    expect([taken.status, taken.body]).toEqual([200, { duty: 4, leave: 0 }]);
    expect((await days('2026-12-07', '2026-12-07'))[0]).toBe('2026-12-07 白班 李明');
    const again = await exported('2026-12-07', '2026-12-08');
    expect(again.getWorksheet('值班表')?.getRow(2).getCell(4).value).toBe('李明');
  });

  test('says of each cell what is wrong, and takes nothing of it', async () => {
    const { status, body } = await take(
      await workbook(
        [
          ['2027-01-04', '桌面组', '白班', '李明', ''],
          ['2027-02-30', '桌面组', '白班', '李明', ''],
          ['2027/1/5', '没有的组', '', '李明', ''],
          [new Date('2027-01-06T00:00:00Z'), 'desktop', '中班', '赵军', '电话'],
          ['2027年1月4日', '桌面组', '', '张浩', ''],
          [{ formula: 'HYPERLINK("http://x")', result: '2027-01-07' }, '桌面组', '', '李明', ''],
        ],
        [['张浩', '2027-01-10', '2027-01-09', '李明']],
      ),
    );
    expect(status).toBe(400);
    expect(body.detail).toBe('排班表有 8 处读不懂，什么都没有导入。');
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      '值班表!A3',
      '值班表!B4',
      '值班表!C5',
      '值班表!D5',
      '值班表!D6',
      '值班表!A7',
      '值班表!A7',
      '请假!C2',
    ]);
    expect(body.faults[5]).toMatchObject({ row: 7, column: 'A', reason: 'expected a value, not a formula' });
    expect(await days('2027-01-04', '2027-01-04')).toEqual(['2027-01-04 白班 张浩', '2027-01-04 夜班 张浩']);
  });

  test('writes names as texts, never as formulas', async () => {
    const duty = [['2027-03-01', '桌面组', '白班', '=1+1', '']];
    expect((await take(await workbook(duty))).status).toBe(200);
    const cell = (await exported('2027-03-01', '2027-03-01')).getWorksheet('值班表')?.getRow(2).getCell(4);
    expect([cell?.value, cell?.type, cell?.numFmt]).toEqual(['=1+1', excel.ValueType.String, '@']);
  });

  test('takes leave once, however often it comes', async () => {
    const leave = [['张浩', '2027-04-01', '2027-04-02', '李明']];
    expect((await take(await workbook([], leave))).body).toEqual({ duty: 0, leave: 1 });
    expect((await take(await workbook([], leave))).body).toEqual({ duty: 0, leave: 0 });
  });

  test.each([
    ['no workbook', Buffer.from('日期,班组'), '这不是 Excel 工作簿（xlsx）。'],
    ['an empty one', Buffer.alloc(0), ''],
  ])('that is %s is refused', async (_what, bytes, detail) => {
    const { status, body } = await take(bytes);
    expect(status).toBe(400);
    if (detail) expect(body.detail).toBe(detail);
  });

  test('without the sheets or the columns says which', async () => {
    const book = new excel.Workbook();
    book.addWorksheet('Sheet1').addRow(['日期']);
    const none = await take(Buffer.from(await book.xlsx.writeBuffer()));
    expect(none.body.faults).toMatchObject([
      { found: 'Sheet1', reason: 'expected a sheet «值班表» or «请假»' },
    ]);
    book.addWorksheet('值班表').addRow(['日期', '班组']);
    const few = await take(Buffer.from(await book.xlsx.writeBuffer()));
    expect(few.body.faults).toMatchObject([{ row: 1, reason: 'expected columns 班次、值班人、电话' }]);
  });
});
