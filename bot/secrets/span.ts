import type { SecretKind } from '../types.ts';

/** Where a secret stands: `start` to before `end`, in UTF-16 units of the text as given. */
export interface Secret {
  kind: SecretKind;
  start: number;
  end: number;
}

/** Where two readings have the same length, the earlier kind in this list names it. */
const PRECEDENCE: readonly SecretKind[] = ['key', 'id_card', 'bank_card', 'password', 'classified'];

function isStronger(one: Secret, other: Secret): boolean {
  const longer = one.end - one.start - (other.end - other.start);
  return longer > 0 || (longer === 0 && PRECEDENCE.indexOf(one.kind) < PRECEDENCE.indexOf(other.kind));
}

/** Joins readings that overlap: the span covers them all, so that no end of one stays readable; the longest names it. */
export function joinOverlapping(secrets: readonly Secret[]): Secret[] {
  const sorted = [...secrets].sort((a, b) => a.start - b.start);
  const joined: Secret[] = [];
  let strongest: Secret | undefined;
  for (const secret of sorted) {
    const last = joined.at(-1);
    if (last === undefined || strongest === undefined || secret.start >= last.end) {
      joined.push({ ...secret });
      strongest = secret;
      continue;
    }
    if (isStronger(secret, strongest)) strongest = secret;
    last.kind = strongest.kind;
    last.end = Math.max(last.end, secret.end);
  }
  return joined;
}
