/** What the local Bot API keeps, and how it may misbehave. */

export interface Person {
  id: number;
  first_name: string;
  username?: string;
}

export interface PlatformChat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string;
  username?: string;
  /** Topics of a forum. */
  topics?: Set<number>;
  /** The number of the supergroup that this group became. */
  movedTo?: number;
  /** People can't be written to who blocked the bot, or never opened it. */
  blocked?: boolean;
}

export interface Button {
  text: string;
  callback_data?: string;
  url?: string;
}

export interface ShownMessage {
  message_id: number;
  chat: number;
  topic?: number;
  from: Person | 'bot';
  text: string;
  bold: string[];
  buttons: Button[][];
  replyTo?: number;
  file?: { kind: 'photo' | 'document'; name: string; bytes: Buffer };
  edits: number;
}

export interface Call {
  method: string;
  payload: Record<string, unknown>;
}

/** `taken`: the call had its effect although its answer never came whole. */
export type Fault =
  /** This call is served as it should be. */
  | { kind: 'none' }
  | { kind: 'error'; code: number; description: string; retryAfter?: number }
  | { kind: 'page'; code: number }
  | { kind: 'cut' | 'reset' | 'hang'; taken: boolean };

export interface Refusal {
  code: number;
  description: string;
  parameters?: Record<string, number>;
}

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(code: number, description: string, parameters?: Record<string, number>) {
    super(description);
    this.refusal = { code, description, ...(parameters ? { parameters } : {}) };
  }
}
