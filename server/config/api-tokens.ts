/** `API_TOKENS`: a comma-separated list of `ROLE:TOKEN` (HTTP contract, «Who may call»). */
import type { Fault, Read } from './read.ts';

export const ROLES = ['chat', 'viewer', 'dispatcher', 'admin'] as const;
/** What a caller may do: `chat` posts messages, `viewer` reads, `dispatcher` reads and acts, `admin` does all. */
export type Role = (typeof ROLES)[number];

export interface ApiToken {
  role: Role;
  token: string;
}

const LEAST_LENGTH = 16;

/** Reads the list; a fault names the item by its place and shows no token. */
export function readApiTokens(text: string): Read<ApiToken[]> {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const tokens: ApiToken[] = [];
  const faults: Fault[] = [];
  for (const [index, item] of items.entries()) {
    const read = readItem(item, index + 1);
    if ('token' in read) tokens.push(read);
    else faults.push(read);
  }
  faults.push(...clashes(tokens));
  return faults.length === 0 ? { ok: true, value: tokens } : { ok: false, faults };
}

function readItem(item: string, place: number): ApiToken | Fault {
  const colon = item.indexOf(':');
  const expected = `ROLE:TOKEN, ROLE one of ${ROLES.join(', ')}`;
  if (colon < 0) return { holds: `item ${place}: ***`, expected };
  const name = item.slice(0, colon).trim();
  const token = item.slice(colon + 1).trim();
  const role = ROLES.find((candidate) => candidate === name);
  if (role === undefined) return { holds: `item ${place}: ${showRole(name, token)}:***`, expected };
  const holds = `item ${place}: ${role}:*** (${token.length} characters)`;
  if (token.length < LEAST_LENGTH)
    return { holds, expected: `a token of ${LEAST_LENGTH} characters or more` };
  if (!/^[\x21-\x7e]+$/.test(token)) return { holds, expected: 'a token of visible ASCII characters' };
  return { role, token };
}

/** What stands in the role's place may be a token written the wrong way round: only a short plain word is shown. */
function showRole(name: string, token: string): string {
  const swapped = ROLES.some((role) => role === token);
  return !swapped && /^[A-Za-z]{1,12}$/.test(name) ? name : '***';
}

function clashes(tokens: ApiToken[]): Fault[] {
  const roleOf = new Map<string, Role>();
  const faults: Fault[] = [];
  for (const { role, token } of tokens) {
    const other = roleOf.get(token);
    if (other !== undefined && other !== role)
      faults.push({
        holds: `one token for ${other} and ${role}`,
        expected: 'a token of its own for each role',
      });
    roleOf.set(token, role);
  }
  return faults;
}
