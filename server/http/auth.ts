/** Who calls, and whether they may: pure, over the header and a table of hashes. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiToken, Role } from '../config.ts';

export interface TokenEntry {
  role: Role;
  hash: Buffer;
  /** Names the token in limits and idempotency scopes without giving it away. */
  id: string;
}

/** Tokens are kept as hashes, so that comparing takes as long for a near miss as for a far one. */
export function tokenTable(tokens: readonly ApiToken[]): TokenEntry[] {
  return tokens.map(({ role, token }) => {
    const hash = sha256(token);
    return { role, hash, id: `token:${hash.toString('hex').slice(0, 16)}` };
  });
}

/** The token's entry, or null; every entry is compared, whichever fits. */
export function authenticate(header: string | undefined, table: readonly TokenEntry[]): TokenEntry | null {
  const token = /^bearer +([\x21-\x7e]{1,1024}) *$/i.exec(header ?? '')?.[1];
  if (token === undefined) return null;
  const hash = sha256(token);
  let found: TokenEntry | null = null;
  for (const entry of table) if (timingSafeEqual(entry.hash, hash)) found = entry;
  return found;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

const GRANTED: Record<Role, readonly Role[]> = {
  chat: ['chat'],
  viewer: ['viewer'],
  dispatcher: ['viewer', 'dispatcher'],
  admin: ['chat', 'viewer', 'dispatcher', 'admin'],
};

/** Whether a caller of this role may do what `needed` may. */
export function mayAct(role: Role, needed: Role): boolean {
  return GRANTED[role].includes(needed);
}
