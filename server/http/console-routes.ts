/** The page itself: built files, under a policy that lets nothing from elsewhere in. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { requireRole } from './access.ts';
import type { Sessions } from './session-routes.ts';

const DIST = fileURLToPath(new URL('../console/dist/', import.meta.url));
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const NOT_BUILT =
  '<!doctype html><meta charset="utf-8"><title>服务台</title><p>页面还没有构建：请运行 npm run prepare，然后刷新。</p>';

/** Names by which a browser reaches its own machine: anything else in `Host` is a page from elsewhere in disguise. */
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
const LOOPBACK_PEER = /^(?:127\.|::1$|::ffff:127\.)/;

/** `local`: without configured tokens the desk is this machine's own, and its page needs no sign-in. */
export const consoleRoutes: FastifyPluginAsync<{ sessions: Sessions; local: boolean }> = async (
  app,
  options,
) => {
  const { sessions, local } = options;
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });
  const built = existsSync(`${DIST}index.html`);
  if (built) {
    await app.register(fastifyStatic, { root: DIST, serve: false });
    app.get('/assets/*', requireRole('public'), (request, reply) =>
      reply.sendFile(`assets/${(request.params as { '*': string })['*']}`, {
        immutable: true,
        maxAge: '365d',
      }),
    );
  }
  app.get('/', requireRole('public'), (request, reply) => {
    if (local && isThisMachine(request) && sessions.roleOf(request) === null) {
      reply.header('set-cookie', sessions.cookieFor('admin'));
    }
    reply.header('cache-control', 'no-cache');
    return built
      ? reply.sendFile('index.html', { cacheControl: false })
      : reply.type('text/html; charset=utf-8').send(NOT_BUILT);
  });
};

function isThisMachine(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return (
    forwarded === undefined &&
    LOOPBACK_PEER.test(request.ip) &&
    LOOPBACK_HOST.test(request.headers.host ?? '')
  );
}
