/** The environment, read once at start and checked whole: everything else gets a `Config`, never `process.env`. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { Address } from '../bot/types.ts';
import { type ApiToken, ROLES, type Role } from './config/api-tokens.ts';
import { checkTogether } from './config/cross-checks.ts';
import type { Fault, Read } from './config/read.ts';
import { VARIABLES, type Values, type Variable, type VariableName } from './config/variables.ts';

export { type ApiToken, ROLES, type Role };

/** What the server runs with. A channel, model or database that is not configured is null. */
export interface Config {
  host: string;
  /** 0: any free port. */
  port: number;
  dataDir: string;
  /** Empty only on a loopback host: the server then makes its own admin token. */
  apiTokens: ApiToken[];
  /** Null: PGlite in `dataDir`. */
  databaseUrl: string | null;
  /** Null: in process. */
  redisUrl: string | null;
  /** A name under profiles/, or a path. */
  profile: string;
  knowledgeDir: string;
  /** IANA name that stands in the place of the profile's own zone; null: the profile's. */
  zone: string | null;
  role: 'all' | 'web' | 'worker';
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Without a trailing slash. */
  publicUrl: string | null;
  limits: { senderPerMinute: number; tokenPerMinute: number };
  /** Null: the profile's. */
  dispatchGroups: Address[] | null;
  llm: LlmConfig | null;
  feishu: FeishuConfig | null;
  telegram: TelegramConfig | null;
  wechat: { puppet: string; serviceToken: string | null } | null;
  mail: MailConfig | null;
}

/** An OpenAI-compatible endpoint; `model` and `embeddingModel` are not both null. */
export interface LlmConfig {
  baseUrl: string;
  apiKey: string | null;
  model: string | null;
  embeddingModel: string | null;
  when: 'unsure' | 'always' | 'never';
  timeoutMs: number;
  /** Tokens a day of the desk; 0: no limit. */
  dailyTokens: number;
}

/** In `webhook` mode both keys are there. */
export interface FeishuConfig {
  appId: string;
  appSecret: string;
  encryptKey: string | null;
  verificationToken: string | null;
  mode: 'ws' | 'webhook';
  baseUrl: string;
}

/** Where letters are handed over, and who they are from. */
export interface MailConfig {
  url: string;
  from: string;
}

/** In `webhook` mode the secret is there. */
export interface TelegramConfig {
  botToken: string;
  mode: 'polling' | 'webhook';
  webhookSecret: string | null;
  apiRoot: string;
}

export type ParsedConfig = { ok: true; config: Config } | { ok: false; faults: string[] };

/**
 * Checks every value and how they fit together. Empty is unset. Each fault is one line: the name, what it holds (with
 * secrets masked), what was expected.
 */
export function parseConfig(env: Record<string, string | undefined>): ParsedConfig {
  const faults: string[] = [];
  const values: Partial<Record<VariableName, unknown>> = {};
  for (const name of Object.keys(VARIABLES) as VariableName[]) {
    const variable: Variable<unknown> = VARIABLES[name];
    const text = env[name]?.trim() ?? '';
    const read: Read<unknown> = text === '' ? { ok: true, value: variable.fallback } : variable.read(text);
    if (read.ok) values[name] = read.value;
    else faults.push(...read.faults.map((fault) => faultLine(name, variable, text, fault)));
  }
  faults.push(...checkTogether(values as Partial<Values>));
  return faults.length === 0 ? { ok: true, config: toConfig(values as Values) } : { ok: false, faults };
}

/** Reads `.env` of the folder under the environment given (what is set there wins), and checks it all. */
export function loadConfig(
  env: Record<string, string | undefined> = process.env,
  cwd = process.cwd(),
): ParsedConfig {
  const file = readEnvFile(join(cwd, '.env'));
  if (!file.ok) return { ok: false, faults: file.faults.map((fault) => `.env: expected ${fault.expected}`) };
  const merged: Record<string, string | undefined> = { ...file.value };
  for (const [name, value] of Object.entries(env)) if (value?.trim()) merged[name] = value;
  const parsed = parseConfig(merged);
  const folder = parsed.ok && merged.KNOWLEDGE_DIR?.trim() ? parsed.config.knowledgeDir : null;
  if (folder === null || isFolder(resolve(cwd, folder))) return parsed;
  return { ok: false, faults: [`KNOWLEDGE_DIR is ${show(folder)}; expected a folder that exists`] };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function readEnvFile(path: string): Read<Record<string, string | undefined>> {
  if (!existsSync(path)) return { ok: true, value: {} };
  try {
    return { ok: true, value: parseEnv(readFileSync(path, 'utf8')) };
  } catch (error) {
    return { ok: false, faults: [{ expected: `a file that can be read (${(error as Error).message})` }] };
  }
}

function faultLine(name: string, variable: Variable<unknown>, text: string, fault: Fault): string {
  return `${name} is ${fault.holds ?? masked(variable, text)}; expected ${fault.expected}`;
}

function masked(variable: Variable<unknown>, text: string): string {
  if (variable.secret === 'all') return `*** (${text.length} characters)`;
  if (variable.secret !== 'credentials') return show(text);
  const withoutQuery = text.replace(/[?#].*$/s, '?***');
  return show(withoutQuery.replace(/^([a-z][a-z0-9+.-]*:\/{0,2})?.*@/is, '$1***@'));
}

/** One line, whatever the value is. */
function show(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

function toConfig(values: Values): Config {
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: values.DATA_DIR,
    apiTokens: values.API_TOKENS,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    profile: values.PROFILE,
    knowledgeDir: values.KNOWLEDGE_DIR,
    zone: values.TZ_NAME,
    role: values.ROLE,
    logLevel: values.LOG_LEVEL,
    publicUrl: values.PUBLIC_URL,
    limits: {
      senderPerMinute: values.SENDER_LIMIT_PER_MINUTE,
      tokenPerMinute: values.TOKEN_LIMIT_PER_MINUTE,
    },
    dispatchGroups: values.DISPATCH_GROUPS,
    llm: llmConfig(values),
    feishu: feishuConfig(values),
    telegram: telegramConfig(values),
    wechat:
      values.WECHATY_PUPPET === null
        ? null
        : { puppet: values.WECHATY_PUPPET, serviceToken: values.WECHATY_PUPPET_SERVICE_TOKEN },
    mail: mailConfig(values),
  };
}

function llmConfig(values: Values): LlmConfig | null {
  if (values.LLM_BASE_URL === null) return null;
  return {
    baseUrl: values.LLM_BASE_URL,
    apiKey: values.LLM_API_KEY,
    model: values.LLM_MODEL,
    embeddingModel: values.EMBEDDING_MODEL,
    when: values.LLM_WHEN,
    timeoutMs: values.LLM_TIMEOUT_MS,
    dailyTokens: values.LLM_DAILY_TOKENS,
  };
}

function feishuConfig(values: Values): FeishuConfig | null {
  if (values.FEISHU_APP_ID === null || values.FEISHU_APP_SECRET === null) return null;
  return {
    appId: values.FEISHU_APP_ID,
    appSecret: values.FEISHU_APP_SECRET,
    encryptKey: values.FEISHU_ENCRYPT_KEY,
    verificationToken: values.FEISHU_VERIFICATION_TOKEN,
    mode: values.FEISHU_MODE,
    baseUrl: values.FEISHU_BASE_URL,
  };
}

function mailConfig(values: Values): MailConfig | null {
  if (values.SMTP_URL === null || values.MAIL_FROM === null) return null;
  return { url: values.SMTP_URL, from: values.MAIL_FROM };
}

function telegramConfig(values: Values): TelegramConfig | null {
  if (values.TELEGRAM_BOT_TOKEN === null) return null;
  return {
    botToken: values.TELEGRAM_BOT_TOKEN,
    mode: values.TELEGRAM_MODE,
    webhookSecret: values.TELEGRAM_WEBHOOK_SECRET,
    apiRoot: values.TELEGRAM_API_ROOT,
  };
}
