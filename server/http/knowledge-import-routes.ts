/** `/api/knowledge/imports`: an existing list of questions and answers becomes drafts. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { text } from '../desk/fields.ts';
import { toIso } from '../desk/moments.ts';
import { hashOf } from '../knowledge/import-articles.ts';
import { entriesFromFile, type FileReport } from '../knowledge/import-files.ts';
import { ProblemError } from '../problems.ts';
import { addArticle } from '../store/articles.ts';
import { inTransaction } from '../store/transaction.ts';
import { requireRole } from './access.ts';
import type { KnowledgeRoutesOptions } from './knowledge-routes.ts';
import { problemResponses, WRITING } from './schemas.ts';

const BYTES = 'application/octet-stream';
const LARGEST_BYTES = 20 * 1024 * 1024;

export const knowledgeImportRoutes: FastifyPluginAsyncZod<KnowledgeRoutesOptions> = async (
  app,
  { db, context },
) => {
  app.addContentTypeParser(BYTES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post(
    '/api/knowledge/imports',
    {
      ...requireRole('dispatcher'),
      bodyLimit: LARGEST_BYTES,
      schema: {
        tags: ['knowledge'],
        summary: 'Drafts from a list of questions and answers (docx, xlsx, pdf, html)',
        description:
          'The body is the file. Entries that are there already stay as they are (`taken`); `unread` names what could not be read, pictures among it.',
        consumes: [BYTES],
        querystring: z.object({ name: text(255) }),
        response: {
          200: z.object({
            added: z.array(z.string()),
            taken: z.array(z.string()),
            unread: z.array(z.object({ where: z.string(), why: z.string() })),
          }),
          ...problemResponses(...WRITING),
        },
      },
    },
    async ({ query: { name }, body, caller }) => {
      const actor = caller?.role ?? 'system';
      const today = toIso(context.now(), context.zone).slice(0, 10);
      if (!Buffer.isBuffer(body)) throw unreadable(name);
      const report = await readFile(name, body, today);
      const ids = { added: [] as string[], taken: [] as string[] };
      await inTransaction(db, async (trx) => {
        for (const entry of report.entries) {
          const added = await addArticle(trx, entry, hashOf(entry), { actor, at: context.now() });
          ids[added ? 'added' : 'taken'].push(entry.id);
        }
      });
      const pictures = [...report.images.keys()].map((where) => ({
        where,
        why: 'a picture; `kb import-files` keeps it beside the entry in the folder',
      }));
      return { ...ids, unread: [...report.unread, ...pictures] };
    },
  );
};

/** A file that its library cannot open is the sender's mistake, told with its name. */
async function readFile(name: string, bytes: Uint8Array, today: string): Promise<FileReport> {
  try {
    return await entriesFromFile(name, bytes, { category: 'other', today });
  } catch {
    throw unreadable(name);
  }
}

const unreadable = (name: string) =>
  new ProblemError('invalid', {
    detail: `「${name}」打不开：请确认是没有加密的 docx、xlsx、pdf 或 html 文件。`,
    errors: [{ path: 'name', message: 'a docx, xlsx, pdf or html file that opens' }],
  });
