/** `/checklist` and `/door`: a meeting's pages for who has no account, under addresses that cannot be guessed. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../bot/types.ts';
import { taskName } from '../../flows/dispatch/meeting-card.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { ApiToken } from '../config.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import { checkItems } from '../desk/meeting-tasks.ts';
import type { DeskContext } from '../desk-context.ts';
import { tokenBuckets } from '../limits.ts';
import { actOnMeeting } from '../meetings/act-on-meeting.ts';
import { crewOf } from '../meetings/crew-of.ts';
import { getMeeting } from '../meetings/get-meeting.ts';
import { createPageLinks, type MeetingPage } from '../meetings/page-links.ts';
import type { Db } from '../store/database.ts';
import { inTransaction } from '../store/transaction.ts';
import { requireRole } from './access.ts';
import { type FilledIn, filledIn, isUnexplained } from './checklist-form.ts';
import { checklistPage, type PageScene, page, type Told } from './checklist-page.ts';
import { doorPage } from './door-page.ts';
import { createFeedKeys } from './feed-routes.ts';
import { escaped, PAGE_HEADERS } from './html.ts';

export interface ChecklistRoutesOptions {
  db: Db;
  context: DeskContext;
  tokens: readonly ApiToken[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const CODES_A_MINUTE = 5;

const Params = z.object({ number: z.string().max(40), key: z.string().max(60) });
const FORM = 'application/x-www-form-urlencoded';

export const checklistRoutes: FastifyPluginAsyncZod<ChecklistRoutesOptions> = async (
  app,
  { db, context, tokens },
) => {
  const links = createPageLinks(tokens, null);
  const feeds = createFeedKeys(tokens);
  const codes = tokenBuckets({ perMinute: CODES_A_MINUTE, now: context.now });
  app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(PAGE_HEADERS);
  });

  /** It holds until a day after the meeting: a wrong key, a cancelled meeting and one long over look the same. */
  const open = async (kind: MeetingPage, { number, key }: z.infer<typeof Params>) => {
    const meeting = links.isRight(kind, number, key) ? await getMeeting(db, context, number) : null;
    const holds = meeting?.status !== 'cancelled' && Date.parse(meeting?.end ?? '') + DAY_MS > context.now();
    return holds ? meeting : null;
  };
  const sceneOf = (request: FastifyRequest, meeting: Meeting): PageScene => {
    const { members } = crewOf(context.profile, meeting).team;
    const crew = members.map(({ name }) => name);
    return { now: context.now(), zone: context.zone, language: languageOf(request), crew };
  };

  app.get(
    '/checklist/:number/:key',
    { ...requireRole('public'), schema: { hide: true, params: Params } },
    async (request, reply) => {
      const meeting = await open('checklist', request.params);
      if (meeting === null) return gone(request, reply);
      return html(reply, checklistPage(meeting, sceneOf(request, meeting), null));
    },
  );

  app.post(
    '/checklist/:number/:key',
    { ...requireRole('public'), schema: { hide: true, params: Params } },
    async (request, reply) => {
      const meeting = await open('checklist', request.params);
      if (meeting === null) return gone(request, reply);
      const scene = sceneOf(request, meeting);
      const filled = request.body instanceof URLSearchParams ? filledIn(request.body) : null;
      if (filled === null) return html(reply.code(400), checklistPage(meeting, scene, null));
      const { checklist: words } = TEXTS[scene.language];
      const fault = faultOf(meeting, filled, scene.language);
      // What was ticked is kept, whatever is still wanting.
      const { number } = meeting;
      const action = fault ? filled.asFarAs : filled.action;
      const actor = filled.actor || words.title;
      await inTransaction(db, (trx) =>
        actOnMeeting(trx, context, { number, actor, byRequester: false, action }),
      );
      const after = (await getMeeting(db, context, number)) ?? meeting;
      const name = taskName(meeting.tasks.find(({ id }) => id === filled.task) ?? { id: '', what: 'setup' });
      const told: Told = fault
        ? { text: fault, bad: true }
        : { text: filled.finishes ? words.finished(name) : words.saved, bad: false };
      return html(reply, checklistPage(after, scene, told));
    },
  );

  app.get(
    '/door/:number/:key',
    { ...requireRole('public'), schema: { hide: true, params: Params } },
    async (request, reply) => {
      const meeting = await open('door', request.params);
      if (meeting === null) return gone(request, reply);
      const { deskPhone } = context.profile;
      const feed = feeds.pathOf('meeting', meeting.number);
      return html(reply, doorPage(meeting, sceneOf(request, meeting), { feed, deskPhone, told: null }));
    },
  );

  app.post(
    '/door/:number/:key',
    { ...requireRole('public'), schema: { hide: true, params: Params } },
    async (request, reply) => {
      const meeting = await open('door', request.params);
      if (meeting === null) return gone(request, reply);
      const { number } = meeting;
      const said = request.body instanceof URLSearchParams ? request.body.get('code')?.trim() : '';
      const taken = codes.take(number);
      if (taken.ok && said === links.codeOf(number))
        return reply.redirect(links.pathOf('checklist', number), 303);
      const scene = sceneOf(request, meeting);
      const { checklist: words } = TEXTS[scene.language];
      const told = taken.ok ? words.wrongCode : words.tooOften;
      const { deskPhone } = context.profile;
      const feed = feeds.pathOf('meeting', number);
      return html(reply.code(taken.ok ? 403 : 429), doorPage(meeting, scene, { feed, deskPhone, told }));
    },
  );
};

/** Why the task is not done yet; null where it is. */
function faultOf(meeting: Meeting, filled: FilledIn, language: Language): string | null {
  const { checklist: words } = TEXTS[language];
  const task = meeting.tasks.find(({ id }) => id === filled.task);
  if (!filled.finishes || task === undefined || filled.action.action !== 'task_done') return null;
  if (filled.actor === '') return words.needName;
  const seen = new Set(filled.action.items?.map(({ item }) => item));
  const asked = checkItems({ ...meeting, start: 0, end: 0, tasks: [] }, task);
  if (asked.some((item) => !seen.has(item))) return words.needItems;
  return isUnexplained(filled) ? words.stillBad : null;
}

function languageOf({ headers }: FastifyRequest): Language {
  return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh';
}

function gone(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const { checklist: words } = TEXTS[language];
  return html(
    reply.code(404),
    page(words.title, `<section><p>${escaped(words.gone)}</p></section>`, language),
  );
}

function html(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(text);
}
