/** `/api/people`: the directory of staff, its import, and one-time codes that join a person's accounts. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Channel } from '../../bot/channel.ts';
import { text } from '../desk/fields.ts';
import { toIso } from '../desk/moments.ts';
import { type Person, PersonFields, PersonId } from '../desk/person.ts';
import type { DeskContext } from '../desk-context.ts';
import { readPeople, TableFault, textOf } from '../people/import-people.ts';
import { issueCode } from '../people/join.ts';
import { syncPeople } from '../people/sync.ts';
import { ProblemError } from '../problems.ts';
import type { Db } from '../store/database.ts';
import { putPerson, retirePerson } from '../store/people.ts';
import type { People } from '../turn/take-turn.ts';
import { requireRole } from './access.ts';
import { DEFAULT_LIMIT, GUARDED, limit, orEmpty, problemResponses, WRITING } from './schemas.ts';

const tags = ['people'];

const PersonAnswer = PersonFields.extend({
  id: z.string(),
  vip: z.boolean(),
  /** The channels on which they have an account. */
  channels: z.array(z.string()),
});
const params = z.object({ id: PersonId });
const Done = z.object({ ok: z.literal(true) });

export interface PeopleRoutesOptions {
  db: Db;
  channels: ReadonlyMap<string, Channel>;
  context: DeskContext;
  people: People;
}
type Route = FastifyPluginAsyncZod<PeopleRoutesOptions>;

const listing: Route = async (app, { people: { directory } }) => {
  const shown = (person: Person) => ({
    ...person,
    channels: [...new Set(directory.accountsOf(person.id).map(({ channel }) => channel))],
  });
  const matches = (person: Person, q: string) =>
    [person.id, person.name, person.department, person.unit, person.room].some((field) =>
      field?.toLowerCase().includes(q),
    );

  app.get(
    '/api/people',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'Staff, by words or by telephone',
        querystring: z.object({ q: orEmpty(text(100)), phone: orEmpty(text(50)), limit: orEmpty(limit) }),
        response: {
          200: z.object({ items: z.array(PersonAnswer), total: z.number() }),
          ...problemResponses('invalid', ...GUARDED),
        },
      },
    },
    async ({ query: { q, phone, limit: most = DEFAULT_LIMIT } }) => {
      const among = phone === undefined ? directory.all() : directory.byPhone(phone);
      const found = q === undefined ? among : among.filter((person) => matches(person, q.toLowerCase()));
      return { items: found.slice(0, most).map(shown), total: found.length };
    },
  );

  app.get(
    '/api/people/:id',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'One member of staff',
        params,
        response: { 200: PersonAnswer, ...problemResponses('not_found', ...GUARDED) },
      },
    },
    async (request) => shown(personOrProblem(directory.find(request.params.id))),
  );
};

function personOrProblem(person: Person | null): Person {
  if (person === null) throw new ProblemError('not_found', { detail: '通讯录里没有这个人。' });
  return person;
}

const keeping: Route = async (app, { db, context, people }) => {
  app.put(
    '/api/people/:id',
    {
      ...requireRole('admin'),
      schema: {
        tags,
        summary: 'Add a member of staff, or state them anew',
        params,
        body: PersonFields,
        response: { 200: Done, ...problemResponses(...WRITING) },
      },
    },
    async ({ params: { id }, body }) => {
      const how = { source: 'import', now: context.now() } as const;
      await db.transaction().execute((trx) => putPerson(trx, id, body, how));
      await people.changed();
      return { ok: true as const };
    },
  );

  app.delete(
    '/api/people/:id',
    {
      ...requireRole('admin'),
      schema: {
        tags,
        summary: 'Somebody left',
        description: 'Their accounts are nobody’s from now on; what they asked for stays.',
        params,
        response: { 200: Done, ...problemResponses('not_found', ...GUARDED) },
      },
    },
    async ({ params: { id } }) => {
      const left = await db.transaction().execute((trx) => retirePerson(trx, id, context.now()));
      if (!left) personOrProblem(null);
      await people.changed();
      return { ok: true as const };
    },
  );

  app.post(
    '/api/people/:id/code',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'A one-time code that joins an account to this person',
        description: 'For somebody whom an agent knows by other means. Good for ten minutes, and once.',
        params,
        response: {
          200: z.object({ code: z.string(), expiresAt: z.string() }),
          ...problemResponses('not_found', ...GUARDED),
        },
      },
    },
    async ({ params: { id } }) => {
      const { directory } = people;
      personOrProblem(directory.find(id));
      const now = context.now();
      const { code, expiresAt } = await db
        .transaction()
        .execute((trx) => issueCode({ trx, directory, now }, id));
      return { code, expiresAt: toIso(expiresAt, context.zone) };
    },
  );
};

const importing: Route = async (app, { db, context, people }) => {
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.post(
    '/api/people/import',
    {
      ...requireRole('admin'),
      schema: {
        tags,
        summary: 'Import staff from a table (CSV with a head)',
        description:
          'Good lines are taken, each bad one is named; nobody is removed. UTF-8 or GB 18030. `text/csv`, up to 1 MB.',
        response: {
          200: z.object({
            imported: z.number(),
            faults: z.array(z.object({ line: z.number(), message: z.string() })),
          }),
          ...problemResponses(...WRITING),
        },
      },
    },
    async (request) => {
      if (!Buffer.isBuffer(request.body))
        throw new ProblemError('unsupported_media_type', { detail: '请以 text/csv 上传。' });
      const { people: lines, faults } = await readPeople(textOf(request.body)).catch(refuseTable);
      const how = { source: 'import', now: context.now() } as const;
      await db.transaction().execute(async (trx) => {
        for (const { id, fields } of lines) await putPerson(trx, id, fields, how);
      });
      await people.changed();
      return { imported: lines.length, faults };
    },
  );
};

function refuseTable(error: unknown): never {
  if (!(error instanceof TableFault)) throw error;
  throw new ProblemError('invalid', { errors: [{ path: '', message: error.message }] });
}

const syncing: Route = async (app, { db, channels, context, people }) => {
  app.post(
    '/api/people/sync',
    {
      ...requireRole('admin'),
      schema: {
        tags,
        summary: 'Take over a platform’s directory',
        description: 'Done by itself once a day for every channel that has one; half a list changes nothing.',
        body: z.object({ channel: text(50) }),
        response: {
          200: z.object({
            added: z.number(),
            changed: z.number(),
            retired: z.number(),
            skipped: z.number(),
          }),
          ...problemResponses('not_found', ...WRITING),
        },
      },
    },
    async (request) => {
      const channel = channels.get(request.body.channel);
      if (!channel?.listPeople)
        throw new ProblemError('not_found', { detail: '这个渠道没有可同步的通讯录。' });
      const synced = await syncPeople(db, channel, people.directory, context.now()).catch(refuseSync);
      await people.changed();
      return synced;
    },
  );
};

function refuseSync(cause: unknown): never {
  throw new ProblemError('unavailable', {
    detail: '平台的通讯录没有读全，什么也没有改动；原因见日志。',
    cause,
  });
}

export const peopleRoutes: Route = async (app, options) => {
  for (const route of [listing, keeping, importing, syncing]) app.register(route, options);
};
