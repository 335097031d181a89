/** Which panes a role sees: what it could not read or do is not shown. Pure. */
import type { Role } from '../shapes.ts';

export type PaneName = 'chat' | 'board' | 'group';

const PANES: Record<Role, readonly PaneName[]> = {
  chat: ['chat'],
  viewer: ['board', 'group'],
  dispatcher: ['board', 'group'],
  admin: ['chat', 'board', 'group'],
};

export const visiblePanes = (role: Role): readonly PaneName[] => PANES[role];
