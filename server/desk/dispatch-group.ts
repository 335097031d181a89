/** How a dispatch group is written: `feishu:oc_…`, `telegram:-100…[/topic]`, `wechat:…`, `web:dispatch`. */
import type { Address } from '../../bot/types.ts';

export const CHANNELS = ['feishu', 'telegram', 'wechat', 'web'] as const;

export const GROUP_EXPECTED = 'feishu:oc_…, telegram:-100…[/topic], wechat:… or web:dispatch';

/** The group's address, or null where the text is none. */
export function readDispatchGroup(text: string): Address | null {
  const colon = text.indexOf(':');
  const channel = CHANNELS.find((candidate) => candidate === text.slice(0, Math.max(colon, 0)));
  const chat = text.slice(colon + 1).trim();
  if (channel === undefined || chat === '' || /\s/.test(chat)) return null;
  if (channel !== 'telegram') return { channel, chat, kind: 'group' };
  const match = /^(-?\d+|@\w+)(?:\/(\d+))?$/.exec(chat);
  if (match?.[1] === undefined) return null;
  return { channel, chat: match[1], kind: 'group', ...(match[2] === undefined ? {} : { topic: match[2] }) };
}
