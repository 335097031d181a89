/** Which of the page's data a live event makes stale. Pure. */
import type { LiveEvent } from '../shapes.ts';

/** Names under which the page keeps what it has read. */
export const KEYS = {
  chat: (user: string) => ['chat', user],
  group: (group: string) => ['group', group],
  tickets: ['tickets'],
  ticket: (number?: string) => (number === undefined ? ['ticket'] : ['ticket', number]),
  meetings: ['meetings'],
  meetingsBetween: (from: string, to: string) => ['meetings', from, to],
  meeting: (number: string) => ['meetings', number],
  operator: ['operator'],
  calls: ['calls'],
  knowledge: ['knowledge'],
} as const;

/** The event in a line of the stream; null for one that this page does not know. */
export function parseEvent(data: string): LiveEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  const { type } = value;
  return type === 'chat' || type === 'group' || type === 'ticket' || type === 'meeting'
    ? (value as LiveEvent)
    : null;
}

export function affectedKeys(event: LiveEvent): readonly (readonly string[])[] {
  switch (event.type) {
    case 'chat':
      return [KEYS.chat(event.user)];
    case 'group':
      return [KEYS.group(event.group)];
    case 'ticket':
      return [KEYS.tickets, KEYS.ticket(event.number), KEYS.calls];
    case 'meeting':
      return [KEYS.meetings];
  }
}
