import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../../../server/cli/times.ts', import.meta.url));

function times(input: string, env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], {
    input,
    encoding: 'utf8',
    env: { ...process.env, TZ_NAME: '', ...env },
  });
  return {
    records: stdout
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    stderr,
    status,
  };
}

const said = (text: string, now = '2026-11-18T09:00:00+08:00') => JSON.stringify({ text, now });

describe('the times command line', () => {
  test('gives one record a line, in order, start null where there is no time', () => {
    const { records, status } = times(
      [said('明天下午三点'), said('简洁一点'), said('九点到十点半')].join('\n'),
    );
    expect(status).toBe(0);
    expect(records).toEqual([
      { text: '明天下午三点', start: '2026-11-19T15:00:00+08:00' },
      { text: '简洁一点', start: null },
      { text: '九点到十点半', start: '2026-11-18T09:00:00+08:00', end: '2026-11-18T10:30:00+08:00' },
    ]);
  });

  test('reads in the zone that TZ_NAME names, wherever the machine stands', () => {
    const { records } = times(said('明天下午三点', '2026-11-18T09:00:00Z'), {
      TZ_NAME: 'Europe/London',
      TZ: 'America/New_York',
    });
    expect(records).toEqual([{ text: '明天下午三点', start: '2026-11-19T15:00:00+00:00' }]);
  });

  test.each([
    ['a line that is not JSON', `${said('三点')}\nnot json`, 'line 2'],
    ['a moment without an offset', JSON.stringify({ text: '三点', now: '2026-11-18' }), 'now'],
    ['a missing text', JSON.stringify({ now: '2026-11-18T09:00:00+08:00' }), 'text'],
  ])('%s ends it with code 1 and one line that says where', (_what, input, where) => {
    const { stderr, status } = times(input);
    expect(status).toBe(1);
    expect(stderr).toContain(where);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a zone that does not exist ends it with code 1', () => {
    const { stderr, status } = times(said('三点'), { TZ_NAME: 'Mars/Olympus' });
    expect(status).toBe(1);
    expect(stderr).toContain('TZ_NAME');
  });
});
