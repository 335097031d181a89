import { describe, expect, test } from 'vitest';
import { allowedActions } from '../../../server/console/src/board/allowed-actions.ts';

describe('the buttons of a ticket', () => {
  test.each([
    ['new', ['accept', 'assign', 'resolve', 'comment', 'urge', 'escalate', 'cancel']],
    [
      'assigned',
      ['accept', 'assign', 'resolve', 'transfer', 'hold', 'comment', 'urge', 'escalate', 'cancel'],
    ],
    ['accepted', ['resolve', 'transfer', 'hold', 'comment', 'urge', 'escalate', 'cancel']],
    ['on_hold', ['resume', 'resolve', 'transfer', 'comment', 'urge', 'escalate', 'cancel']],
    ['resolved', ['close', 'reopen', 'comment', 'urge', 'escalate']],
    ['closed', ['reopen']],
    ['cancelled', []],
  ] as const)('%s', (status, actions) => {
    expect(allowedActions(status, 'dispatcher')).toEqual(actions);
  });

  test('are not there for one who may only look', () => {
    expect(allowedActions('new', 'viewer')).toEqual([]);
    expect(allowedActions('new', 'chat')).toEqual([]);
  });
});
