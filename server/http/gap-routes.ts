/** `/api/knowledge/gaps`: what people asked in vain, a draft that fills it, and entries that mislead or went stale. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { text } from '../desk/fields.ts';
import { toIso } from '../desk/moments.ts';
import { entryHealth } from '../knowledge/entry-health.ts';
import { draftFor, type ReportedGap, reportGaps } from '../knowledge/gap-report.ts';
import { hashOf } from '../knowledge/import-articles.ts';
import { ProblemError } from '../problems.ts';
import { addArticle, readArticles } from '../store/articles.ts';
import { entryUse, keepAskers, questionsInVain } from '../store/questions.ts';
import { inTransaction } from '../store/transaction.ts';
import { requireRole } from './access.ts';
import type { KnowledgeRoutesOptions } from './knowledge-routes.ts';
import { DEFAULT_LIMIT, GUARDED, limit, orEmpty, problemResponses, WRITING } from './schemas.ts';

const tags = ['knowledge'];
const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;
const days = z.coerce.number().int().min(1).max(730);

const GapAnswer = z.object({
  id: z.string(),
  question: z.string(),
  people: z.number(),
  tickets: z.array(z.string()),
  questions: z.array(z.string()),
  resolutions: z.array(z.string()),
  lastAt: z.string(),
});

export const gapRoutes: FastifyPluginAsyncZod<KnowledgeRoutesOptions> = async (
  app,
  { db, context, drafts },
) => {
  const since = (span: number) => context.now() - span * DAY_MS;
  const today = () => toIso(context.now(), context.zone).slice(0, 10);
  const shown = ({ asked: _whose, lastAt, ...gap }: ReportedGap) => ({
    ...gap,
    lastAt: toIso(lastAt, context.zone),
  });

  app.get(
    '/api/knowledge/gaps',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'What people asked in vain, the costliest first',
        querystring: z.object({ days: orEmpty(days), limit: orEmpty(limit) }),
        response: {
          200: z.object({ items: z.array(GapAnswer) }),
          ...problemResponses('invalid', ...GUARDED),
        },
      },
    },
    async ({ query }) => {
      const gaps = reportGaps(await questionsInVain(db, since(query.days ?? DEFAULT_DAYS)));
      return { items: gaps.slice(0, query.limit ?? DEFAULT_LIMIT).map(shown) };
    },
  );

  app.post(
    '/api/knowledge/gaps/:id/draft',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Draft an entry from a gap',
        description:
          'With what engineers wrote on the tickets that followed, put into steps by a model where there is one. Once it is published, those who asked are told.',
        params: z.object({ id: z.string().regex(/^[0-9a-f]{12}$/) }),
        body: z.object({ days: days.optional(), owner: text(100).optional() }),
        response: {
          201: z.object({ article: z.string(), writtenBy: z.enum(['model', 'template']) }),
          ...problemResponses('not_found', ...WRITING),
        },
      },
    },
    async ({ params: { id }, body, caller }, reply) => {
      const gaps = reportGaps(await questionsInVain(db, since(body.days ?? DEFAULT_DAYS)));
      const gap = gaps.find((one) => one.id === id);
      if (!gap) throw new ProblemError('not_found', { detail: '这个问题已经不在列表里，请刷新。' });
      const owner = body.owner ?? caller?.role ?? 'system';
      // Before the transaction: a model takes seconds.
      const written = (await drafts?.write(gap)) ?? null;
      const entry = draftFor(gap, { owner, today: today() }, written);
      await inTransaction(db, async (trx) => {
        await addArticle(trx, entry, hashOf(entry), { actor: owner, at: context.now() });
        await keepAskers(trx, entry.id, gap.asked);
      });
      return reply.code(201).send({ article: entry.id, writtenBy: written ? 'model' : 'template' });
    },
  );

  app.get(
    '/api/knowledge/health',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'Entries that mislead, and entries gone stale',
        querystring: z.object({ days: orEmpty(days) }),
        response: {
          200: z.object({
            misleading: z.array(
              z.object({ article: z.string(), title: z.string(), solved: z.number(), unsolved: z.number() }),
            ),
            stale: z.array(
              z.object({ article: z.string(), title: z.string(), updated: z.string(), days: z.number() }),
            ),
          }),
          ...problemResponses('invalid', ...GUARDED),
        },
      },
    },
    async ({ query }) => {
      const use = await entryUse(db, since(query.days ?? DEFAULT_DAYS));
      return entryHealth(await readArticles(db), use, today());
    },
  );
};
