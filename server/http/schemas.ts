/** Parts that the routes' schemas share. */
import { z } from 'zod';
import { text } from '../desk/fields.ts';
import { fromCursor } from '../paging.ts';
import { PROBLEMS, Problem, type ProblemCode, ProblemError, problem } from '../problems.ts';

/** Shown once in the API's description, with an example of every code. */
const ProblemAnswer = Problem.loose().meta({
  id: 'Problem',
  examples: (Object.keys(PROBLEMS) as ProblemCode[]).map((code) => problem(code)),
});

/** The answers with a problem that a route may give, for its description. */
export function problemResponses(...codes: ProblemCode[]) {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((code) => `${PROBLEMS[code].title} (${code})`).join('; '),
        content: { 'application/problem+json': { schema: ProblemAnswer } },
      },
    ]),
  );
}

/** What every guarded route may answer with. */
export const GUARDED: ProblemCode[] = ['unauthorized', 'forbidden', 'too_many', 'internal', 'unavailable'];

/** What every guarded route that takes a body may answer with besides. */
export const WRITING: ProblemCode[] = [
  'malformed_json',
  'invalid',
  'too_large',
  'unsupported_media_type',
  'key_reused',
  ...GUARDED,
];

/** An empty parameter (`?status=`) narrows nothing: it is as good as absent. */
export function orEmpty<T extends z.ZodType>(schema: T) {
  return z.union([z.literal('').transform(() => undefined), schema]).optional();
}

/** A comma-separated list (`new,assigned`). */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value),
    z.array(item).min(1),
  );
}

export const limit = z.coerce.number().int().min(1).max(200);
export const DEFAULT_LIMIT = 50;

export const numberParams = z.object({ number: z.string() });

export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .meta({ description: '1 to 255 characters. The same key again has its effects once.' }),
});

/** Beside every action: the version that the caller saw, and who presses, where it is not the token itself. */
export const beside = z.object({
  version: z.int().min(1).optional(),
  actor: text(100).optional(),
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A cursor that is none of ours is refused, not taken for the beginning. */
export function beforeIdOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const id = fromCursor(cursor);
  if (id !== null) return id;
  const message = 'the nextCursor of an earlier page';
  throw new ProblemError('invalid', { errors: [{ path: 'cursor', message }] });
}
