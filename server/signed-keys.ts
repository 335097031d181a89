/** Keys of addresses that whoever has them may open without a token. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ApiToken } from './config.ts';

export interface SignedKeys {
  keyOf(subject: string): string;
  isRight(subject: string, said: string): boolean;
}

/**
 * Signed with the API's tokens: who knows one key knows no other, and new tokens end all of them. `purpose` keeps the keys
 * of one kind of address from opening another.
 */
export function createSignedKeys(tokens: readonly ApiToken[], purpose: string): SignedKeys {
  const secret = tokens.map(({ role, token }) => `${role}:${token}`).join('\n');
  const keyOf = (subject: string) =>
    createHmac('sha256', `${purpose}\n${secret}`).update(subject).digest('base64url').slice(0, 32);
  return {
    keyOf,
    isRight(subject, said) {
      const [right, given] = [Buffer.from(keyOf(subject)), Buffer.from(said)];
      return right.length === given.length && timingSafeEqual(right, given);
    },
  };
}
