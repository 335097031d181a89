/** `/api/tickets/{number}/links`: tickets that are one matter are merged, linked to one incident, or taken apart. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { words } from '../desk/fields.ts';
import { Ticket } from '../desk/ticket-record.ts';
import type { DeskContext } from '../desk-context.ts';
import { ProblemError } from '../problems.ts';
import type { Db, Trx } from '../store/database.ts';
import { getTicket } from '../tickets/get-ticket.ts';
import {
  confirmIncident,
  type LinkResult,
  linkTicket,
  mergeTicket,
  unlinkTicket,
} from '../tickets/incidents.ts';
import { requireRole } from './access.ts';
import { noSuchTicket } from './refusals.ts';
import { runOnce } from './run-once.ts';
import { idempotencyHeaders, numberParams, problemResponses, WRITING } from './schemas.ts';

const actor = words(100).optional();

/** `to` is the ticket that stays; `incident` makes the ticket and all open reports like it one incident. */
export const LinkBody = z.discriminatedUnion('action', [
  z.object({ action: z.literal('merge'), to: words(50), actor }),
  z.object({ action: z.literal('link'), to: words(50), actor }),
  z.object({ action: z.literal('unlink'), actor }),
  z.object({ action: z.literal('incident'), actor }),
]);
type LinkBody = z.infer<typeof LinkBody>;

export const incidentRoutes: FastifyPluginAsyncZod<{ db: Db; context: DeskContext }> = async (
  app,
  { db, context },
) => {
  app.post(
    '/api/tickets/:number/links',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags: ['tickets'],
        summary: 'Merge, link or take apart',
        description: 'Answers with the ticket as it then stands. 409 where one of the two is not in work.',
        headers: idempotencyHeaders,
        params: numberParams,
        body: LinkBody,
        response: { 200: Ticket, ...problemResponses('not_found', 'not_allowed', ...WRITING) },
      },
    },
    async (request) => {
      const { number } = request.params;
      const by = request.body.actor ?? request.caller?.role ?? 'system';
      const { response } = await runOnce(db, request, context.now(), async (trx) => {
        const done = await join(trx, context, number, request.body, by);
        if (!done.ok) throw refused(number, done.reason);
        const ticket = await getTicket(trx, context, number);
        if (ticket === null) throw noSuchTicket(number);
        return ticket;
      });
      return response;
    },
  );
};

async function join(
  trx: Trx,
  context: DeskContext,
  number: string,
  body: LinkBody,
  by: string,
): Promise<LinkResult> {
  switch (body.action) {
    case 'merge':
      return mergeTicket(trx, context, { number, to: body.to, actor: by });
    case 'link':
      return linkTicket(trx, context, { number, to: body.to, actor: by });
    case 'unlink':
      return unlinkTicket(trx, context, { number, actor: by });
    case 'incident':
      if ((await getTicket(trx, context, number)) === null) return { ok: false, reason: 'not_found' };
      return (await confirmIncident(trx, context, number, by)) > 1
        ? { ok: true }
        : { ok: false, reason: 'not_open' };
  }
}

const WHY = {
  itself: '不能和自己关联。',
  not_open: '其中一张已经办结、不在事件里，或者没有类似的报告。',
} as const;

function refused(number: string, reason: Extract<LinkResult, { ok: false }>['reason']): ProblemError {
  if (reason === 'not_found') return noSuchTicket(number);
  return new ProblemError('not_allowed', { detail: `工单 ${number} 不能这样关联：${WHY[reason]}` });
}
