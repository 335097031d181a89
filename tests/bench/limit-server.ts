/**
 * The limit that the desk is held against: the same Fastify with the same guard, validation and serialization of the
 * same body, which then commits one row and answers.
 */
import type { AddressInfo } from 'node:net';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { privateAddress, WebMessage } from '../../adapters/web/index.ts';
import { Reply } from '../../bot/reply.ts';
import { loadConfig } from '../../server/config.ts';
import { requireRole } from '../../server/http/access.ts';
import { buildHttp } from '../../server/http/app.ts';
import { createLog } from '../../server/log.ts';
import { loadProfile } from '../../server/profile/load.ts';
import { type Db, openDatabase } from '../../server/store/database.ts';
import { recordUpdate } from '../../server/store/inbox.ts';
import { migrate } from '../../server/store/migrate.ts';

const parsed = loadConfig();
if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
const { config } = parsed;
const { db } = await openDatabase({ databaseUrl: config.databaseUrl ?? undefined, dataDir: config.dataDir });
await migrate(db);

let messages = 0;

const oneRow: FastifyPluginAsyncZod<{ db: Db }> = async (app, options) => {
  app.post(
    '/api/chat/messages',
    {
      ...requireRole('chat'),
      schema: { body: WebMessage, response: { 200: z.object({ replies: z.array(Reply) }) } },
    },
    async ({ body }) => {
      messages += 1;
      const { user, text = '' } = body;
      const update = {
        updateId: `${messages}`,
        at: new Date().toISOString(),
        address: privateAddress(user.id),
        sender: user,
      };
      await recordUpdate(
        options.db,
        { ...update, kind: 'utterance', text } as Parameters<typeof recordUpdate>[1],
        Date.now(),
      );
      return { replies: [{ text }] };
    },
  );
};

const profile = loadProfile(config.profile, config.zone);
const http = buildHttp({
  db,
  context: {
    profile,
    zone: profile.zone,
    now: Date.now,
    tell: async () => {},
    propose: async () => {},
    pageUrl: () => null,
    groups: [],
  },
  understand: (text) => ({ text, intent: 'greet', confidence: 1, slots: {} }),
  tokens: config.apiTokens,
  limiter: { take: () => ({ ok: true }) },
  logger: createLog(config.logLevel),
});
http.register(oneRow, { db });
await http.listen({ host: config.host, port: config.port });
process.stdout.write(`http://127.0.0.1:${(http.server.address() as AddressInfo).port}\n`);
