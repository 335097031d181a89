/** What a channel is to the rest of the product: what it can do, and one way to send. adapters/README.md says more. */
import type { Reply } from './reply.ts';
import type { Address } from './types.ts';

export interface Capabilities {
  /** Cards with buttons; without them a reply's text, with its numbered choices, is sent. */
  cards: boolean;
  /** A sent card can be changed in place. */
  editing: boolean;
  /**
   * `push`: messages are sent to a platform. `feed`: people fetch what is theirs from the desk itself, so a message is
   * delivered once it is recorded.
   */
  delivery: 'push' | 'feed';
}

/** One message to send. `id` never changes for a message: the platform's deduplication key where it has one. */
export interface Outgoing {
  id: string;
  address: Address;
  reply: Reply;
  /** Set where the message is a card that earlier ones of the same key showed: `platformMessageId` is the one to edit. */
  cardKey?: string;
  platformMessageId?: string;
}

export type SendResult =
  | { ok: true; platformMessageId?: string }
  /** Worth another try, after `afterMs` where the platform said so. */
  | { ok: false; retry: true; afterMs?: number; error: string }
  /** Never going to work: the platform's own code says why. */
  | { ok: false; retry: false; error: string };

export interface Channel {
  name: string;
  capabilities: Capabilities;
  /** Sends one message; a failure is a value. Only channels that push have it. */
  send?(message: Outgoing): Promise<SendResult>;
}
