/** The web page and whatever else speaks the HTTP contract. People fetch what is theirs, so nothing is pushed. */
import type { Channel } from '../../bot/channel.ts';
import { WEB } from './decode.ts';

export { decode, privateAddress, WEB, WebMessage } from './decode.ts';

export const webChannel: Channel = {
  name: WEB,
  capabilities: {
    cards: true,
    forms: true,
    editing: true,
    files: true,
    delivery: 'feed',
    limits: { text: { most: 20_000, unit: 'characters' }, fileBytes: 20 * 1024 * 1024 },
  },
  uploads: true,
};
