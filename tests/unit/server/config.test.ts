import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { VARIABLES } from '../../../server/config/variables.ts';
import { type Config, loadConfig, parseConfig } from '../../../server/config.ts';

function configOf(env: Record<string, string>): Config {
  const parsed = parseConfig(env);
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  return parsed.config;
}

function faultsOf(env: Record<string, string>): string[] {
  const parsed = parseConfig(env);
  return parsed.ok ? [] : parsed.faults;
}

const TOKEN = 'abcdefghij0123456789';

describe('without any setting', () => {
  it('serves on loopback with the embedded database, no channel and no model', () => {
    expect(configOf({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: './data',
      apiTokens: [],
      databaseUrl: null,
      redisUrl: null,
      profile: 'default',
      knowledgeDir: 'knowledge/content',
      zone: null,
      role: 'all',
      logLevel: 'info',
      publicUrl: null,
      limits: { senderPerMinute: 600, tokenPerMinute: 60_000 },
      dispatchGroups: null,
      llm: null,
      mail: null,
      feishu: null,
      telegram: null,
      wechat: null,
    });
  });

  it('takes empty and blank values as unset', () => {
    expect(configOf({ PORT: '', HOST: '  ', FEISHU_APP_ID: '', LLM_WHEN: ' ' })).toEqual(configOf({}));
  });
});

describe('settings', () => {
  it('reads tokens with their roles, several of one role among them', () => {
    const { apiTokens } = configOf({
      HOST: '0.0.0.0',
      API_TOKENS: `chat:${TOKEN}, admin:${TOKEN}x ,chat:${TOKEN}:y,`,
    });
    expect(apiTokens).toEqual([
      { role: 'chat', token: TOKEN },
      { role: 'admin', token: `${TOKEN}x` },
      { role: 'chat', token: `${TOKEN}:y` },
    ]);
  });

  it('reads dispatch groups of each channel, a Telegram topic among them', () => {
    const env = {
      DISPATCH_GROUPS: 'web:dispatch, telegram:-1001234567890/42,feishu:oc_abc,wechat:12345@chatroom',
      TELEGRAM_BOT_TOKEN: '1:a',
      FEISHU_APP_ID: 'cli_0123456789abcdef',
      FEISHU_APP_SECRET: 's',
      WECHATY_PUPPET: 'wechaty-puppet-mock',
    };
    expect(configOf(env).dispatchGroups).toEqual([
      { channel: 'web', chat: 'dispatch', kind: 'group' },
      { channel: 'telegram', chat: '-1001234567890', topic: '42', kind: 'group' },
      { channel: 'feishu', chat: 'oc_abc', kind: 'group' },
      { channel: 'wechat', chat: '12345@chatroom', kind: 'group' },
    ]);
  });

  it('keeps base addresses without a trailing slash', () => {
    const config = configOf({
      PUBLIC_URL: 'https://desk.example.org/',
      LLM_BASE_URL: 'http://gpu:8000/v1/',
      LLM_MODEL: 'm',
    });
    expect([config.publicUrl, config.llm?.baseUrl]).toEqual([
      'https://desk.example.org',
      'http://gpu:8000/v1',
    ]);
  });

  it('takes any free port, and a model for search alone', () => {
    expect(configOf({ PORT: '0' }).port).toBe(0);
    expect(configOf({ LLM_BASE_URL: 'http://gpu/v1', EMBEDDING_MODEL: 'e' }).llm).toMatchObject({
      model: null,
    });
  });
});

describe('a bad value is named with what it holds and what was expected', () => {
  it.each([
    ['PORT', 'abc', '"abc"', '0 to 65535'],
    ['PORT', '65536', '"65536"', '0 to 65535'],
    ['PORT', '-1', '"-1"', '0 to 65535'],
    ['HOST', 'no host', '"no host"', 'host name'],
    ['DATABASE_URL', 'mysql://h/db', '"mysql://h/db"', 'postgres://'],
    ['REDIS_URL', 'http://h', '"http://h"', 'redis://'],
    ['TZ_NAME', 'Asia/Peking', '"Asia/Peking"', 'IANA'],
    ['ROLE', 'both', '"both"', 'all, web, worker'],
    ['LOG_LEVEL', 'loud', '"loud"', 'info'],
    ['LLM_WHEN', 'sometimes', '"sometimes"', 'unsure, always, never'],
    ['LLM_TIMEOUT_MS', '4s', '"4s"', 'whole number'],
    ['SENDER_LIMIT_PER_MINUTE', '0', '"0"', '1 to'],
    ['PUBLIC_URL', 'desk.example.org', '"desk.example.org"', 'http'],
    ['FEISHU_MODE', 'poll', '"poll"', 'ws, webhook'],
    ['FEISHU_APP_ID', 'app', '"app"', 'cli_'],
    ['TELEGRAM_MODE', 'push', '"push"', 'polling, webhook'],
    ['WECHATY_PUPPET', 'A b', '"A b"', 'npm name'],
    ['DISPATCH_GROUPS', 'qq:1', '"qq:1"', 'feishu:oc_'],
    ['DISPATCH_GROUPS', 'telegram:abc', '"telegram:abc"', 'telegram:-100'],
  ])('%s=%s', (name, value, holds, expected) => {
    const [fault, ...more] = faultsOf({ [name]: value });
    expect(more).toEqual([]);
    expect(fault).toMatch(new RegExp(`^${name} is `));
    expect(fault).toContain(holds);
    expect(fault?.split('expected')[1]).toContain(expected);
  });

  it('reports all of them at once, one line each', () => {
    const faults = faultsOf({ PORT: 'a\nb', ROLE: 'x', LOG_LEVEL: 'y' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'ROLE', 'LOG_LEVEL']);
    expect(faults.join('')).not.toContain('\n');
  });

  it.each([
    ['a short token', { API_TOKENS: 'admin:tooshort' }, 'tooshort'],
    ['an unknown role', { API_TOKENS: `boss:${TOKEN}` }, TOKEN],
    ['a role and a token the wrong way round', { API_TOKENS: `${TOKEN}:admin` }, TOKEN],
    ['a token without a role', { API_TOKENS: TOKEN }, TOKEN],
    ['a password in a database address', { DATABASE_URL: 'mysql://u:s3cretpw@h/db' }, 's3cretpw'],
    ['a password in a half address', { REDIS_URL: 'u:s3cretpw@h' }, 's3cretpw'],
    ['a key in a query', { LLM_BASE_URL: 'gpu?key=s3cretpw' }, 's3cretpw'],
    ['a webhook secret', { TELEGRAM_WEBHOOK_SECRET: 's3cret pw' }, 's3cret'],
    ['a key with blanks', { LLM_API_KEY: 's3cret pw' }, 's3cret'],
  ])('shows nothing of %s', (_what, env, secret) => {
    const faults = faultsOf(env as Record<string, string>);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join()).not.toContain(secret);
  });

  it('refuses one token for two roles', () => {
    expect(faultsOf({ API_TOKENS: `chat:${TOKEN},admin:${TOKEN}` })[0]).toMatch(
      /^API_TOKENS is one token for chat and admin/,
    );
  });
});

describe('values that belong together', () => {
  const feishu = { FEISHU_APP_ID: 'cli_0123456789abcdef', FEISHU_APP_SECRET: 's' };
  it.each([
    ['API_TOKENS', { HOST: '0.0.0.0' }],
    ['API_TOKENS', { HOST: '::' }],
    ['LLM_MODEL', { LLM_BASE_URL: 'http://gpu/v1' }],
    ['LLM_BASE_URL', { LLM_MODEL: 'm' }],
    ['FEISHU_APP_SECRET', { FEISHU_APP_ID: feishu.FEISHU_APP_ID }],
    ['FEISHU_APP_ID', { FEISHU_APP_SECRET: 's' }],
    ['FEISHU_APP_ID', { ...feishu, FEISHU_APP_ID: 'cli_short' }],
    ['FEISHU_ENCRYPT_KEY', { ...feishu, FEISHU_MODE: 'webhook', FEISHU_VERIFICATION_TOKEN: 'v' }],
    ['FEISHU_VERIFICATION_TOKEN', { ...feishu, FEISHU_MODE: 'webhook', FEISHU_ENCRYPT_KEY: 'e' }],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_MODE: 'webhook' }],
    ['WECHATY_PUPPET_SERVICE_TOKEN', { WECHATY_PUPPET: 'wechaty-puppet-service' }],
    ['ROLE', { WECHATY_PUPPET: 'wechaty-puppet-mock', ROLE: 'worker' }],
    ['TELEGRAM_BOT_TOKEN', { DISPATCH_GROUPS: 'telegram:-1001' }],
  ])('%s is missed in %o', (name, env) => {
    const faults = faultsOf(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} is .*expected `));
  });

  it.each(['127.0.0.1', '127.0.0.2', '::1', 'localhost'])('%s needs no tokens', (HOST) => {
    expect(faultsOf({ HOST })).toEqual([]);
  });

  it('blames a bad value once', () => {
    expect(faultsOf({ HOST: '0.0.0.0', API_TOKENS: 'admin:short' })).toHaveLength(1);
  });
});

describe('the .env file', () => {
  const folders: string[] = [];
  function folderWith(text: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'config-'));
    folders.push(folder);
    writeFileSync(join(folder, '.env'), text);
    return folder;
  }
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('is read, and the environment wins unless it is empty there', () => {
    const folder = folderWith('PORT=4000\nHOST=::1\nLOG_LEVEL=warn # quieter\n');
    const parsed = loadConfig({ PORT: '5000', HOST: '' }, folder);
    expect(parsed).toMatchObject({ ok: true, config: { port: 5000, host: '::1', logLevel: 'warn' } });
  });

  it('may be absent', () => {
    expect(loadConfig({}, tmpdir())).toMatchObject({ ok: true, config: { port: 3000 } });
  });

  it('names a knowledge folder that is not there', () => {
    expect(loadConfig({ KNOWLEDGE_DIR: 'no/such' }, tmpdir())).toEqual({
      ok: false,
      faults: ['KNOWLEDGE_DIR is "no/such"; expected a folder that exists'],
    });
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const example = parseEnv(text);

  it('names every setting, each with a comment above its part, and no other', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(VARIABLES).sort());
  });

  it('shows the defaults, so that copying it changes nothing', () => {
    expect(parseConfig(example)).toEqual(parseConfig({}));
    for (const [name, variable] of Object.entries(VARIABLES))
      if (typeof variable.fallback !== 'object') expect(example[name], name).toBe(String(variable.fallback));
  });
});

describe('docs/configuration.md', () => {
  const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');

  it.each(Object.keys(VARIABLES))('tells about %s', (name) => {
    expect(page).toContain(`\`${name}\``);
  });
});
