/** Asks the dispatch groups whether many reports are one incident: one card, with the count as it grows. */
import type { Channel } from '../../bot/channel.ts';
import type { Address } from '../../bot/types.ts';
import { stormCard } from '../../flows/dispatch/storm-card.ts';
import type { DeskContext } from '../desk-context.ts';
import { recordMessages } from '../store/outbox.ts';
import { getTicket } from '../tickets/get-ticket.ts';

export interface ProposeOptions {
  groups: readonly Address[];
  channels: ReadonlyMap<string, Channel>;
  zone: string;
  now(): number;
}

export function createPropose({ groups, channels, zone, now }: ProposeOptions): DeskContext['propose'] {
  return async (trx, { main, count }) => {
    const ticket = await getTicket(trx, { zone }, main);
    if (ticket === null) return;
    const reply = stormCard(ticket, count);
    const messages = groups.map((address) => {
      const delivery = channels.get(address.channel)?.capabilities.delivery ?? 'push';
      return { address, delivery, reply, cardKey: `storm:${main}` };
    });
    await recordMessages(trx, messages, now());
  };
}
