/** What several parts of a profile are written in: ids, names, telephones, durations, conditions, addresses. */
import { z } from 'zod';
import { type Address, Category, TicketKind, Urgency } from '../../bot/types.ts';
import { GROUP_EXPECTED, readDispatchGroup } from './dispatch-group.ts';
import { durationMs } from './duration.ts';

export const Id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, 'expected a short name without blanks');
export const Name = z.string().trim().min(1).max(100);
export const Phone = z.string().regex(/^[\d+*#() -]{3,30}$/, 'expected a telephone number, in quotes');

/** `HH:MM`, 00:00 to 23:59. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected HH:MM');

/** Milliseconds, written as an ISO 8601 duration. */
export const Duration = z.string().transform((text, context) => {
  const ms = durationMs(text);
  if (ms !== null) return ms;
  context.addIssue({
    code: 'custom',
    message: 'expected an ISO 8601 duration in W, D, H, M or S, such as PT4H',
  });
  return z.NEVER;
});

export function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item.transform((value) => [value]), z.array(item).min(1)]);
}

/** All conditions that are given must hold; a list holds where one of it does. */
export const Condition = z.strictObject({
  category: oneOrMore(Category).optional(),
  urgency: oneOrMore(Urgency).optional(),
  kind: TicketKind.optional(),
  site: oneOrMore(Id).optional(),
  /** Whether the site is looked after by the desk's own crew. */
  inside: z.boolean().optional(),
  vip: z.boolean().optional(),
  /** A major fault that somebody declared. */
  disaster: z.boolean().optional(),
  system: oneOrMore(Name).optional(),
  /** The requester's department, by its name in the profile. */
  department: oneOrMore(Name).optional(),
  /** Opened between two times of the day, past midnight where the second is not after the first. */
  hours: z.tuple([TimeOfDay, TimeOfDay]).optional(),
  /** During a period of assurance (保障期). */
  assurance: z.boolean().optional(),
});
export type Condition = z.infer<typeof Condition>;

export const Group = z.string().transform((text, context): Address => {
  const group = readDispatchGroup(text);
  if (group !== null) return group;
  context.addIssue({ code: 'custom', message: `expected ${GROUP_EXPECTED}` });
  return z.NEVER;
});

const MAIL_REACH = /^mail:([^@\s<>,;:"()]+@[^@\s<>,;:"()]+)$/;

/** A person's own chat, written like a group (`feishu:ou_…`, `web:u1`), or their mailbox: `mail:service@vendor.example`. */
export const Reach = z.string().transform((text, context): Address => {
  const mailbox = MAIL_REACH.exec(text)?.[1];
  const chat = mailbox === undefined ? readDispatchGroup(text) : { channel: 'mail', chat: mailbox };
  if (chat !== null) return { ...chat, kind: 'private' };
  context.addIssue({ code: 'custom', message: `expected ${GROUP_EXPECTED} or mail:name@host` });
  return z.NEVER;
});
