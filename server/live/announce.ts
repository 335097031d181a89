/** Word of a turn's effects, after its commit. */
import type { Update } from '../../bot/types.ts';
import type { Bus } from './bus.ts';

/** Open pages are told, and workers are woken for the notices and messages that the turn left. */
export function announce(bus: Bus, update: Update, replied: boolean): void {
  const { address } = update;
  if (address.kind === 'group') bus.publish({ type: 'group', group: address.chat });
  else if (replied) bus.publish({ type: 'chat', user: address.chat });
  bus.publish({ type: 'ticket' });
  bus.publish({ type: 'group', group: 'dispatch' });
  bus.publish({ type: 'work' });
}
