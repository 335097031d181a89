/** What a failed call means. Telegram has one code, 400, for most refusals: only its description tells them apart. */
import { GrammyError, HttpError } from 'grammy';

export type FailureKind =
  /** 429: `afterMs` is when to come back. */
  | 'flood'
  /** 401 or 404: the token is not, or no longer, a bot's. */
  | 'token'
  /** 409: somebody else polls, or a webhook is set. */
  | 'conflict'
  /** Nobody was reached: it surely did not arrive. */
  | 'away'
  /** The network, or 5xx: perhaps it arrived, perhaps not. */
  | 'unreachable'
  /** It was given up before it was sent: the desk's own pacing held it back. */
  | 'held_back'
  /** The message is already what it should become. */
  | 'unchanged'
  /** The message that should change is gone, or can't be changed. */
  | 'message_gone'
  /** The topic is gone. */
  | 'topic_gone'
  /** The group became a supergroup: `movedTo` is its new number. */
  | 'moved'
  /** Never going to work. */
  | 'refused';

export interface Failure {
  kind: FailureKind;
  /** For an operator: the method and Telegram's own words; no token, and nothing that a person wrote. */
  text: string;
  afterMs?: number;
  movedTo?: string;
}

/** Where there was no connection, nothing was sent. */
const BEFORE_A_CONNECTION: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) return refusalOf(error);
  if (error instanceof HttpError) {
    const cause = causeOf(error.error);
    const kind = BEFORE_A_CONNECTION.has(cause) ? 'away' : 'unreachable';
    return { kind, text: `${error.message} ${cause}`.trim() };
  }
  if (error instanceof Error && error.name === 'AbortError') return { kind: 'held_back', text: 'held back' };
  return { kind: 'unreachable', text: causeOf(error) };
}

function refusalOf({ method, error_code: code, description, parameters }: GrammyError): Failure {
  const text = `${method}: ${code} ${description}`;
  const { retry_after: after, migrate_to_chat_id: movedTo } = parameters;
  if (code === 429) return { kind: 'flood', text, ...(after === undefined ? {} : { afterMs: after * 1000 }) };
  if (code >= 500) return { kind: 'unreachable', text };
  if (code === 401 || code === 404) return { kind: 'token', text };
  if (code === 409) return { kind: 'conflict', text };
  if (movedTo !== undefined) return { kind: 'moved', text, movedTo: String(movedTo) };
  const found = DESCRIBED.find(([pattern]) => pattern.test(description));
  return { kind: found?.[1] ?? 'refused', text };
}

const DESCRIBED: readonly [RegExp, FailureKind][] = [
  [/message is not modified/i, 'unchanged'],
  [
    /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|message identifier/i,
    'message_gone',
  ],
  [/message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/i, 'topic_gone'],
];

/** A code where there is one: messages of network errors may hold the address, and with it the token. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { cause } = error;
  const code = codeOf(error) ?? codeOf(cause);
  return code ?? error.name;
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
