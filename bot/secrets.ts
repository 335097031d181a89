/** What a message may not keep: found, told to the sender, and never stored, logged or sent on. */
import { findMarkings } from './secrets/classified.ts';
import { fold } from './secrets/fold.ts';
import { findKeys } from './secrets/keys.ts';
import { findNumbers } from './secrets/numbers.ts';
import { findPasswords } from './secrets/passwords.ts';
import { joinOverlapping, type Secret } from './secrets/span.ts';
import type { SecretKind } from './types.ts';

export type { Secret };

/** What stands in a secret's place. */
const IN_PLACE_OF: Readonly<Record<SecretKind, string>> = {
  id_card: '[身份证号已隐去]',
  bank_card: '[银行卡号已隐去]',
  password: '[密码已隐去]',
  classified: '[涉密内容已隐去]',
  key: '[密钥已隐去]',
};

/**
 * The text without its secrets, and where they stood, in UTF-16 units of the text as given. A text that bears a
 * classified marking is replaced as a whole: what it marks may stand before it as well as after. Masking a masked text
 * finds nothing. Takes time in proportion to the length.
 */
export function maskSecrets(text: string): { text: string; found: Secret[] } {
  const found = findAll(fold(text));
  if (found.some((secret) => secret.kind === 'classified')) return { text: IN_PLACE_OF.classified, found };
  return { text: replaced(text, found), found };
}

const MOST_PASSES = 6;

/** Looks again where something was found: what stood beside a secret may only then be seen for what it is. */
function findAll(folded: string): Secret[] {
  const found: Secret[] = [];
  let rest = folded;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const more = joinOverlapping([
      ...findKeys(rest),
      ...findNumbers(rest),
      ...findPasswords(rest),
      ...findMarkings(rest),
    ]);
    if (more.length === 0) break;
    found.push(...more);
    rest = coveredUp(rest, more);
  }
  return joinOverlapping(found);
}

/** Each secret's place taken, length for length, by what reads like the words that stand for it at last. */
function coveredUp(text: string, secrets: readonly Secret[]): string {
  let covered = '';
  let from = 0;
  for (const { start, end } of secrets) {
    covered += `${text.slice(from, start)}[${'隐'.repeat(Math.max(end - start - 2, 0))}]`.slice(0, end);
    from = end;
  }
  return covered + text.slice(from);
}

function replaced(text: string, found: readonly Secret[]): string {
  let masked = '';
  let from = 0;
  for (const secret of found) {
    masked += text.slice(from, secret.start) + IN_PLACE_OF[secret.kind];
    from = secret.end;
  }
  return masked + text.slice(from);
}
