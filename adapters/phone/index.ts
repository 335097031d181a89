/** Telephone calls, logged by an agent. Nothing can be sent to a telephone: an agent rings back what waits for it. */
import type { Channel } from '../../bot/channel.ts';

export const phoneChannel: Channel = {
  name: 'phone',
  capabilities: {
    cards: false,
    forms: false,
    editing: false,
    files: false,
    delivery: 'feed',
    limits: { text: { most: 20_000, unit: 'characters' }, fileBytes: 0 },
  },
};
