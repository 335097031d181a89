import { expect, test } from 'vitest';
import { visiblePanes } from '../../../server/console/src/session/visible-panes.ts';

test.each([
  ['chat', ['chat']],
  ['viewer', ['board', 'group']],
  ['dispatcher', ['board', 'group']],
  ['admin', ['chat', 'board', 'group']],
] as const)('%s sees what it may read', (role, panes) => {
  expect(visiblePanes(role)).toEqual(panes);
});
