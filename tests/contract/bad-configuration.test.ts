/** A server that is told something wrong says what, and leaves nothing behind. */
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Exit, ownFolder, runScript } from '../support/server-process.ts';

let folder: ReturnType<typeof ownFolder>;
beforeEach(() => {
  folder = ownFolder();
});
afterEach(() => folder.remove());

const start = (env: Record<string, string>): Promise<Exit> => runScript('start', folder.path, { env });

/** Ended with 1, said nothing on standard output, and made no folder and no file. */
function expectRefused({ code, stdout }: Exit, left: string[] = []): void {
  expect({ code, stdout, left: readdirSync(folder.path) }).toEqual({ code: 1, stdout: '', left });
}

/** Each test starts a process; a busy machine takes its time. */
const PATIENCE = { timeout: 90_000 };

describe('a bad environment', PATIENCE, () => {
  it('is named value by value, with what was expected of each', async () => {
    const exit = await start({
      PORT: '70000',
      HOST: 'not a host',
      ROLE: 'boss',
      LOG_LEVEL: 'loud',
      TZ_NAME: 'Mars/Base',
      DATABASE_URL: 'mysql://root@localhost/desk',
      REDIS_URL: 'localhost:6379',
      SENDER_LIMIT_PER_MINUTE: '-1',
      LLM_WHEN: 'sometimes',
    });
    expectRefused(exit);
    const told = [
      'HOST is "not a host"; expected an IP address or a host name',
      'PORT is "70000"; expected a whole number from 0 to 65535',
      'DATABASE_URL is "mysql://***@localhost/desk"; expected postgres://user:password@host:port/database',
      'REDIS_URL is "localhost:6379"; expected redis://host:port',
      'TZ_NAME is "Mars/Base"; expected an IANA zone such as Asia/Shanghai',
      'ROLE is "boss"; expected one of all, web, worker',
      'LOG_LEVEL is "loud"; expected one of trace, debug, info',
      'SENDER_LIMIT_PER_MINUTE is "-1"; expected a whole number from 1',
      'LLM_WHEN is "sometimes"; expected one of unsure, always, never',
    ];
    const lines = exit.stderr.trim().split('\n');
    expect(lines).toEqual(told.map((line) => expect.stringContaining(line)));
  });

  it('never shows a secret', async () => {
    const exit = await start({
      API_TOKENS: 'boss:zebra-crossing-token-1',
      DATABASE_URL: 'mysql://desk:open-sesame@db/desk',
    });
    expectRefused(exit);
    expect(exit.stderr).toContain('API_TOKENS is ');
    expect(exit.stderr).toContain('DATABASE_URL is ');
    expect(exit.stderr).not.toMatch(/zebra-crossing|open-sesame/);
  });

  it('with an address that others reach, but no tokens, starts nothing', async () => {
    const exit = await start({ HOST: '0.0.0.0' });
    expectRefused(exit);
    expect(exit.stderr).toContain('API_TOKENS is unset while HOST is "0.0.0.0"');
  });

  it('names a folder of articles that is not there', async () => {
    const exit = await start({ KNOWLEDGE_DIR: './no-such-folder' });
    expectRefused(exit);
    expect(exit.stderr).toContain('KNOWLEDGE_DIR is "./no-such-folder"; expected a folder that exists');
  });

  it('in .env is told as one in the environment is', async () => {
    writeFileSync(join(folder.path, '.env'), 'PORT=teapot\n');
    const exit = await start({});
    expectRefused(exit, ['.env']);
    expect(exit.stderr).toContain('PORT is "teapot"');
  });
});

describe('a bad profile', PATIENCE, () => {
  it('that is not there is named', async () => {
    const exit = await start({ PROFILE: 'nowhere' });
    expectRefused(exit);
    expect(exit.stderr).toContain('PROFILE is "nowhere"; expected a name under profiles/');
  });

  it('is told by file and by the place in it', async () => {
    writeFileSync(join(folder.path, 'mine.yaml'), 'id: mine\nname: 我的服务台\nteams: everybody\n');
    const exit = await start({ PROFILE: './mine.yaml' });
    expectRefused(exit, ['mine.yaml']);
    expect(exit.stderr).toMatch(/mine\.yaml: teams: .*array/);
  });
});

describe('a start that the world prevents', PATIENCE, () => {
  it('names a database that does not answer, without its password', async () => {
    const exit = await start({ DATABASE_URL: 'postgres://desk:open-sesame@127.0.0.1:1/desk' });
    expectRefused(exit);
    expect(exit.stderr).toContain('could not start');
    expect(exit.stderr).not.toContain('open-sesame');
  });

  it('names a port that is taken, and lets the data folder go', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const exit = await start({ PORT: String(port) });
    other.close();
    expect(exit).toMatchObject({ code: 1, stdout: '' });
    expect(exit.stderr).toContain(String(port));
    expect(readdirSync(join(folder.path, 'data'))).not.toContain('server.lock');
  });
});
