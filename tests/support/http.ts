/** The HTTP server over a test desk and database, called without a port. */
import type { FastifyInstance, InjectOptions } from 'fastify';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Understand } from '../../bot/types.ts';
import { createUnderstanding } from '../../bot/understand/index.ts';
import type { Role } from '../../server/config.ts';
import { buildHttp, type HttpDeps } from '../../server/http/app.ts';
import type { OpenDatabase } from '../../server/store/database.ts';
import { type TestDesk, ZONE } from './small-desk.ts';

export const TOKENS = (['chat', 'viewer', 'dispatcher', 'admin'] as const).map((role) => ({
  role,
  token: `${role}-token-0123456789`,
}));

export function bearer(role: Role): { authorization: string } {
  return { authorization: `Bearer ${role}-token-0123456789` };
}

/** The built-in understanding of the test desk's own words. */
export function understandingOf({ context }: TestDesk): Understand {
  const { lexicon } = context.profile;
  return createUnderstanding({ lexicon, zone: ZONE, holidays: publicHolidaysCn });
}

/** Nothing is understood and everybody may come as often as they like, unless `changes` say otherwise. */
export function testHttp(
  database: OpenDatabase,
  desk: TestDesk,
  changes: Partial<HttpDeps> = {},
): FastifyInstance {
  return buildHttp({
    db: database.db,
    context: desk.context,
    understand: (text) => ({ text, intent: 'report_fault', confidence: 1, slots: {} }),
    tokens: TOKENS,
    limiter: { take: () => ({ ok: true }) },
    ...changes,
  });
}

/** Calls as a dispatcher unless `headers` say otherwise; gives status, headers and the body parsed. */
export async function call(app: FastifyInstance, options: InjectOptions) {
  const headers = { ...bearer('dispatcher'), ...options.headers };
  const response = await app.inject({ ...options, headers });
  const type = String(response.headers['content-type'] ?? '');
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  const body: any = type.includes('json') ? JSON.parse(response.body) : response.body;
  return { status: response.statusCode, headers: response.headers, body };
}
