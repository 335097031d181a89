/** `feishu:oc_…,telegram:-100…[/topic],wechat:…,web:dispatch`: groups that get every dispatch card. */
import type { Address } from '../../bot/types.ts';
import type { Fault, Read } from './read.ts';

export const CHANNELS = ['feishu', 'telegram', 'wechat', 'web'] as const;

const EXPECTED = 'feishu:oc_…, telegram:-100…[/topic], wechat:… or web:dispatch';

/** Reads a comma-separated list of groups, as written in the environment. */
export function readDispatchGroups(text: string): Read<Address[]> {
  return readGroupList(
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );
}

/** Reads groups given one by one, as a profile writes them. */
export function readGroupList(items: readonly string[]): Read<Address[]> {
  const groups: Address[] = [];
  const faults: Fault[] = [];
  for (const item of items) {
    const group = readGroup(item);
    if (group === null) faults.push({ holds: JSON.stringify(item), expected: EXPECTED });
    else groups.push(group);
  }
  return faults.length === 0 ? { ok: true, value: groups } : { ok: false, faults };
}

function readGroup(item: string): Address | null {
  const colon = item.indexOf(':');
  const channel = CHANNELS.find((candidate) => candidate === item.slice(0, Math.max(colon, 0)));
  const chat = item.slice(colon + 1).trim();
  if (channel === undefined || chat === '' || /\s/.test(chat)) return null;
  if (channel !== 'telegram') return { channel, chat, kind: 'group' };
  const match = /^(-?\d+|@\w+)(?:\/(\d+))?$/.exec(chat);
  if (match?.[1] === undefined) return null;
  return { channel, chat: match[1], kind: 'group', ...(match[2] === undefined ? {} : { topic: match[2] }) };
}
