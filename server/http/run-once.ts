/** Carries out a request once a key, in the same transaction as its effects. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problems.ts';
import type { Db, Trx } from '../store/database.ts';
import { claimKey, keepAnswer } from '../store/idempotency.ts';

const LONGEST_KEY = 255;

/** The same value gives the same text, in whatever order its keys were written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${entries.join(',')}}`;
}

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && key.length >= 1 && key.length <= LONGEST_KEY) return key;
  const message = `1 to ${LONGEST_KEY} characters`;
  throw new ProblemError('invalid', { errors: [{ path: 'Idempotency-Key', message }] });
}

/**
 * Does `work` in one transaction. With an `Idempotency-Key` that this caller used at this address before, the answer of
 * that time comes again (`replayed`); with another body it is refused. A refused or failed request leaves its key free.
 */
export async function runOnce<T>(
  db: Db,
  request: FastifyRequest,
  now: number,
  work: (trx: Trx) => Promise<T>,
): Promise<{ response: T; replayed: boolean }> {
  const key = keyOf(request);
  return db.transaction().execute(async (trx) => {
    if (key === null) return { response: await work(trx), replayed: false };
    const scope = `${request.caller?.id} ${request.method} ${request.url.split('?')[0]}`;
    const bodyHash = createHash('sha256').update(canonical(request.body)).digest('hex');
    const answered = await claimKey(trx, { scope, key, bodyHash, now });
    if (answered === null) {
      const response = await work(trx);
      await keepAnswer(trx, scope, key, response);
      return { response, replayed: false };
    }
    if (answered.bodyHash !== bodyHash) throw new ProblemError('key_reused');
    return { response: answered.response as T, replayed: true };
  });
}
