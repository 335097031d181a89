/**
 * Every name the server reads from its environment: how its text is read, what stands when it is unset, and what to
 * tell the person who set it wrongly. `.env.example` is held to this table by a test.
 */
import type { Address } from '../../bot/types.ts';
import { isZone } from '../desk/zone-days.ts';
import { type ApiToken, readApiTokens } from './api-tokens.ts';
import { readDispatchGroups } from './dispatch-groups.ts';
import type { Read } from './read.ts';

export interface Variable<T> {
  read(text: string): Read<T>;
  /** The value when unset. */
  fallback: T;
  /** `all`: never shown; `credentials`: an address whose user part and query are never shown. */
  secret?: 'all' | 'credentials';
}

function pattern(expected: string, regex: RegExp) {
  return (text: string): Read<string> =>
    regex.test(text) ? { ok: true, value: text } : { ok: false, faults: [{ expected }] };
}

function text(fallback: string, expected: string, regex: RegExp): Variable<string> {
  return { fallback, read: pattern(expected, regex) };
}

function optionalText(expected: string, regex: RegExp): Variable<string | null> {
  return { fallback: null, read: pattern(expected, regex) };
}

function secretText(expected: string, regex: RegExp): Variable<string | null> {
  return { ...optionalText(expected, regex), secret: 'all' };
}

function wholeNumber(fallback: number, least: number, most: number): Variable<number> {
  return {
    fallback,
    read(value) {
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return { ok: true, value: number };
      return { ok: false, faults: [{ expected: `a whole number from ${least} to ${most}` }] };
    },
  };
}

function oneOf<const T extends string>(fallback: T, choices: readonly T[]): Variable<T> {
  return {
    fallback,
    read(value) {
      const choice = choices.find((candidate) => candidate === value);
      if (choice !== undefined) return { ok: true, value: choice };
      return { ok: false, faults: [{ expected: `one of ${choices.join(', ')}` }] };
    },
  };
}

function address(schemes: readonly string[], expected: string) {
  return (value: string): Read<string> => {
    const url = URL.canParse(value) ? new URL(value) : null;
    const good = url !== null && schemes.includes(url.protocol) && /^[a-z]+:\/\//i.test(value);
    return good ? { ok: true, value } : { ok: false, faults: [{ expected }] };
  };
}

/** A base address, kept without a trailing slash so that paths can be appended to it. */
function webAddress<T extends string | null>(fallback: T): Variable<string | T> {
  const read = address(['http:', 'https:'], 'an http:// or https:// address');
  return {
    fallback,
    secret: 'credentials',
    read(value) {
      const result = read(value);
      return result.ok ? { ok: true, value: result.value.replace(/\/+$/, '') } : result;
    },
  };
}

const zone: Variable<string | null> = {
  fallback: null,
  read: (value) =>
    isZone(value)
      ? { ok: true, value }
      : { ok: false, faults: [{ expected: 'an IANA zone such as Asia/Shanghai' }] },
};

const apiTokens: Variable<ApiToken[]> = { fallback: [], secret: 'all', read: readApiTokens };

const anything = /./s;
const visible = /^[\x21-\x7e]+$/;

export const VARIABLES = {
  HOST: text('127.0.0.1', 'an IP address or a host name', /^[A-Za-z0-9.:_%-]+$/),
  PORT: wholeNumber(3000, 0, 65_535),
  DATA_DIR: text('./data', 'a folder', anything),
  API_TOKENS: apiTokens,
  DATABASE_URL: {
    fallback: null,
    secret: 'credentials',
    read: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:port/database'),
  } as Variable<string | null>,
  REDIS_URL: {
    fallback: null,
    secret: 'credentials',
    read: address(['redis:', 'rediss:'], 'redis://host:port or rediss://host:port'),
  } as Variable<string | null>,
  PROFILE: text('default', 'a name under profiles/, or the path of a YAML file', anything),
  KNOWLEDGE_DIR: text('knowledge/content', 'a folder', anything),
  TZ_NAME: zone,
  ROLE: oneOf('all', ['all', 'web', 'worker']),
  LOG_LEVEL: oneOf('info', ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
  PUBLIC_URL: webAddress(null),
  SENDER_LIMIT_PER_MINUTE: wholeNumber(600, 1, 1_000_000),
  TOKEN_LIMIT_PER_MINUTE: wholeNumber(60_000, 1, 100_000_000),
  DISPATCH_GROUPS: { fallback: null, read: readDispatchGroups } as Variable<Address[] | null>,
  LLM_BASE_URL: webAddress(null),
  LLM_API_KEY: secretText('a key without blanks', visible),
  LLM_MODEL: optionalText('the name of a model', anything),
  EMBEDDING_MODEL: optionalText('the name of a model', anything),
  LLM_WHEN: oneOf('unsure', ['unsure', 'always', 'never']),
  LLM_TIMEOUT_MS: wholeNumber(4000, 100, 120_000),
  LLM_DAILY_TOKENS: wholeNumber(2_000_000, 0, 999_999_999),
  FEISHU_APP_ID: optionalText('an app id such as cli_0123456789abcdef', /^cli_[A-Za-z0-9]+$/),
  FEISHU_APP_SECRET: secretText('a secret without blanks', visible),
  FEISHU_ENCRYPT_KEY: secretText('a key without blanks', visible),
  FEISHU_VERIFICATION_TOKEN: secretText('a token without blanks', visible),
  FEISHU_MODE: oneOf('ws', ['ws', 'webhook']),
  FEISHU_BASE_URL: webAddress('https://open.feishu.cn'),
  TELEGRAM_BOT_TOKEN: secretText('a token without blanks or slashes', /^[\x21-\x2e\x30-\x7e]+$/),
  TELEGRAM_MODE: oneOf('polling', ['polling', 'webhook']),
  // https://core.telegram.org/bots/api#setwebhook: 1-256 characters of A-Z, a-z, 0-9, _ and -
  TELEGRAM_WEBHOOK_SECRET: secretText('1 to 256 of A-Z a-z 0-9 _ -', /^[A-Za-z0-9_-]{1,256}$/),
  TELEGRAM_API_ROOT: webAddress('https://api.telegram.org'),
  WECHATY_PUPPET: optionalText(
    'the npm name of a puppet, such as wechaty-puppet-service',
    /^(?:@[a-z0-9._-]+\/)?[a-z0-9._-]+$/,
  ),
  WECHATY_PUPPET_SERVICE_TOKEN: secretText('a token without blanks', visible),
  SMTP_URL: {
    fallback: null,
    secret: 'credentials',
    read: address(['smtp:', 'smtps:'], 'smtp://user:password@host:port or smtps://…'),
  } as Variable<string | null>,
  MAIL_FROM: optionalText(
    'an address such as desk@example.cn, or 服务台 <desk@example.cn>',
    /^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
  ),
};

export type VariableName = keyof typeof VARIABLES;
export type Values = { [Name in VariableName]: (typeof VARIABLES)[Name]['fallback'] };
