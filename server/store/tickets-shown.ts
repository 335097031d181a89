/** Tickets by where their cards were shown. */
import { sql } from 'kysely';
import type { Address } from '../../bot/types.ts';
import type { Trx } from './database.ts';
import { addressKey } from './keys.ts';

/** Older messages of a group are not looked through: whoever speaks without a number means what stands near. */
const MESSAGES_BACK = 300;

/** Numbers of the tickets that nobody has taken and whose cards stand in this chat, the newest first. */
export async function waitingAt(trx: Trx, address: Address, limit: number): Promise<string[]> {
  const { topic: _topic, ...whole } = address;
  const keys = [...new Set([addressKey(address), addressKey(whole)])];
  const { rows } = await sql<{ number: string }>`
    select number from ticket
    where status in ('new', 'assigned') and number in (
      select substring(card_key from 8) from (
        select card_key from outbox where address_key in (${sql.join(keys)}) order by id desc limit ${MESSAGES_BACK}
      ) as recent where card_key like 'ticket:%'
    )
    order by id desc limit ${limit}`.execute(trx);
  return rows.map(({ number }) => number);
}
