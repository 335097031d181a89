/** The log: fixed event names and ids; never what people wrote, their telephone numbers or tokens. */
import { type Logger, pino } from 'pino';

const REDACTED = [
  'token',
  '*.token',
  'authorization',
  '*.authorization',
  'cookie',
  '*.cookie',
  'password',
  '*.password',
  'phone',
  '*.phone',
  'text',
  '*.text',
  'req.headers.authorization',
  'req.headers.cookie',
];

/** Writes to standard error, so that standard output holds what a person at the shell should read. */
export function createLog(level: string): Logger {
  return pino(
    { level, redact: { paths: REDACTED, censor: '[redacted]' } },
    pino.destination({ dest: 2, sync: false }),
  );
}
