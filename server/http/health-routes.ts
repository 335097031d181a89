/** Whether the process lives, whether it can take work, and its figures. */
import type { FastifyPluginAsync } from 'fastify';
import { sql } from 'kysely';
import type { Channels } from '../channels/channels.ts';
import type { Metrics } from '../metrics.ts';
import type { Db } from '../store/database.ts';
import { requireRole } from './access.ts';

const DATABASE_MS = 2_000;

export interface HealthOptions {
  db: Db;
  metrics: Metrics;
  channels: Channels;
  /** Set once the server was told to stop. */
  draining(): boolean;
}

export const healthRoutes: FastifyPluginAsync<HealthOptions> = async (
  app,
  { db, metrics, channels, draining },
) => {
  const tags = ['operation'];
  app.get(
    '/healthz',
    { ...requireRole('public'), schema: { tags, summary: 'The process lives' } },
    async () => ({ ok: true }),
  );

  app.get(
    '/readyz',
    { ...requireRole('public'), schema: { tags, summary: 'It can take work' } },
    async (_request, reply) => {
      const reason = draining() ? 'stopping' : await databaseFault(db);
      if (reason) return reply.code(503).send({ ok: false, reason });
      // A platform that is away takes nothing from the others: the server can work.
      const states = channels.statuses().map(({ name, state }) => [name, state]);
      return { ok: true, ...(states.length > 0 ? { channels: Object.fromEntries(states) } : {}) };
    },
  );

  app.get(
    '/metrics',
    { ...requireRole('viewer_or_loopback'), schema: { tags, summary: 'Figures for Prometheus' } },
    async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
};

async function databaseFault(db: Db): Promise<string | null> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${DATABASE_MS} ms`)), DATABASE_MS).unref();
  });
  try {
    await Promise.race([sql`select 1`.execute(db), late]);
    return null;
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return `database: ${code ?? message ?? 'away'}`;
  }
}
