/** Which failures are the database's absence, to be tried again, and not a fault of ours. */

// https://www.postgresql.org/docs/current/errcodes-appendix.html: classes 08 (connection), 57P (shutdown, starting),
// 53 (no resources), 40 (deadlock, serialization)
const AWAY_SQLSTATE = /^(?:08...|57P..|53...|40001|40P01)$/;
const AWAY_SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);
// pg gives these no code
const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** True where the same request may succeed later, unchanged. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return AWAY_SQLSTATE.test(code) || AWAY_SYSTEM.has(code);
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return AWAY_MESSAGE.test(error.message);
}
