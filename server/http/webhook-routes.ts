/** `/api/webhooks`: other programs that hear of every change of a ticket. */
import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { words } from '../desk/fields.ts';
import { toIso } from '../desk/moments.ts';
import type { Profile } from '../desk/profile.ts';
import type { DeskContext } from '../desk-context.ts';
import { ProblemError } from '../problems.ts';
import type { Db } from '../store/database.ts';
import { listWebhooks, removeWebhook, saveWebhook, type Webhook } from '../store/webhooks.ts';
import { requireRole } from './access.ts';
import { GUARDED, problemResponses, WRITING } from './schemas.ts';

const tags = ['webhooks'];

/** http or https, without a name and a password in it: those would stand in logs. */
const Url = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((url) => new URL(url).username === '' && new URL(url).password === '', {
    error: 'expected an address without a name and a password',
  });

const Shown = z.object({
  id: z.number(),
  url: z.string(),
  vendor: z.string().nullable(),
  createdAt: z.string(),
});

function vendorNamed({ vendors }: Profile, idOrName: string): string {
  const vendor = vendors.find(({ id, name }) => id === idOrName || name === idOrName);
  if (vendor) return vendor.name;
  const message = `one of ${vendors.map(({ id }) => id).join(', ') || 'none: the profile has no vendors'}`;
  throw new ProblemError('invalid', { errors: [{ path: 'vendor', message }] });
}

export const webhookRoutes: FastifyPluginAsyncZod<{ db: Db; context: DeskContext }> = async (
  app,
  { db, context },
) => {
  const shown = ({ id, url, vendor, createdAt }: Webhook) => ({
    id,
    url,
    vendor,
    createdAt: toIso(createdAt, context.zone),
  });

  app.get(
    '/api/webhooks',
    {
      ...requireRole('admin'),
      schema: {
        tags,
        summary: 'Who hears of changes',
        response: { 200: z.object({ items: z.array(Shown) }), ...problemResponses(...GUARDED) },
      },
    },
    async () => ({ items: (await listWebhooks(db)).map(shown) }),
  );

  app.post(
    '/api/webhooks',
    {
      ...requireRole('admin'),
      schema: {
        tags,
        summary: 'Tell an address of every change',
        description: 'The secret is shown this once; `x-desk-signature` is made with it.',
        body: z.object({
          url: Url,
          secret: z.string().min(16).max(200).optional(),
          /** A vendor of the profile, by id or name: the address hears of its tickets alone. */
          vendor: words(100).optional(),
        }),
        response: { 200: Shown.extend({ secret: z.string() }), ...problemResponses(...WRITING) },
      },
    },
    async ({ body }) => {
      const secret = body.secret ?? randomBytes(24).toString('base64url');
      const vendor = body.vendor === undefined ? null : vendorNamed(context.profile, body.vendor);
      const { url } = body;
      return { ...shown(await saveWebhook(db, { url, secret, vendor }, context.now())), secret };
    },
  );

  app.delete(
    '/api/webhooks/:id',
    {
      ...requireRole('admin'),
      schema: {
        tags,
        summary: 'Tell it no longer',
        params: z.object({ id: z.coerce.number().int().min(1) }),
        response: { 204: z.null(), ...problemResponses('not_found', ...GUARDED) },
      },
    },
    async ({ params: { id } }, reply) => {
      if (!(await removeWebhook(db, id)))
        throw new ProblemError('not_found', { detail: `没有 Webhook ${id}。` });
      return reply.code(204).send(null);
    },
  );
};
