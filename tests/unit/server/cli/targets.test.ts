import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const DAY = [
  ['08:30', '12:00'],
  ['14:30', '17:30'],
];
const WEEK = { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY };

function run(tool: string, args: string[], records: unknown[]) {
  const input = records
    .map((record) => (typeof record === 'string' ? record : JSON.stringify(record)))
    .join('\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [`server/cli/${tool}.ts`, ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, stderr, records: lines.map((line): unknown => JSON.parse(line)) };
}

const opened = {
  openedAt: '2026-10-10T10:00:00+08:00',
  kind: 'fault',
  category: 'printing',
  urgency: 'normal',
};

describe('targets', () => {
  it('answers each case in order, with the offset of the desk', () => {
    const { records, status } = run(
      'targets',
      ['--profile', 'fujian'],
      [opened, { ...opened, disaster: true }],
    );
    expect(status).toBe(0);
    expect(records).toEqual([
      {
        respondBy: '2026-10-10T11:00:00+08:00',
        onSiteBy: null,
        resolveBy: '2026-10-10T14:00:00+08:00',
        fallbackPlanBy: '2026-10-11T10:00:00+08:00',
        calendar: 'always',
      },
      {
        respondBy: '2026-10-10T11:00:00+08:00',
        onSiteBy: '2026-10-10T13:00:00+08:00',
        resolveBy: null,
        fallbackPlanBy: '2026-10-11T10:00:00+08:00',
        calendar: 'always',
      },
    ]);
  });

  it('takes a calendar, times and pauses from the case', () => {
    const calendar = { windows: WEEK, holidays: 'cn' };
    const pauses = [{ from: '2026-10-10T02:00:00Z', to: '2026-10-10T02:30:00Z' }];
    const { records } = run(
      'targets',
      ['--profile', 'fujian'],
      [
        { ...opened, calendar, resolveWithin: 'PT4H', respondWithin: 'PT1H' },
        { ...opened, calendar, resolveWithin: 'PT4H', pauses },
        { ...opened, openedAt: '2026-10-10T12:10:00+08:00', calendar, resolveWithin: 'PT0S' },
        { ...opened, openedAt: '2028-01-10T10:00:00+08:00', calendar, resolveWithin: 'PT4H' },
      ],
    );
    expect(records).toMatchObject([
      { respondBy: '2026-10-10T11:00:00+08:00', resolveBy: '2026-10-10T16:30:00+08:00' },
      { resolveBy: '2026-10-10T17:00:00+08:00' },
      { resolveBy: '2026-10-10T14:30:00+08:00' },
      { warning: expect.stringContaining('2028') as string },
    ]);
    expect(records[0]).not.toHaveProperty('warning');
  });

  it('counts given times in working time, whatever the urgency', () => {
    const late = {
      ...opened,
      openedAt: '2026-11-20T17:30:00+08:00',
      urgency: 'critical',
      resolveWithin: 'PT1H',
    };
    expect(run('targets', ['--profile', 'leshan'], [late]).records).toMatchObject([
      { resolveBy: '2026-11-23T09:30:00+08:00', calendar: 'desk' },
    ]);
  });

  it.each([
    ['not JSON', '{', 'line 2: not JSON'],
    ['no opening', { ...opened, openedAt: undefined }, 'line 2: .*openedAt'],
    ['a moment without an offset', { ...opened, openedAt: '2026-10-10T10:00:00' }, 'line 2: .*openedAt'],
    ['an unknown urgency', { ...opened, urgency: 'urgent' }, 'line 2: .*urgency'],
    ['a time that is none', { ...opened, resolveWithin: '4h' }, 'line 2: .*resolveWithin'],
    ['a calendar without working time', { ...opened, calendar: { windows: {} } }, 'line 2: .*calendar'],
    [
      'a pause that ends before it begins',
      { ...opened, pauses: [{ from: opened.openedAt, to: '2026-10-09T10:00:00+08:00' }] },
      'line 2: .*pauses',
    ],
  ])('refuses %s with one line', (_what, bad, message) => {
    const { status, stderr, records } = run('targets', [], [opened, bad]);
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(new RegExp(`^${message}.*$`));
    expect(records).toHaveLength(1);
  });

  it.each([[['--profile', 'nowhere']], [['--profil']], [['extra']]])('refuses the arguments %j', (args) => {
    const { status, stderr } = run('targets', args, []);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('mask', () => {
  it('masks each text in order', () => {
    const { records } = run(
      'mask',
      ['--profile', 'default'],
      [{ text: '密码是abc123' }, { text: '忘记密码了' }],
    );
    expect(records).toEqual([
      { text: '密码是[密码已隐去]', found: [{ kind: 'password', start: 3, end: 9 }] },
      { text: '忘记密码了', found: [] },
    ]);
  });

  it('refuses a record without text', () => {
    expect(run('mask', [], [{ txt: '' }])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^line 1: /) as string,
    });
  });
});
