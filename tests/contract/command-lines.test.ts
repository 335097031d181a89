/** `npm run migrate` and `npm run chat`, as somebody at a shell runs them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onPostgres } from '../support/database.ts';
import { ownFolder, ownStorage, runScript } from '../support/server-process.ts';

const PATIENCE = { timeout: 90_000 };

let folder: ReturnType<typeof ownFolder>;
let storage: Awaited<ReturnType<typeof ownStorage>>;
beforeEach(async () => {
  folder = ownFolder();
  storage = await ownStorage();
});
afterEach(async () => {
  await storage.drop();
  folder.remove();
});

describe('npm run migrate', PATIENCE, () => {
  const migrate = (env = storage.env) => runScript('migrate', folder.path, { env });

  it('brings an empty database to the newest schema, and then finds nothing to do', async () => {
    expect(await migrate()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^migrated: 001-ground/),
    });
    expect(await migrate()).toMatchObject({ code: 0, stdout: 'nothing to migrate\n' });
    expect(existsSync(join(folder.path, 'data', 'server.lock'))).toBe(false);
  });

  it('names a bad value and makes nothing', async () => {
    const exit = await migrate({ DATABASE_URL: 'file:desk.db' });
    expect(exit).toMatchObject({ code: 1, stdout: '' });
    expect(exit.stderr).toContain('DATABASE_URL is ');
    expect(existsSync(join(folder.path, 'data'))).toBe(false);
  });

  it('of two at once does the work once', async () => {
    const exits = await Promise.all([migrate(), migrate()]);
    const done = exits.filter(({ stdout }) => stdout.startsWith('migrated: 001-ground'));
    expect(done).toHaveLength(1);
    const other = exits.find((exit) => !done.includes(exit));
    // The embedded database has one user at a time; a server's migrations wait for each other.
    if (onPostgres) expect(other).toMatchObject({ code: 0, stdout: 'nothing to migrate\n' });
    else
      expect(other).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^DATA_DIR .* (?:in use|taken)/),
      });
  });
});

describe('npm run chat', PATIENCE, () => {
  const chat = (...lines: string[]) =>
    runScript('chat', folder.path, { env: storage.env, input: `${lines.join('\n')}\n` });

  it('takes a fault to a ticket, a card and an engineer, line by line', async () => {
    const { code, stdout } = await chat(
      '三楼302打印机卡纸了',
      '没解决',
      '8012',
      '提交',
      '# 接单 1',
      '我报的那个修到哪儿了',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/【打印机卡纸怎么处理】[\s\S]*1\. 已解决[\s\S]*2\. 没解决/);
    const number = /T\d{8}-0001/.exec(stdout)?.[0];
    expect(number).toBeDefined();
    expect(stdout).toMatch(/派单群[\s\S]*1\. 接单[\s\S]*2\. 转派[\s\S]*3\. 挂起[\s\S]*4\. 完成/);
  });

  it('answers in English one who writes English', async () => {
    const { code, stdout } = await chat('The printer in room 302 is jammed', 'cancel');
    expect(code).toBe(0);
    const answers = stdout.split('\n').filter((line) => !line.startsWith('我：'));
    expect(answers.join('\n')).toMatch(/[A-Za-z]{3,} [a-z]{2,}/);
  });
});
