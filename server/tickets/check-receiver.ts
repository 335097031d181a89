/** Whether the one who is to get a ticket can have it: somebody who left can not, nor a vendor that the profile does not know. */
import type { TicketAction } from '../desk/ticket-actions.ts';
import type { DeskRules } from '../desk/ticket-effects.ts';
import type { Trx } from '../store/database.ts';
import { hasLeft } from '../store/people.ts';

/** `said` is who was named; `field` is where. */
export interface ReceiverFault {
  field: 'assignee' | 'vendor';
  said: string;
}

export async function receiverFault(
  trx: Trx,
  rules: DeskRules,
  action: TicketAction,
  now: number,
): Promise<ReceiverFault | null> {
  if (action.action !== 'assign' && action.action !== 'transfer') return null;
  const { assignee, vendor } = action;
  if (vendor !== undefined && rules.vendor(vendor, now) === null) return { field: 'vendor', said: vendor };
  if (assignee === undefined) return null;
  const { name } = rules.person(assignee);
  return (await hasLeft(trx, name)) ? { field: 'assignee', said: name } : null;
}
