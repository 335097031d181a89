/** Tables of people, their accounts and calls, as TypeScript sees them. A change here comes with a migration (server/store/migrations/). */

import type { Generated } from 'kysely';
import type { Address } from '../../../bot/types.ts';
import type { Json } from './columns.ts';

export interface PersonTable {
  id: string;
  name: string;
  unit: string | null;
  department: string | null;
  room: string | null;
  /** On the desk: an extension or a line. */
  phone: string | null;
  mobile: string | null;
  level: string | null;
  vip: boolean;
  /** The id of another person. */
  manager: string | null;
  source: 'import' | 'platform' | 'self';
  active: boolean;
  updated_at: Date;
}

export interface PersonAccountTable {
  channel: string;
  account: string;
  person: string;
  joined_by: 'mobile' | 'code' | 'platform';
  joined_at: Date;
  /** The private chat in which this account can be written to, where it is known. */
  address: Json<Address> | null;
}

export interface JoinCodeTable {
  /** The code itself is told to its owner and kept nowhere. */
  hash: string;
  person: string;
  expires_at: Date;
  used_at: Date | null;
}

export interface JoinMissTable {
  id: Generated<number>;
  channel: string;
  account: string;
  at: Date;
}

export interface CallLogTable {
  id: Generated<number>;
  at: Date;
  agent: string;
  phone: string;
  name: string | null;
  department: string | null;
  person: string | null;
  said: string;
  intent: string;
  outcome: 'ticket_opened' | 'ticket_urged' | 'ticket_commented' | 'noted';
  ticket: string | null;
}

/** Who rang back to say what a message to a telephone says, and when. */
export interface CallBackTable {
  message: number;
  agent: string;
  at: Date;
}
