/** That a requester was told, in the history of their ticket. Telling changes nothing of the ticket itself. */
import type { Trx } from './database.ts';
import { later } from './driver/later.ts';

export async function recordNotified(
  trx: Trx,
  number: string,
  detail: Record<string, unknown>,
  now: number,
): Promise<void> {
  const inserting = trx
    .insertInto('ticket_history')
    .columns(['ticket_id', 'at', 'actor', 'action', 'detail'])
    .expression((eb) =>
      eb
        .selectFrom('ticket')
        .select((select) => [
          'ticket.id',
          select.val(new Date(now)).as('at'),
          select.val('system').as('actor'),
          select.val('notified').as('action'),
          select.val(JSON.stringify(detail)).as('detail'),
        ])
        .where('number', '=', number),
    );
  await later(trx, inserting.compile());
}
