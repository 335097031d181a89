/** `/openapi.json`, generated from the schemas that validate, and `/docs`, the same as a page. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Meeting } from '../desk/meeting-record.ts';
import { Ticket } from '../desk/ticket-record.ts';
import { requireRole } from './access.ts';
import { docsPage, type OpenApiDocument } from './docs-page.ts';

const INFO = {
  title: 'Service desk',
  version: '1',
  description: 'Tickets, meetings and web chat. Errors are application/problem+json (RFC 9457).',
};

z.globalRegistry.add(Ticket, { id: 'Ticket' });
z.globalRegistry.add(Meeting, { id: 'Meeting' });

/** Call before the routes are registered: it collects them as they come. */
export function describeApi(app: FastifyInstance): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: INFO,
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description: 'A token of API_TOKENS. Roles: chat, viewer, dispatcher, admin.',
          },
        },
      },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.register(async (scope) => {
    const hidden = { ...requireRole('viewer_or_loopback'), schema: { hide: true } };
    scope.get('/openapi.json', hidden, async () => scope.swagger());
    scope.get('/docs', hidden, async (_request, reply) =>
      reply
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
        .type('text/html; charset=utf-8')
        .send(docsPage(scope.swagger() as OpenApiDocument)),
    );
  });
}
