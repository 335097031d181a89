/** `/api/lectures`: the year's plan of a series of microlectures, and how each does. */
import ExcelJS from 'exceljs';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isCalendarDate } from '../../knowledge/entry.ts';
import { text } from '../desk/fields.ts';
import { toIso } from '../desk/moments.ts';
import {
  dueDays,
  LECTURES_A_YEAR,
  type LectureRow,
  SERIES,
  yearOfLectures,
} from '../knowledge/lecture-plan.ts';
import { readArticles } from '../store/articles.ts';
import { lecturesOf, lectureUse, planLecture } from '../store/lectures.ts';
import { entryUse } from '../store/questions.ts';
import { inTransaction } from '../store/transaction.ts';
import { requireRole } from './access.ts';
import type { KnowledgeRoutesOptions } from './knowledge-routes.ts';
import { GUARDED, orEmpty, problemResponses, WRITING } from './schemas.ts';

const tags = ['knowledge'];
const day = z.string().refine(isCalendarDate, { error: 'a date of the calendar, YYYY-MM-DD' });
const year = z.coerce.number().int().min(2000).max(2100);
const series = text(100).default(SERIES);

const Row = z.object({
  episode: z.number(),
  title: z.string(),
  owner: z.string().nullable(),
  due: z.string().nullable(),
  status: z.enum(['planned', 'recorded', 'published', 'late']),
  article: z.string().nullable(),
  published: z.string().nullable(),
  duration: z.number().nullable(),
  lengthFits: z.boolean().nullable(),
  views: z.number(),
  solvedRate: z.number().nullable(),
  rating: z.number().nullable(),
  ratings: z.number(),
});
const Year = z.object({ series: z.string(), year: z.number(), items: z.array(Row) });

const COLUMNS: readonly [head: string, value: (row: LectureRow) => string | number][] = [
  ['课号', ({ episode }) => episode],
  ['课名', ({ title }) => title],
  ['主讲', ({ owner }) => owner ?? ''],
  ['计划日期', ({ due }) => due ?? ''],
  ['状态', ({ status }) => STATUS_WORDS[status]],
  ['发布日期', ({ published }) => published ?? ''],
  ['时长（秒）', ({ duration }) => duration ?? ''],
  ['时长合格', ({ lengthFits }) => (lengthFits === null ? '' : lengthFits ? '是' : '否')],
  ['观看', ({ views }) => views],
  ['解决率', ({ solvedRate }) => (solvedRate === null ? '' : `${Math.round(100 * solvedRate)}%`)],
  ['评分', ({ rating }) => (rating === null ? '' : Number(rating.toFixed(1)))],
];
const STATUS_WORDS = { planned: '计划', recorded: '已录制', published: '已发布', late: '逾期' } as const;

export const lectureRoutes: FastifyPluginAsyncZod<KnowledgeRoutesOptions> = async (app, { db, context }) => {
  const rowsOf = async (wanted: { series: string; year: number }) => {
    const since = Date.parse(`${wanted.year}-01-01T00:00:00Z`);
    const today = toIso(context.now(), context.zone).slice(0, 10);
    return yearOfLectures({
      ...wanted,
      plan: await lecturesOf(db, wanted.series, wanted.year),
      entries: await readArticles(db),
      use: await lectureUse(db, since),
      answers: await entryUse(db, since),
      today,
    });
  };
  const querystring = z.object({ series: orEmpty(text(100)) });

  app.get(
    '/api/lectures/:year',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'The lectures of a year: planned, recorded, published, late',
        params: z.object({ year }),
        querystring,
        response: { 200: Year, ...problemResponses('invalid', ...GUARDED) },
      },
    },
    async ({ params, query }) => {
      const wanted = { year: params.year, series: query.series ?? SERIES };
      return { ...wanted, items: await rowsOf(wanted) };
    },
  );

  app.get(
    '/api/lectures/:year/table.xlsx',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'The same as a table to hand in (xlsx)',
        params: z.object({ year }),
        querystring,
      },
    },
    async ({ params, query }, reply) => {
      const rows = await rowsOf({ year: params.year, series: query.series ?? SERIES });
      const name = encodeURIComponent(`微课堂-${params.year}.xlsx`);
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(await tableOf(rows, `${params.year} 年${query.series ?? SERIES}`));
    },
  );

  app.put(
    '/api/lectures/:year',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Plan a year: one lecture every two weeks from the first day on',
        params: z.object({ year }),
        body: z.object({
          series,
          first: day,
          lectures: z
            .array(z.object({ title: text(200), owner: text(100).optional() }))
            .min(1)
            .max(LECTURES_A_YEAR),
        }),
        response: { 200: Year, ...problemResponses(...WRITING) },
      },
    },
    async ({ params, body }) => {
      const wanted = { year: params.year, series: body.series };
      const due = dueDays(body.first, body.lectures.length);
      await inTransaction(db, async (trx) => {
        for (const [at, { title, owner }] of body.lectures.entries()) {
          const plan = { title, due: due[at] ?? body.first, ...(owner ? { owner } : {}) };
          await planLecture(trx, { ...wanted, episode: at + 1 }, plan);
        }
      });
      return { ...wanted, items: await rowsOf(wanted) };
    },
  );

  app.put(
    '/api/lectures/:year/:episode',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'State one lecture anew: its title, owner, date, that it is recorded, its entry',
        params: z.object({ year, episode: z.coerce.number().int().min(1).max(999) }),
        body: z.object({
          series,
          title: text(200),
          due: day,
          owner: text(100).nullable().optional(),
          recorded: z.boolean().optional(),
          article: text(200).nullable().optional(),
        }),
        response: { 200: Year, ...problemResponses(...WRITING) },
      },
    },
    async ({ params, body: { recorded, series: of, ...plan } }) => {
      const wanted = { year: params.year, series: of };
      const recordedAt =
        recorded === undefined ? {} : { recordedAt: recorded ? new Date(context.now()) : null };
      const { title, due, owner, article } = plan;
      const stated = {
        title,
        due,
        ...(owner === undefined ? {} : { owner }),
        ...(article === undefined ? {} : { article }),
        ...recordedAt,
      };
      await inTransaction(db, (trx) => planLecture(trx, { ...wanted, episode: params.episode }, stated));
      return { ...wanted, items: await rowsOf(wanted) };
    },
  );
};

async function tableOf(rows: readonly LectureRow[], title: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(title.slice(0, 31));
  sheet.addRow(COLUMNS.map(([head]) => head)).font = { bold: true };
  for (const row of rows) sheet.addRow(COLUMNS.map(([, value]) => value(row)));
  sheet.columns.forEach((column, at) => {
    column.width = at === 1 ? 40 : 12;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}
