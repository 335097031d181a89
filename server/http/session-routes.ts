/** Signing a browser in: a token once, then a cookie that no script can read. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type ApiToken, ROLES, type Role } from '../config.ts';
import { ProblemError } from '../problems.ts';
import { requireRole } from './access.ts';
import { authenticate, tokenTable } from './auth.ts';
import { problemResponses } from './schemas.ts';

const COOKIE = 'desk_session';
const LASTS_MS = 12 * 60 * 60 * 1000;

export interface Sessions {
  /** The role of a signed-in browser; null where its cookie is absent, forged or old. */
  roleOf(request: FastifyRequest): Role | null;
  cookieFor(role: Role): string;
  readonly ended: string;
  roleOfToken(token: string): Role | null;
}

/** Signed with the tokens themselves: a changed token ends every session that it opened, on every replica. */
export function createSessions(tokens: readonly ApiToken[], now: () => number): Sessions {
  const key = createHash('sha256')
    .update(`session\n${tokens.map(({ role, token }) => `${role}:${token}`).join('\n')}`)
    .digest();
  const table = tokenTable(tokens);
  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest('base64url');
  const attributes = 'Path=/; HttpOnly; SameSite=Strict';
  return {
    roleOf(request) {
      const value = cookieOf(request.headers.cookie);
      const [role, until, signature] = value?.split('.') ?? [];
      if (!role || !until || !signature || !same(signature, sign(`${role}.${until}`))) return null;
      return Number(until) > now() ? (ROLES.find((one) => one === role) ?? null) : null;
    },
    cookieFor(role) {
      const payload = `${role}.${now() + LASTS_MS}`;
      return `${COOKIE}=${payload}.${sign(payload)}; ${attributes}; Max-Age=${LASTS_MS / 1000}`;
    },
    ended: `${COOKIE}=; ${attributes}; Max-Age=0`,
    roleOfToken: (token) => authenticate(`Bearer ${token}`, table)?.role ?? null,
  };
}

function cookieOf(header: string | undefined): string | undefined {
  const found = header?.split(';').map((part) => part.trim());
  return found?.find((part) => part.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const Session = z.object({ role: z.enum(ROLES), local: z.boolean() });

/** `local`: no tokens are configured and the desk is this machine's own. */
export const sessionRoutes: FastifyPluginAsyncZod<{ sessions: Sessions; local: boolean }> = async (
  app,
  options,
) => {
  const { sessions, local } = options;
  const schema = { tags: ['session'], response: { 200: Session, ...problemResponses('unauthorized') } };

  app.get(
    '/api/session',
    { ...requireRole('public'), schema: { ...schema, summary: 'Who this browser is' } },
    async (request) => {
      const role = sessions.roleOf(request);
      if (role === null) throw new ProblemError('unauthorized');
      return { role, local };
    },
  );

  app.post(
    '/api/session',
    {
      ...requireRole('public'),
      schema: {
        ...schema,
        summary: 'Sign in with a token',
        body: z.object({ token: z.string().min(1).max(500) }),
      },
    },
    async (request, reply) => {
      const role = sessions.roleOfToken(request.body.token);
      if (role === null) throw new ProblemError('unauthorized');
      reply.header('set-cookie', sessions.cookieFor(role));
      return { role, local };
    },
  );

  app.delete(
    '/api/session',
    { ...requireRole('public'), schema: { tags: ['session'], summary: 'Sign out' } },
    async (_request, reply) => reply.header('set-cookie', sessions.ended).code(204).send(),
  );
};
