import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const KB = fileURLToPath(new URL('../../../server/cli/kb.ts', import.meta.url));
const ENTRY = `---\nid: jam\ntitle: 打印机卡纸\nkind: article\ncategory: printing\ntags: [打印机]\nupdated: 2026-10-12\n---\n1. 关机。\n`;

describe('kb', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kb-'));
    writeFileSync(join(folder, 'jam.md'), ENTRY);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const kb = (args: string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [KB, ...args], {
      input,
      encoding: 'utf8',
      cwd: folder,
    });
    return { status, stdout, stderr };
  };

  it('search prints one record a line, in order, for blank lines too', () => {
    const { status, stdout } = kb(
      ['search', '--folder', folder, '--top', '10'],
      '打印机卡纸了\n\n今天食堂吃什么\n',
    );
    expect(status).toBe(0);
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records).toEqual([
      { query: '打印机卡纸了', answered: true, results: [{ id: 'jam', score: expect.any(Number) }] },
      { query: '', answered: false, results: [] },
      { query: '今天食堂吃什么', answered: false, results: expect.any(Array) },
    ]);
  });

  it('check is content with a good folder', () => {
    expect(kb(['check', folder])).toMatchObject({ status: 0, stdout: '' });
  });

  it('check names file, line and fault of every bad entry, and exits with 1', () => {
    const bad = mkdtempSync(join(tmpdir(), 'kb-bad-'));
    writeFileSync(join(bad, 'a.md'), ENTRY.replace('printing', 'printers'));
    writeFileSync(join(bad, 'b.md'), ENTRY.replace('2026-10-12', '2026-13-01'));
    const { status, stdout } = kb(['check', bad]);
    rmSync(bad, { recursive: true });
    expect(status).toBe(1);
    expect(stdout).toContain('a.md:5: error: found category: printers; expected one of computer, printing');
    expect(stdout).toContain('b.md:7: error: found updated: 2026-13-01; expected a date of the calendar');
  });

  it.each([
    [['search', '--folder', '/nowhere/at/all'], 'cannot read /nowhere/at/all: ENOENT'],
    [['search', '--folder', '.', '--top', '0'], '--top 0: expected a whole number from 1'],
    [['search'], 'usage:'],
    [['check'], 'usage:'],
    [['frobnicate'], 'usage:'],
    [['check', '--colour', 'red'], 'usage:'],
  ])('%j is refused with one line', (args, message) => {
    const { status, stdout, stderr } = kb(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
