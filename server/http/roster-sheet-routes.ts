/** `/api/roster/export`, `/api/roster/import`: the roster as a workbook to take away and hand in again. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ProblemError } from '../problems.ts';
import { readRoster } from '../roster/import-roster.ts';
import { type CellFault, readWorkbook } from '../roster/read-workbook.ts';
import { XLSX } from '../roster/sheets.ts';
import { writeWorkbook } from '../roster/write-workbook.ts';
import { addLeave, lockPlan, readPlan, replaceDuty } from '../store/roster.ts';
import { inTransaction } from '../store/transaction.ts';
import { requireRole } from './access.ts';
import type { RosterPlanOptions } from './roster-plan-routes.ts';
import { RosterSpan, spanOf } from './roster-span.ts';
import { problemResponses, WRITING } from './schemas.ts';

type Route = FastifyPluginAsyncZod<RosterPlanOptions>;

const tags = ['roster'];

const exporting: Route = async (app, { context }) => {
  app.get(
    '/api/roster/export',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'The roster as a workbook (xlsx)',
        description: 'What it gives can be changed and posted to `/api/roster/import`.',
        querystring: RosterSpan,
        produces: [XLSX],
      },
    },
    async ({ query }, reply) => {
      const { from, days } = spanOf(context, query);
      const bytes = await writeWorkbook(context.profile, from, days);
      return reply
        .header('content-type', XLSX)
        .header('content-disposition', `attachment; filename="roster-${from}.xlsx"`)
        .send(Buffer.from(bytes));
    },
  );
};

const importing: Route = async (app, { db, context, roster }) => {
  app.addContentTypeParser(
    [XLSX, 'application/octet-stream'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  app.post(
    '/api/roster/import',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Take a roster workbook in (xlsx)',
        description:
          'All of it or nothing: 400 lists each cell that could not be read, by sheet, row and column. Its days and teams take the place of what was laid down for them; leave is added. Formulas are refused.',
        consumes: [XLSX],
        response: {
          200: z.object({ duty: z.number(), leave: z.number() }),
          ...problemResponses(...WRITING),
        },
      },
    },
    async (request) => {
      const bytes = Buffer.isBuffer(request.body) ? request.body : null;
      const workbook = bytes && (await readWorkbook(bytes));
      if (!workbook)
        throw new ProblemError('invalid', {
          detail: '这不是 Excel 工作簿（xlsx）。',
          errors: [{ path: '', message: 'expected an xlsx workbook' }],
        });
      const changed = { by: request.caller?.role ?? 'system', now: context.now() };
      const { profile } = context;
      const plan = await inTransaction(db, async (trx) => {
        await lockPlan(trx);
        const read = readRoster(profile, (await readPlan(trx)).leave, workbook);
        if (!read.ok) throw unreadable(read.faults);
        await replaceDuty(trx, read.plan.duty, changed);
        await addLeave(trx, read.plan.leave, changed);
        return read.plan;
      });
      await roster.changed();
      return { duty: plan.duty.length, leave: plan.leave.length };
    },
  );
};

const MOST_FAULTS = 200;

function unreadable(faults: readonly CellFault[]): ProblemError {
  return new ProblemError('invalid', {
    detail: `排班表有 ${faults.length} 处读不懂，什么都没有导入。`,
    errors: faults.slice(0, MOST_FAULTS).map(({ sheet, row, column, reason }) => ({
      path: `${sheet}!${column}${row}`,
      message: reason,
    })),
    members: { faults: faults.slice(0, MOST_FAULTS) },
  });
}

export const rosterSheetRoutes: Route = async (app, options) => {
  for (const route of [exporting, importing]) app.register(route, options);
};
