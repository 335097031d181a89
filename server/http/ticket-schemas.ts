/** What the ticket routes take. */
import { z } from 'zod';
import { Category, TicketKind, Urgency } from '../../bot/types.ts';
import { dateOrMoment, text, words } from '../desk/fields.ts';
import { ContractAction } from '../desk/ticket-actions.ts';
import { TicketStatus } from '../desk/ticket-record.ts';
import { beside, limit, listOf, orEmpty } from './schemas.ts';

/** The person's id on their channel; `vip` where the caller vouches for it. */
export const RequesterBody = z.object({
  id: words(256),
  channel: words(50).default('web'),
  name: text(200).optional(),
  department: text(200).optional(),
  phone: text(50).optional(),
  vip: z.boolean().optional(),
  person: text(256).optional(),
});

const LocationBody = z.object({
  text: words(500),
  building: text(100).optional(),
  floor: text(50).optional(),
  room: text(100).optional(),
});

/** Null says the same as leaving it out: a record that was read can be sent back. */
const stated = <T extends z.ZodType>(schema: T) => schema.nullish();

export const TicketBody = z.object({
  kind: TicketKind,
  title: words(200),
  requester: RequesterBody,
  description: text(20_000).optional(),
  category: stated(Category),
  urgency: stated(Urgency),
  contact: stated(z.object({ name: text(200).optional(), phone: text(50).optional() })),
  location: stated(LocationBody),
  device: stated(text(200)),
  system: stated(text(200)),
  model: stated(text(200)),
  asset: stated(text(200)),
  quantity: stated(z.int().min(1).max(1_000_000)),
  deadline: stated(dateOrMoment),
  actor: text(100).optional(),
  /** Under which the caller knows it; a second ticket of the same id is the first. */
  externalId: stated(words(200)),
});
export type TicketBody = z.infer<typeof TicketBody>;

export const TicketActionBody = z.intersection(ContractAction, beside);

export const TicketQuery = z.object({
  requester: orEmpty(text(256)),
  status: orEmpty(listOf(TicketStatus)),
  category: orEmpty(Category),
  team: orEmpty(text(100)),
  assignee: orEmpty(text(100)),
  overdue: orEmpty(z.enum(['true', 'false'])),
  q: orEmpty(text(200)),
  externalId: orEmpty(text(200)),
  limit: orEmpty(limit),
  cursor: orEmpty(z.string().max(200)),
});
