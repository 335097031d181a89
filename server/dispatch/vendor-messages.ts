/** What a vendor is told of the tickets that it works on, in its own chat or mailbox: handed over, taken back, added to. */
import type { Channel } from '../../bot/channel.ts';
import type { Reply } from '../../bot/reply.ts';
import { type VendorScene, vendorCard } from '../../flows/dispatch/vendor-card.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { DeskEvent, TicketEvent } from '../desk/events.ts';
import type { Profile, Vendor } from '../desk/profile.ts';
import type { NewMessage } from '../store/outbox.ts';

export interface VendorTelling {
  profile: Pick<Profile, 'name' | 'deskPhone' | 'vendors'>;
  channels: ReadonlyMap<string, Channel>;
  zone: string;
  now(): number;
}

const words = TEXTS.zh.dispatch.vendor;

/** Nothing for a vendor that is reached by telephone alone: its team rings it. */
export function vendorMessages(telling: VendorTelling, event: DeskEvent): NewMessage[] {
  if (event.subject !== 'ticket') return [];
  const { ticket, detail } = event;
  const was = typeof detail.vendorWas === 'string' ? detail.vendorWas : null;
  return [
    ...to(telling, was, () => ({
      text: words.withdrawn(ticket.number, ticket.team ?? telling.profile.name),
    })),
    ...to(telling, ticket.vendor, (vendor, channel) => tellsHolder(telling, event, vendor, channel)),
  ];
}

function to(
  { profile, channels }: VendorTelling,
  name: string | null,
  replyFor: (vendor: Vendor, channel: Channel | undefined) => Reply | null,
): NewMessage[] {
  const vendor = profile.vendors.find((one) => one.name === name);
  if (vendor?.reach === undefined) return [];
  const channel = channels.get(vendor.reach.channel);
  const reply = replyFor(vendor, channel);
  return reply ? [{ address: vendor.reach, delivery: channel?.capabilities.delivery ?? 'push', reply }] : [];
}

function tellsHolder(
  telling: VendorTelling,
  event: TicketEvent,
  vendor: Vendor,
  channel: Channel | undefined,
): Reply | null {
  const { action, ticket, detail } = event;
  const { profile, zone } = telling;
  const scene: VendorScene = {
    now: telling.now(),
    zone,
    desk: { name: profile.name, phone: profile.deskPhone },
    vendor,
    answersHere: channel !== undefined && channel.capabilities.oneWay !== true,
  };
  const said = (name: string) => (typeof detail[name] === 'string' ? (detail[name] as string) : '');
  switch (action) {
    case 'created':
      return vendorCard(ticket, scene, null);
    case 'assign':
    case 'transfer':
      return detail.vendor === ticket.vendor ? vendorCard(ticket, scene, null) : null;
    case 'reopen':
      return vendorCard(ticket, scene, said('reason'));
    case 'cancel':
      return { text: words.cancelled(ticket.number), ticket: ticket.number };
    case 'updated':
      return said('text') ? { text: words.added(ticket.number, said('text')), ticket: ticket.number } : null;
    default:
      return null;
  }
}
