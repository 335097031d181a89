/** Word of a turn's effects, after its commit. */
import type { Address, Update } from '../../bot/types.ts';
import type { Bus } from './bus.ts';

export interface Done {
  replied: boolean;
  /** Tickets, meetings or groups may look different now. */
  changed: boolean;
  /** It recorded what the workers have to do, besides the replies. */
  leftWork: boolean;
  /** What was replied waits to be sent. */
  pushed: boolean;
}

/** Open pages are told of what they show, and workers are woken where the turn left them something. */
export function announce(
  bus: Bus,
  groups: readonly Address[],
  { address }: Update,
  { replied, changed, leftWork, pushed }: Done,
): void {
  if (address.kind === 'group') bus.publish({ type: 'group', group: address.chat });
  else if (replied) bus.publish({ type: 'chat', user: address.chat });
  if (changed) {
    bus.publish({ type: 'ticket' });
    announceGroups(bus, groups);
  }
  if (leftWork || (replied && pushed)) bus.publish({ type: 'work' });
}

/** The pages that show a dispatch group are told that its cards may have changed. */
export function announceGroups(bus: Bus, groups: readonly Address[]): void {
  for (const { chat } of groups) bus.publish({ type: 'group', group: chat });
}
