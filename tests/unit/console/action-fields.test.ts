import { describe, expect, test } from 'vitest';
import { actionBody } from '../../../server/console/src/ticket/action-fields.ts';

const toInstant = (wall: string) => (wall ? `${wall}:00Z` : null);

describe('what is sent for an action', () => {
  test('a ticket goes to a team or to an engineer', () => {
    expect(actionBody('transfer', { to: 'team:desktop', reason: '不归我们' }, toInstant)).toEqual({
      action: 'transfer',
      team: 'desktop',
      reason: '不归我们',
    });
    expect(actionBody('assign', { to: 'assignee:李明' }, toInstant)).toEqual({
      action: 'assign',
      assignee: '李明',
    });
  });

  test('a hold has its reason, and until when as an instant', () => {
    const values = { holdReason: 'parts', until: '2026-11-21T09:00', note: ' ' };
    expect(actionBody('hold', values, toInstant)).toEqual({
      action: 'hold',
      reason: 'parts',
      until: '2026-11-21T09:00:00Z',
    });
  });

  test('fields left empty are left out', () => {
    expect(actionBody('accept', { engineer: '' }, toInstant)).toEqual({ action: 'accept' });
    expect(actionBody('comment', { text: ' 已到现场 ', internal: false }, toInstant)).toEqual({
      action: 'comment',
      text: '已到现场',
    });
    expect(actionBody('hold', { holdReason: 'other', until: '' }, toInstant)).not.toHaveProperty('until');
  });

  test('fields of another action are not sent along', () => {
    expect(actionBody('resume', { reason: 'left over' }, toInstant)).toEqual({ action: 'resume' });
  });

  test('a rating is a number', () => {
    expect(actionBody('close', { rating: 5 }, toInstant)).toEqual({ action: 'close', rating: 5 });
  });
});
