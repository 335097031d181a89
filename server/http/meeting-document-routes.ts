/** `/api/meetings/{number}/documents`: what is printed for a meeting, as docx. */
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { MeetingDocument } from '../../bot/meeting-document.ts';
import { namesIn } from '../../bot/name-list.ts';
import type { MadeFile } from '../attachments/keep-file.ts';
import type { ApiToken } from '../config.ts';
import { words } from '../desk/fields.ts';
import type { DeskContext } from '../desk-context.ts';
import { makeDocument } from '../meetings/documents/make-document.ts';
import { printable } from '../meetings/documents/words.ts';
import { getMeeting } from '../meetings/get-meeting.ts';
import { createPageLinks } from '../meetings/page-links.ts';
import type { Db } from '../store/database.ts';
import { requireRole } from './access.ts';
import { noSuchMeeting } from './refusals.ts';
import { GUARDED, numberParams, problemResponses, WRITING } from './schemas.ts';

export interface MeetingDocumentRoutesOptions {
  db: Db;
  context: DeskContext;
  tokens: readonly ApiToken[];
  /** Where people reach this server; without it the door sign has no code. */
  publicUrl?: string | null;
}

const tags = ['meetings'];
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const name = words(60).refine((said) => printable(said) !== '', { error: 'something that can be printed' });

/** The names one by one, or a list as somebody pasted it. */
const NameCardsBody = z.union([
  z.object({ names: z.array(name).min(1).max(500) }),
  z.object({
    list: words(20_000)
      .transform(namesIn)
      .pipe(z.array(name).min(1, { error: 'a list with names' })),
  }),
]);

export const meetingDocumentRoutes: FastifyPluginAsyncZod<MeetingDocumentRoutesOptions> = async (
  app,
  { db, context, tokens, publicUrl },
) => {
  const { urlOf } = createPageLinks(tokens, publicUrl ?? null);
  const send = async (
    reply: FastifyReply,
    number: string,
    document: MeetingDocument,
    names: string[] = [],
  ) => {
    const desk = { profile: context.profile, zone: context.zone, pageUrl: urlOf };
    return sendDocx(reply, await makeDocument(await meetingOf(number), desk, { document, names }));
  };
  const meetingOf = async (number: string) => {
    const meeting = await getMeeting(db, context, number);
    if (meeting === null) throw noSuchMeeting(number);
    return meeting;
  };

  app.post(
    '/api/meetings/:number/documents/name-cards',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Double-sided name cards (docx), a page each',
        description: 'Nothing is kept. Each name is printed as it was written.',
        params: numberParams,
        body: NameCardsBody,
        response: problemResponses('not_found', ...WRITING),
      },
    },
    async ({ params, body }, reply) =>
      send(reply, params.number, 'name_cards', 'names' in body ? body.names : body.list),
  );

  app.get(
    '/api/meetings/:number/documents/sign-in-sheet',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'The sheet to sign in (docx), a row for each attendee',
        params: numberParams,
        response: problemResponses('not_found', ...GUARDED),
      },
    },
    async ({ params }, reply) => send(reply, params.number, 'sign_in_sheet'),
  );

  app.get(
    '/api/meetings/:number/documents/door-sign',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'The sign at the door (docx)',
        description:
          'With a code, where `PUBLIC_URL` is set: it opens the meeting for who comes, and the check-list for the crew.',
        params: numberParams,
        response: problemResponses('not_found', ...GUARDED),
      },
    },
    async ({ params }, reply) => send(reply, params.number, 'door_sign'),
  );
};

function sendDocx(reply: FastifyReply, { name, bytes }: MadeFile): FastifyReply {
  return reply
    .header('content-type', DOCX)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(bytes);
}
