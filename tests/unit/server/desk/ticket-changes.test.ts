import { describe, expect, test } from 'vitest';
import type { TicketAction } from '../../../../server/desk/ticket-actions.ts';
import { changeTicket } from '../../../../server/desk/ticket-changes.ts';
import { pausedMs, type TicketState } from '../../../../server/desk/ticket-state.ts';
import { HOUR, MINUTE, NINE } from '../../../support/small-desk.ts';
import { simpleRules, ticketState } from '../../../support/ticket-state.ts';

function change(ticket: TicketState, action: TicketAction, now = NINE + MINUTE) {
  const result = changeTicket(ticket, { action, actor: '王芳', now, rules: simpleRules });
  if (!result.ok) throw new Error(`${action.action} from ${ticket.status} was refused`);
  return result;
}

describe('every change', () => {
  test('raises the version by one and leaves the ticket it was given alone', () => {
    const before = ticketState();
    const { ticket } = change(before, { action: 'comment', text: '在路上' });
    expect(ticket).toMatchObject({ version: 2, updatedAt: NINE + MINUTE });
    expect(before).toEqual(ticketState());
  });

  test('is written into the history with its actor and what it carried', () => {
    const { entries } = change(ticketState(), { action: 'comment', text: '在路上', internal: true });
    expect(entries).toEqual([
      { at: NINE + MINUTE, actor: '王芳', action: 'comment', detail: { text: '在路上', internal: true } },
    ]);
  });

  test('is refused where the status does not allow it', () => {
    const result = changeTicket(ticketState({ status: 'closed' }), {
      action: { action: 'accept' },
      actor: '王芳',
      now: NINE,
      rules: simpleRules,
    });
    expect(result).toEqual({ ok: false });
  });
});

describe('who works on it', () => {
  test('a team is called by its name whichever way it was given, and its engineers start afresh', () => {
    const before = ticketState({ assignee: '李明' });
    expect(change(before, { action: 'assign', team: 'systems' }).ticket).toMatchObject({
      team: '系统组',
      assignee: null,
    });
    expect(change(before, { action: 'assign', team: '外援' }).ticket.team).toBe('外援');
  });

  test('an engineer brings their team along; one the desk does not know leaves it', () => {
    const before = ticketState({ team: '系统组' });
    expect(change(before, { action: 'assign', assignee: 'liming' }).ticket).toMatchObject({
      team: '桌面组',
      assignee: '李明',
    });
    expect(change(before, { action: 'assign', assignee: '外援' }).ticket).toMatchObject({ team: '系统组' });
    expect(change(before, { action: 'assign', assignee: '外援', team: '桌面组' }).ticket).toMatchObject({
      team: '桌面组',
      assignee: '外援',
    });
  });

  test('who accepts without a name is the actor', () => {
    expect(change(ticketState(), { action: 'accept' }).ticket.assignee).toBe('王芳');
  });

  test('a transfer from a hold ends the hold', () => {
    const on = change(ticketState(), { action: 'hold', reason: 'vendor' }, NINE).ticket;
    const { ticket } = change(on, { action: 'transfer', team: 'systems', reason: '网络问题' }, NINE + HOUR);
    expect(ticket).toMatchObject({ status: 'assigned', hold: null, resolveBy: NINE + 5 * HOUR });
    expect(pausedMs(ticket.pauses)).toBe(HOUR);
  });
});

describe('the response', () => {
  test.each<TicketAction>([
    { action: 'accept' },
    { action: 'hold', reason: 'user' },
    { action: 'resolve', resolution: '好了' },
  ])('$action is one', (action) => {
    expect(change(ticketState(), action).ticket.respondedAt).toBe(NINE + MINUTE);
  });

  test.each<TicketAction>([
    { action: 'comment', text: '看到了' },
    { action: 'assign', team: 'systems' },
    { action: 'urge' },
    { action: 'cancel' },
  ])('$action is none', (action) => {
    expect(change(ticketState(), action).ticket.respondedAt).toBeNull();
  });

  test('it is the first one that counts', () => {
    const { ticket } = change(ticketState({ respondedAt: NINE }), { action: 'accept' });
    expect(ticket.respondedAt).toBe(NINE);
  });
});

describe('the clock', () => {
  test('a hold remembers where it came from, and resuming goes back there', () => {
    for (const status of ['assigned', 'accepted'] as const) {
      const on = change(ticketState({ status }), { action: 'hold', reason: 'parts' }).ticket;
      expect(on).toMatchObject({ status: 'on_hold', hold: { from: status, since: NINE + MINUTE } });
      expect(change(on, { action: 'resume' }, NINE + HOUR).ticket).toMatchObject({ status, hold: null });
    }
  });

  test('each pause moves what is still to be met, and the time that was used stays used', () => {
    let ticket = change(ticketState({ status: 'accepted', respondedAt: NINE }), {
      action: 'hold',
      reason: 'parts',
    }).ticket;
    ticket = change(ticket, { action: 'resume' }, NINE + MINUTE + HOUR).ticket;
    ticket = change(ticket, { action: 'hold', reason: 'user' }, NINE + 2 * HOUR).ticket;
    ticket = change(ticket, { action: 'resolve', resolution: '好了' }, NINE + 3 * HOUR).ticket;
    expect(pausedMs(ticket.pauses)).toBe(2 * HOUR);
    expect(ticket).toMatchObject({ resolveBy: NINE + 6 * HOUR, respondBy: NINE + 30 * MINUTE });
  });

  test('who resolves straight from a hold has not used the time of the hold', () => {
    const before = ticketState({ status: 'accepted', respondedAt: NINE });
    const on = change(before, { action: 'hold', reason: 'parts' }, NINE + 3 * HOUR).ticket;
    const { ticket } = change(on, { action: 'resolve', resolution: '好了' }, NINE + 30 * HOUR);
    expect(ticket.resolveBy).toBe(NINE + 31 * HOUR);
  });

  test('a target that is met is not moved by what comes after', () => {
    const resolved = ticketState({ status: 'resolved', respondedAt: NINE, resolvedAt: NINE });
    const { ticket } = change(resolved, { action: 'update', changes: {}, text: '', urgency: 'critical' });
    expect(ticket).toMatchObject({ respondBy: resolved.respondBy, resolveBy: resolved.resolveBy });
  });

  test('a higher urgency is counted from the opening', () => {
    const { ticket } = change(ticketState(), {
      action: 'update',
      changes: {},
      text: '整层都断了',
      urgency: 'critical',
    });
    expect(ticket).toMatchObject({ urgency: 'critical', priority: 1, resolveBy: NINE + HOUR });
  });

  test('reopening counts afresh from that moment, and a later pause from there too', () => {
    const ended = { status: 'closed', resolvedAt: NINE, closedAt: NINE, respondedAt: NINE } as const;
    const closed = ticketState({ ...ended, rating: { score: 5 } });
    const now = NINE + 24 * HOUR;
    const again = change(closed, { action: 'reopen', reason: '又坏了' }, now).ticket;
    expect(again).toMatchObject({
      resolvedAt: null,
      closedAt: null,
      resolution: null,
      rating: null,
      resolveBy: now + 4 * HOUR,
    });
    const on = change(again, { action: 'hold', reason: 'parts' }, now).ticket;
    expect(change(on, { action: 'resume' }, now + HOUR).ticket.resolveBy).toBe(now + 5 * HOUR);
  });
});

describe('the end', () => {
  const resolved = ticketState({ status: 'resolved', resolution: { resolution: '换了硒鼓', by: '王芳' } });

  test('closing says who confirmed, and keeps the rating with a line of its own', () => {
    const { ticket, entries } = change(resolved, { action: 'close', rating: { score: 2, reasons: ['慢'] } });
    expect(ticket).toMatchObject({ closedAt: NINE + MINUTE, rating: { score: 2, reasons: ['慢'] } });
    expect(ticket.resolution).toEqual({ resolution: '换了硒鼓', by: '王芳', confirmedBy: '王芳' });
    expect(entries.map(({ action }) => action)).toEqual(['close', 'rated']);
  });

  test('a rating can come later', () => {
    const { ticket, entries } = change(resolved, { action: 'rate', score: 5 });
    expect(ticket).toMatchObject({ status: 'resolved', rating: { score: 5 } });
    expect(entries).toMatchObject([{ action: 'rated', detail: { score: 5 } }]);
  });
});

describe('what is added', () => {
  test('stands in its field, in the slots, and in the person’s own words', () => {
    const { ticket, entries } = change(ticketState(), {
      action: 'update',
      changes: { model: 'HP M428', location: { text: '四楼', floor: '4' } },
      text: '型号 HP M428，在四楼',
    });
    expect(ticket).toMatchObject({
      device: '打印机',
      model: 'HP M428',
      location: { floor: '4' },
      slots: { device: '打印机', model: 'HP M428' },
      description: '三楼302打印机卡纸了\n型号 HP M428，在四楼',
    });
    expect(entries[0]?.action).toBe('updated');
  });

  test('a number alone is the requester’s, with a name it is that person’s', () => {
    const said = (changes: object) => change(ticketState(), { action: 'update', changes, text: '' }).ticket;
    expect(said({ phone: '8012' })).toMatchObject({ requester: { phone: '8012' }, contact: null });
    expect(said({ phone: '8012', person: '李四' })).toMatchObject({
      contact: { name: '李四', phone: '8012' },
    });
  });
});
