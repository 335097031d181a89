/** The HTTP server without its port: guards, errors, description, and the routes of tickets and meetings. */
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Address, Understand } from '../../bot/types.ts';
import type { ApiToken, Role } from '../config.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Limiter } from '../limits.ts';
import type { Db } from '../store/database.ts';
import { guard } from './access.ts';
import { tokenTable } from './auth.ts';
import { checklistRoutes } from './checklist-routes.ts';
import { crewRoutes } from './crew-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import { drainRefused } from './drain.ts';
import { answerBrokenRequest, answerError, handleErrors } from './errors.ts';
import { feedRoutes } from './feed-routes.ts';
import { meetingDocumentRoutes } from './meeting-document-routes.ts';
import { meetingFiguresRoutes } from './meeting-figures-routes.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { describeApi } from './openapi.ts';
import { seriesRoutes } from './series-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';

/** «Bodies over 1 MB»; in bytes. */
const BODY_LIMIT = 1_000_000;

export interface HttpDeps {
  db: Db;
  context: DeskContext;
  understand: Understand;
  tokens: readonly ApiToken[];
  /** What one token may do in a minute. */
  limiter: Limiter;
  /** The role of a signed-in browser, by its cookie; null where there is none. */
  sessionRole?: (request: FastifyRequest) => Role | null;
  logger?: FastifyBaseLogger;
  /** Where dispatch cards go, where it is not to the profile's groups. */
  dispatchGroups?: readonly Address[];
  /** Where people and platforms reach this server; null: nobody said. */
  publicUrl?: string | null;
}

/**
 * Builds the server; it does not listen. Further routes come as plugins (`app.register`), under the same guard: each
 * says whom it admits with `requireRole`.
 */
export function buildHttp(deps: HttpDeps): FastifyInstance {
  const app: FastifyInstance = fastify({
    bodyLimit: BODY_LIMIT,
    logController: new LogController({ disableRequestLogging: true }),
    clientErrorHandler: answerBrokenRequest,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: answerError,
    ...(deps.logger ? { loggerInstance: deps.logger } : {}),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  handleErrors(app);
  drainRefused(app);
  logAnswers(app);
  const { limiter, sessionRole = () => null } = deps;
  guard(app, { tokens: tokenTable(deps.tokens), sessionRole, limiter });
  describeApi(app);
  app.register(crewRoutes, deps);
  app.register(ticketRoutes, deps);
  app.register(seriesRoutes, deps);
  app.register(meetingRoutes, deps);
  app.register(feedRoutes, deps);
  app.register(meetingFiguresRoutes, deps);
  app.register(meetingDocumentRoutes, deps);
  app.register(checklistRoutes, deps);
  app.register(deskRoutes, deps);
  return app;
}

/** The route, never the address itself: a query can hold a person's words. */
function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info(
      { method, route: routeOptions.url ?? null, status: reply.statusCode, ms },
      'http.answered',
    );
  });
}
