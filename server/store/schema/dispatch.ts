/** Tables of targets, alerts, webhooks and feeds, as TypeScript sees them. A change here comes with a migration (server/store/migrations/). */
import type { Generated } from 'kysely';
import type { UrgeMeans } from '../../../bot/channel.ts';
import type { Address } from '../../../bot/types.ts';
import type { Json } from './columns.ts';

/** When something happens next to a target of a ticket. */
export interface TicketDueTable {
  ticket_id: number;
  target: string;
  next_at: Date;
}

/** An address that hears of every change of a ticket. */
export interface WebhookTable {
  id: Generated<number>;
  url: string;
  secret: string;
  /** It hears of this vendor's tickets alone, by the vendor's name. */
  vendor: string | null;
  created_at: Date;
}

export interface WebhookDeliveryTable {
  id: Generated<number>;
  webhook_id: number;
  body: Json<unknown>;
  attempts: Generated<number>;
  not_before: Date | null;
  last_error: string | null;
  /** Given up. */
  dead: Generated<boolean>;
  created_at: Date;
}

/** A person's calendar feed. */
export interface FeedTable {
  person: string;
  token_hash: string;
  created_at: Date;
}

/** What is left of the means by which somebody is called, and how long each is waited for. */
export interface Urging {
  means: UrgeMeans[];
  everyMs: number;
}

/** Somebody has to hear of a target; told alone or together with others in one message. */
export interface AlertTable {
  id: Generated<number>;
  ticket_id: number;
  target: string;
  rung: string;
  address_key: string;
  address: Json<Address>;
  detail: Json<{ names: string[]; pressing: boolean }>;
  critical: boolean;
  not_before: Date;
  told_at: Date | null;
  /** The message that it was told in. */
  message: string | null;
  /** Nobody acknowledged it in time: by what means they are called to it, the next at `urge_at`. */
  urge: Json<Urging> | null;
  urge_at: Date | null;
}
