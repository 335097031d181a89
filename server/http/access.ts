/** Admits a request before its body is read: caller, rate limit, role, and same-site where a cookie speaks. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '../config.ts';
import type { Limiter } from '../limits.ts';
import { ProblemError } from '../problems.ts';
import { authenticate, mayAct, type TokenEntry } from './auth.ts';

/** What a route asks of its caller. `viewer_or_loopback`: this machine itself may read it without a token. */
export type Access = Role | 'public' | 'viewer_or_loopback';

export interface Caller {
  role: Role;
  /** Stable and opaque: one token, or one role's sessions. */
  id: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** Null on a route that anybody may call. */
    caller: Caller | null;
  }
}

/** Spread into a route's options: `app.get('/api/x', { ...requireRole('viewer'), schema }, handler)`. */
export function requireRole(access: Access): { config: { access: Access } } {
  return { config: { access } };
}

export interface AccessOptions {
  tokens: readonly TokenEntry[];
  /** The role of a signed-in browser, by its cookie; null where there is none. */
  sessionRole: (request: FastifyRequest) => Role | null;
  limiter: Limiter;
}

/** Guards every route of `app`; under `/api/` one that says nothing asks `viewer` for reading, else `dispatcher`. */
export function guard(app: FastifyInstance, options: AccessOptions): void {
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config?.access ?? defaultAccess(request);
    if (access === 'public') return;
    if (access === 'viewer_or_loopback' && isFromLoopback(request)) return;
    const caller = callerOf(request, options);
    if (caller === null)
      throw new ProblemError('unauthorized', { headers: { 'www-authenticate': 'Bearer' } });
    const taken = options.limiter.take(caller.id);
    if (!taken.ok)
      throw new ProblemError('too_many', { headers: { 'retry-after': String(taken.retryAfterS) } });
    if (!mayAct(caller.role, access === 'viewer_or_loopback' ? 'viewer' : access))
      throw new ProblemError('forbidden');
    request.caller = caller;
  });
}

/** An unknown address under `/api/` is guarded too: what exists is told to no stranger. */
function defaultAccess(request: FastifyRequest): Access {
  const path = request.routeOptions.url ?? request.url;
  if (!/^\/api(?:[/?]|$)/.test(path)) return 'public';
  return isReading(request) ? 'viewer' : 'dispatcher';
}

function isReading({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function callerOf(request: FastifyRequest, { tokens, sessionRole }: AccessOptions): Caller | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) return authenticate(authorization, tokens);
  const role = sessionRole(request);
  if (role === null) return null;
  if (!isReading(request) && !isSameOrigin(request)) throw new ProblemError('cross_site');
  return { role, id: `session:${role}` };
}

/** A cookie comes along whoever made the browser send it; a page of our own says so in headers no script can set. */
export function isSameOrigin({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** A forwarded request comes from wherever it was forwarded for. */
function isFromLoopback(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return forwarded === undefined && /^(?:127\.|::1$|::ffff:127\.)/.test(request.ip);
}
