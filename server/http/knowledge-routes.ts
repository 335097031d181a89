/** `/api/knowledge`: entries as their keeper sees them, in every status. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { formatEntry } from '../../knowledge/format-entry.ts';
import { text } from '../desk/fields.ts';
import { toIso } from '../desk/moments.ts';
import type { DeskContext } from '../desk-context.ts';
import { decideConflict, draftArticle, editArticle, type Kept } from '../knowledge/keep-articles.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Publishing, publishArticle } from '../knowledge/publish.ts';
import type { DraftWriter } from '../knowledge/write-draft.ts';
import { ProblemError } from '../problems.ts';
import { articleHistory, findArticle, type KeptArticle, readKept } from '../store/articles.ts';
import type { Db, Trx } from '../store/database.ts';
import { inTransaction } from '../store/transaction.ts';
import { type Caller, requireRole } from './access.ts';
import { GUARDED, orEmpty, problemResponses, WRITING } from './schemas.ts';

const tags = ['knowledge'];
const MOST_MARKDOWN = 200_000;

const Status = z.enum(['draft', 'published', 'retired']);
const Listed = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  category: z.string(),
  owner: z.string().nullable(),
  audience: z.array(z.string()),
  updated: z.string(),
  status: Status,
  version: z.number(),
  /** Changed in the folder and in the desk: somebody has to decide. */
  conflict: z.boolean(),
});
const Whole = Listed.extend({
  markdown: z.string(),
  /** What the folder has, where both sides changed it. */
  folderMarkdown: z.string().nullable(),
});
const Version = z.object({
  version: z.number(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  status: z.string(),
  markdown: z.string(),
});
const Done = z.object({ id: z.string(), version: z.number(), status: Status, told: z.number().optional() });

const params = z.object({ id: z.string().regex(/^[a-z0-9-]{1,200}$/) });
const beside = z.object({ version: z.int().min(1), actor: text(100).optional() });

export interface KnowledgeRoutesOptions {
  db: Db;
  context: DeskContext;
  base: KnowledgeBase;
  publishing: Publishing;
  /** Where a model writes drafts. */
  drafts: DraftWriter | null;
}
type Route = FastifyPluginAsyncZod<KnowledgeRoutesOptions>;

const listed = ({ entry, status, version, conflict }: KeptArticle): z.infer<typeof Listed> => ({
  id: entry.id,
  title: entry.title,
  kind: entry.kind,
  category: entry.category,
  owner: entry.owner ?? null,
  audience: entry.audience,
  updated: entry.updated,
  status,
  version,
  conflict: conflict !== null,
});

const reading: Route = async (app, { db, context }) => {
  app.get(
    '/api/knowledge/articles',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'Entries of the knowledge base, drafts and retired ones too',
        querystring: z.object({ status: orEmpty(Status), q: orEmpty(text(100)) }),
        response: { 200: z.object({ items: z.array(Listed) }), ...problemResponses('invalid', ...GUARDED) },
      },
    },
    async ({ query: { status, q } }) => {
      const all = await readKept(db);
      const wanted = all.filter(
        (one) =>
          (status === undefined || one.status === status) &&
          (q === undefined || `${one.id} ${one.entry.title}`.toLowerCase().includes(q.toLowerCase())),
      );
      return { items: wanted.map(listed) };
    },
  );

  app.get(
    '/api/knowledge/articles/:id',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'One entry as Markdown',
        params,
        response: { 200: Whole, ...problemResponses('not_found', ...GUARDED) },
      },
    },
    async ({ params: { id } }) => {
      const kept = await findArticle(db, id);
      if (!kept) throw noSuchEntry();
      const folderMarkdown = kept.conflict ? formatEntry(kept.conflict) : null;
      return { ...listed(kept), markdown: formatEntry(kept.entry), folderMarkdown };
    },
  );

  app.get(
    '/api/knowledge/articles/:id/history',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'What an entry was, newest first',
        params,
        response: { 200: z.object({ items: z.array(Version) }), ...problemResponses(...GUARDED) },
      },
    },
    async ({ params: { id } }) => ({
      items: (await articleHistory(db, id)).map(({ entry, at, ...version }) => ({
        ...version,
        at: toIso(at.getTime(), context.zone),
        markdown: formatEntry(entry),
      })),
    }),
  );
};

const keeping: Route = async (app, { db, context, base, publishing }) => {
  const keeperOf = (caller: Caller | null, actor: string | undefined) => ({
    actor: actor ?? caller?.role ?? 'system',
    now: context.now(),
  });
  const kept = async (work: (trx: Trx) => Promise<Kept>): Promise<z.infer<typeof Done>> => {
    const done = await inTransaction(db, work);
    if (!done.ok) throw problemOf(done);
    await base.changed();
    const { id, version, status, told } = done;
    return { id, version, status, ...(told === undefined ? {} : { told }) };
  };
  const writing = { 200: Done, ...problemResponses('not_found', 'stale', 'not_allowed', ...WRITING) };

  app.post(
    '/api/knowledge/articles',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Draft an entry',
        body: z.object({ markdown: text(MOST_MARKDOWN), actor: text(100).optional() }),
        response: { 201: Done, ...problemResponses('not_allowed', ...WRITING) },
      },
    },
    async ({ body: { markdown, actor }, caller }, reply) => {
      const done = await kept((trx) => draftArticle(trx, keeperOf(caller, actor), markdown));
      return reply.code(201).send(done);
    },
  );

  app.put(
    '/api/knowledge/articles/:id',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Change an entry that was read in this version',
        params,
        body: beside.extend({ markdown: text(MOST_MARKDOWN) }),
        response: writing,
      },
    },
    ({ params: { id }, body: { version, markdown, actor }, caller }) =>
      kept((trx) => editArticle(trx, keeperOf(caller, actor), { id, version, markdown })),
  );

  app.post(
    '/api/knowledge/articles/:id/status',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Publish it, retire it, or make it a draft again',
        description:
          'On publishing, those who asked in vain are told, and of a microlecture its subscribers.',
        params,
        body: beside.extend({ status: Status }),
        response: writing,
      },
    },
    ({ params: { id }, body: { version, status, actor }, caller }) =>
      kept((trx) => publishArticle(trx, publishing, keeperOf(caller, actor), { id, version, status })),
  );

  app.post(
    '/api/knowledge/articles/:id/decide',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Decide which side of a conflict with the folder stays',
        params,
        body: beside.extend({ keep: z.enum(['folder', 'desk']) }),
        response: writing,
      },
    },
    ({ params: { id }, body: { version, keep, actor }, caller }) =>
      kept((trx) => decideConflict(trx, keeperOf(caller, actor), { id, version, keep })),
  );
};

const noSuchEntry = () => new ProblemError('not_found', { detail: '知识库里没有这个条目。' });

function problemOf(refused: Extract<Kept, { ok: false }>): ProblemError {
  switch (refused.reason) {
    case 'not_found':
      return noSuchEntry();
    case 'stale': {
      const { version, entry } = refused.current;
      return new ProblemError('stale', { members: { version, markdown: formatEntry(entry) } });
    }
    case 'faults': {
      const errors = refused.faults.map(({ line, found, expected }) => ({
        path: `markdown:${line}`,
        message: `found ${found}; expected ${expected}`,
      }));
      return new ProblemError('invalid', { errors });
    }
    case 'taken':
      return new ProblemError('not_allowed', { detail: '已有同名 id 的条目。' });
    case 'no_conflict':
      return new ProblemError('not_allowed', { detail: '这个条目没有待处理的冲突。' });
    case 'not_from_here':
      return new ProblemError('not_allowed');
  }
}

export const knowledgeRoutes: Route = async (app, options) => {
  for (const route of [reading, keeping]) app.register(route, options);
};
