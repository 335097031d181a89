/** What a vendor writes in its own chat about a ticket that it works on goes into the ticket, and to the crew. */
import { numbersIn } from '../../bot/dispatch/words.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { TEXTS } from '../../flows/texts/index.ts';
import type { Profile, Vendor } from '../desk/profile.ts';
import { addressKey } from '../store/keys.ts';
import { findTicket } from '../store/tickets.ts';
import { actOnTicket } from '../tickets/act-on-ticket.ts';
import type { EffectScope } from './effects.ts';

const words = TEXTS.zh.dispatch.vendor;

const TICKET = /^T\d{8}-\d{4,9}$/;

/** Whether it comes from a vendor's own chat and names a ticket by its whole number. */
export function concernsVendor({ vendors }: Pick<Profile, 'vendors'>, update: Update): boolean {
  return update.kind === 'utterance' && vendorOf(vendors, update) !== null && said(update.text) !== null;
}

function vendorOf(vendors: readonly Vendor[], { address }: Update): Vendor | null {
  if (address.kind !== 'private') return null;
  const key = addressKey(address);
  return vendors.find(({ reach }) => reach !== undefined && addressKey(reach) === key) ?? null;
}

function said(text: string): { number: string; rest: string } | null {
  const { numbers, rest } = numbersIn(text);
  const [number] = numbers;
  return number !== undefined && TICKET.test(number) ? { number, rest } : null;
}

/** Null where it is no such answer. A ticket that this vendor does not have is not there for it. */
export async function answerOfVendor({ trx, context, update }: EffectScope): Promise<Reply[] | null> {
  if (update.kind !== 'utterance') return null;
  const vendor = vendorOf(context.profile.vendors, update);
  const answer = said(update.text);
  if (vendor === null || answer === null) return null;
  const { number, rest } = answer;
  const stored = await findTicket(trx, number);
  if (stored?.ticket.vendor !== vendor.name) return [{ text: words.gone(number) }];
  const actor = [vendor.name, update.sender.name ?? vendor.contact].join(' ');
  const action = { action: 'vendor_answer' as const, text: rest || update.text.trim() };
  const done = await actOnTicket(trx, context, { number, actor, byRequester: false, action });
  return [{ text: done.ok ? words.noted(number) : words.gone(number), ticket: number }];
}
