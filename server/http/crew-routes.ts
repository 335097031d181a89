/** What crews and the programs beside them work with: incidents, recurring faults, the roster, webhooks. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { incidentRoutes } from './incident-routes.ts';
import { oversightRoutes } from './oversight-routes.ts';
import { recurringRoutes } from './recurring-routes.ts';
import { type RosterRoutesOptions, rosterRoutes } from './roster-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export const crewRoutes: FastifyPluginAsyncZod<RosterRoutesOptions> = async (app, options) => {
  for (const route of [incidentRoutes, oversightRoutes, recurringRoutes, webhookRoutes])
    app.register(route, options);
  app.register(rosterRoutes, options);
};
