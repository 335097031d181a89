import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROBLEMS } from '../../../../server/problems.ts';
import type { OpenDatabase } from '../../../../server/store/database.ts';
import { testDatabase } from '../../../support/database.ts';
import { bearer, testHttp } from '../../../support/http.ts';
import { testDesk } from '../../../support/small-desk.ts';

interface Operation {
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
  requestBody?: unknown;
  summary?: string;
}

let database: OpenDatabase;
let app: FastifyInstance;
let paths: Record<string, Record<string, Operation>>;
let components: {
  securitySchemes: Record<string, unknown>;
  schemas: Record<string, { examples?: { status: number }[]; properties?: object }>;
};

beforeAll(async () => {
  database = await testDatabase();
  app = testHttp(database, testDesk());
  const response = await app.inject({ method: 'GET', url: '/openapi.json' });
  ({ paths, components } = response.json());
});
afterAll(async () => {
  await app.close();
  await database.close();
});

test('every route of the API is described, and nothing else', () => {
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual([
    'delete /api/webhooks/{id}',
    'get /api/desk',
    'get /api/escalations',
    'get /api/feeds',
    'get /api/figures/meetings',
    'get /api/incidents',
    'get /api/meetings',
    'get /api/meetings/{number}',
    'get /api/meetings/{number}/documents/door-sign',
    'get /api/meetings/{number}/documents/sign-in-sheet',
    'get /api/recurring-faults',
    'get /api/roster/duty',
    'get /api/tickets',
    'get /api/tickets/{number}',
    'get /api/vendor-work',
    'get /api/webhooks',
    'post /api/meetings',
    'post /api/meetings/series',
    'post /api/meetings/{number}/actions',
    'post /api/meetings/{number}/documents/name-cards',
    'post /api/meetings/{number}/series-actions',
    'post /api/roster/feeds',
    'post /api/tickets',
    'post /api/tickets/{number}/actions',
    'post /api/tickets/{number}/links',
    'post /api/webhooks',
  ]);
  expect(components.securitySchemes.token).toMatchObject({ type: 'http', scheme: 'bearer' });
});

test('every operation says what it is for and which problems it can answer with', () => {
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { summary, responses }] of Object.entries(methods)) {
      expect(summary, `${method} ${path}`).toBeTruthy();
      for (const status of ['401', '403', '429', '503']) {
        const schema = responses[status]?.content?.['application/problem+json']?.schema;
        expect(schema, `${method} ${path} ${status}`).toEqual({ $ref: '#/components/schemas/Problem' });
      }
    }
});

test('there is an example of every problem, and one description of each record', () => {
  const examples = components.schemas.Problem?.examples ?? [];
  expect(examples).toHaveLength(Object.keys(PROBLEMS).length);
  expect(Object.keys(components.schemas.Ticket?.properties ?? {})).toContain('sla');
  expect(Object.keys(components.schemas.Meeting?.properties ?? {})).toContain('tasks');
});

test('the actions of the contract are described, before those that the desk has beside them', () => {
  const text = JSON.stringify(paths['/api/tickets/{number}/actions']?.post?.requestBody);
  const described = [...text.matchAll(/"action":\{"type":"string","enum":\["(\w+)"\]/g)].map(
    (match) => match[1],
  );
  expect(described.slice(0, 12)).toEqual([
    'assign',
    'accept',
    'transfer',
    'hold',
    'resume',
    'resolve',
    'close',
    'reopen',
    'cancel',
    'escalate',
    'comment',
    'urge',
  ]);
});

describe('/docs', () => {
  test('shows every address, loads nothing and runs nothing', async () => {
    const { headers, body } = await app.inject({ method: 'GET', url: '/docs' });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const path of Object.keys(paths)) expect(body).toContain(`<code>${path}</code>`);
    expect(body).not.toMatch(/<script|https?:\/\/(?!json-schema)/);
  });
});

test('/api/desk gives a console its choices and no private number', async () => {
  const response = await app.inject({ method: 'GET', url: '/api/desk', headers: bearer('viewer') });
  expect(response.json()).toMatchObject({
    id: 'small',
    name: '小服务台',
    zone: 'Asia/Shanghai',
    phone: '8000',
    teams: [
      {
        id: 'desktop',
        name: '桌面组',
        members: [
          { id: 'liming', name: '李明' },
          { id: 'wangfang', name: '王芳' },
        ],
      },
      { id: 'systems' },
    ],
    dispatchGroup: 'dispatch',
  });
});
