/** Addresses of a meeting's pages for who has no account: the crew's check-list, and what the code at the door opens. */
import type { ApiToken } from '../config.ts';
import { createSignedKeys } from '../signed-keys.ts';

export type MeetingPage = 'checklist' | 'door';

export interface PageLinks {
  pathOf(page: MeetingPage, number: string): string;
  /** Null where nobody said how people reach this server (`PUBLIC_URL`). */
  urlOf(page: MeetingPage, number: string): string | null;
  isRight(page: MeetingPage, number: string, key: string): boolean;
  /** Six digits on the crew's card: whoever scans the code at the door needs them for the check-list. */
  codeOf(number: string): string;
}

export function createPageLinks(tokens: readonly ApiToken[], publicUrl: string | null): PageLinks {
  const keys = { checklist: createSignedKeys(tokens, 'checklist'), door: createSignedKeys(tokens, 'door') };
  const codes = createSignedKeys(tokens, 'checklist code');
  const pathOf = (page: MeetingPage, number: string) => `/${page}/${number}/${keys[page].keyOf(number)}`;
  return {
    pathOf,
    urlOf: (page, number) => (publicUrl === null ? null : new URL(pathOf(page, number), publicUrl).href),
    isRight: (page, number, key) => keys[page].isRight(number, key),
    codeOf(number) {
      const bytes = Buffer.from(codes.keyOf(number), 'base64url');
      return String(bytes.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
    },
  };
}
