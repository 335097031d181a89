/** Values that only make sense together. A value that is itself at fault is absent here and is not blamed twice. */
import type { Values } from './variables.ts';

type Known = Partial<Values>;

/** One line a fault, in the form of the single checks. */
export function checkTogether(values: Known): string[] {
  return [
    ...checkTokens(values),
    ...checkModel(values),
    ...checkFeishu(values),
    ...checkTelegram(values),
    ...checkWechat(values),
    ...checkMail(values),
    ...checkDispatchGroups(values),
  ];
}

/** True for 127.0.0.0/8, ::1 and localhost. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function missing(name: string, because: string, expected: string): string {
  return `${name} is unset while ${because}; expected ${expected}`;
}

function checkTokens({ HOST, API_TOKENS }: Known): string[] {
  if (HOST === undefined || API_TOKENS === undefined || isLoopback(HOST) || API_TOKENS.length > 0) return [];
  const expected = 'ROLE:TOKEN, or a HOST that is loopback (127.0.0.1)';
  return [missing('API_TOKENS', `HOST is ${JSON.stringify(HOST)}`, expected)];
}

function checkModel({ LLM_BASE_URL, LLM_API_KEY, LLM_MODEL, EMBEDDING_MODEL }: Known): string[] {
  if (LLM_BASE_URL && LLM_MODEL === null && EMBEDDING_MODEL === null)
    return [missing('LLM_MODEL', 'LLM_BASE_URL is set', 'the name of a model (or EMBEDDING_MODEL alone)')];
  if (LLM_BASE_URL !== null) return [];
  const named = LLM_MODEL
    ? 'LLM_MODEL'
    : EMBEDDING_MODEL
      ? 'EMBEDDING_MODEL'
      : LLM_API_KEY
        ? 'LLM_API_KEY'
        : null;
  return named
    ? [missing('LLM_BASE_URL', `${named} is set`, 'the address of an OpenAI-compatible endpoint')]
    : [];
}

function checkFeishu(values: Known): string[] {
  const { FEISHU_APP_ID: id, FEISHU_APP_SECRET: secret, FEISHU_MODE: mode } = values;
  if (id && secret === null)
    return [missing('FEISHU_APP_SECRET', 'FEISHU_APP_ID is set', "the app's secret")];
  if (secret && id === null) return [missing('FEISHU_APP_ID', 'FEISHU_APP_SECRET is set', "the app's id")];
  if (!id) return [];
  // The SDK's long connection refuses any other id, and only logs that it did.
  if (mode === 'ws' && !/^cli_[0-9a-fA-F]{16}$/.test(id))
    return [
      `FEISHU_APP_ID is ${JSON.stringify(id)}; expected cli_ and 16 hexadecimal digits (FEISHU_MODE=ws)`,
    ];
  if (mode !== 'webhook') return [];
  return (['FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'] as const)
    .filter((name) => values[name] === null)
    .map((name) => missing(name, 'FEISHU_MODE is "webhook"', "the app's own, from its event settings"));
}

function checkTelegram(values: Known): string[] {
  const { TELEGRAM_BOT_TOKEN, TELEGRAM_MODE, TELEGRAM_WEBHOOK_SECRET } = values;
  if (!TELEGRAM_BOT_TOKEN || TELEGRAM_MODE !== 'webhook' || TELEGRAM_WEBHOOK_SECRET !== null) return [];
  return [missing('TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_MODE is "webhook"', '1 to 256 of A-Z a-z 0-9 _ -')];
}

function checkWechat({ WECHATY_PUPPET, WECHATY_PUPPET_SERVICE_TOKEN, ROLE }: Known): string[] {
  // A login lives in one process: that which receives has to be that which sends.
  if (WECHATY_PUPPET && ROLE !== undefined && ROLE !== 'all')
    return [`ROLE is ${JSON.stringify(ROLE)} while WECHATY_PUPPET is set; expected all`];
  if (WECHATY_PUPPET !== 'wechaty-puppet-service' || WECHATY_PUPPET_SERVICE_TOKEN !== null) return [];
  return [missing('WECHATY_PUPPET_SERVICE_TOKEN', 'WECHATY_PUPPET is "wechaty-puppet-service"', 'its token')];
}

function checkMail({ SMTP_URL, MAIL_FROM }: Known): string[] {
  if (SMTP_URL && MAIL_FROM === null)
    return [missing('MAIL_FROM', 'SMTP_URL is set', 'the address that letters are from')];
  if (MAIL_FROM && SMTP_URL === null)
    return [missing('SMTP_URL', 'MAIL_FROM is set', 'smtp://user:password@host:port')];
  return [];
}

const SWITCHED_ON_BY = {
  feishu: 'FEISHU_APP_ID',
  telegram: 'TELEGRAM_BOT_TOKEN',
  wechat: 'WECHATY_PUPPET',
} as const;

/** A group of a channel that is off would never hear of a ticket. */
function checkDispatchGroups(values: Known): string[] {
  const off = (Object.keys(SWITCHED_ON_BY) as (keyof typeof SWITCHED_ON_BY)[]).filter(
    (channel) =>
      values[SWITCHED_ON_BY[channel]] === null &&
      values.DISPATCH_GROUPS?.some((group) => group.channel === channel),
  );
  return off.map((channel) =>
    missing(SWITCHED_ON_BY[channel], `DISPATCH_GROUPS names a ${channel} group`, 'the channel to be on'),
  );
}
