/** Tables of conversations, updates in, messages out and what came with them, as TypeScript sees them. A change here comes with a migration (server/store/migrations/). */

import type { Generated } from 'kysely';
import type { Reply } from '../../../bot/reply.ts';
import type { Address, Attachment, Update } from '../../../bot/types.ts';
import type { Json } from './columns.ts';

export interface ConversationTable {
  key: string;
  address: Json<Address>;
  state: Json<unknown>;
  state_version: number;
  version: Generated<number>;
  updated_at: Date;
}

export interface InboxTable {
  id: Generated<number>;
  channel: string;
  update_id: string;
  conversation_key: string;
  kind: Update['kind'];
  body: Json<Update>;
  status: 'pending' | 'done' | 'parked';
  attempts: Generated<number>;
  not_before: Date | null;
  last_error: string | null;
  received_at: Date;
  done_at: Date | null;
}

export interface OutboxTable {
  id: Generated<number>;
  inbox_id: number | null;
  ordinal: Generated<number>;
  channel: string;
  address_key: string;
  address: Json<Address>;
  body: Json<Reply>;
  /** Messages with the same key at one address are one card: a later one updates it in place. */
  card_key: string | null;
  /** Leaves before what else waits for its address. */
  urgent: Generated<boolean>;
  /** It is the answer to the card that was sent under this key at its address. */
  answers_card: string | null;
  status: 'pending' | 'delivered' | 'dead';
  attempts: Generated<number>;
  not_before: Date | null;
  last_error: string | null;
  platform_message_id: string | null;
  created_at: Date;
  delivered_at: Date | null;
}

export interface CounterTable {
  kind: string;
  /** `YYYYMMDD` in the desk's zone. */
  day: string;
  last: number;
}

export interface IdempotencyTable {
  scope: string;
  key: string;
  body_hash: string;
  response: Json<unknown>;
  created_at: Date;
}

export interface AttachmentTable {
  id: string;
  conversation_key: string;
  channel: string;
  /** What the channel needs to fetch it. */
  ref: string;
  kind: Attachment['kind'];
  name: string;
  /** By its own bytes once it is kept; before, what its platform said. */
  type: string | null;
  size: number | null;
  status: 'waiting' | 'kept' | 'refused';
  attempts: Generated<number>;
  not_before: Date | null;
  last_error: string | null;
  /** The number of the ticket that it belongs to. */
  ticket: string | null;
  /** Who is to see it once it is kept: the dispatch groups, the ticket's requester, or whoever looks at the ticket. */
  for_whom: Generated<'crew' | 'requester' | 'nobody'>;
  shown_at: Date | null;
  received_at: Date;
}

/** What one replica at a time does. */
export interface LeaseTable {
  name: string;
  holder: string;
  until: Date;
}
