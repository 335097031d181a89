import type { Update } from '../../bot/types.ts';

/** Whose request it is: the sender, under the channel they wrote in. */
export function requesterOf({ sender, address }: Update) {
  const { id, name, department, phone, person, vip } = sender;
  return { id, channel: address.channel, name, department, phone, person, vip };
}
