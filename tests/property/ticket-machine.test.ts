import fc from 'fast-check';
import { expect, test } from 'vitest';
import { climb } from '../../server/desk/climbing.ts';
import { stepsAhead } from '../../server/desk/ladder.ts';
import { TicketAction, type TicketActionName } from '../../server/desk/ticket-actions.ts';
import { changeTicket } from '../../server/desk/ticket-changes.ts';
import type { TicketStatus } from '../../server/desk/ticket-record.ts';
import { pausedMs, type TicketState } from '../../server/desk/ticket-state.ts';
import { DAY, NINE } from '../support/small-desk.ts';
import { simpleRules, ticketState } from '../support/ticket-state.ts';

const ACTIONS: Record<TicketActionName, TicketAction> = {
  assign: { action: 'assign', team: 'systems' },
  accept: { action: 'accept', assignee: 'liming' },
  transfer: { action: 'transfer', assignee: '赵军', reason: '不归我管' },
  hold: { action: 'hold', reason: 'parts' },
  resume: { action: 'resume' },
  resolve: { action: 'resolve', resolution: '好了' },
  close: { action: 'close', rating: { score: 4 } },
  reopen: { action: 'reopen', reason: '又坏了' },
  cancel: { action: 'cancel' },
  escalate: { action: 'escalate' },
  comment: { action: 'comment', text: '看过了' },
  urge: { action: 'urge' },
  arrive: { action: 'arrive' },
  plan: { action: 'plan', text: '先用备机' },
  review: { action: 'review', cause: '定影组件老化' },
  acknowledge: { action: 'acknowledge' },
  delay: { action: 'delay', until: '2026-11-19T17:00:00+08:00' },
  declare_major: { action: 'declare_major' },
  send_out: { action: 'send_out', what: '打印机一台' },
  approve_send_out: { action: 'approve_send_out' },
  reject_send_out: { action: 'reject_send_out' },
  vendor_answer: { action: 'vendor_answer', text: '明天到' },
  rate: { action: 'rate', score: 5 },
  update: { action: 'update', changes: { model: 'M428' }, text: '型号', urgency: 'high' },
};

/** Every pair of statuses that an action of the table leads through. */
const LISTED: Record<TicketStatus, TicketStatus[]> = {
  new: ['assigned', 'accepted', 'resolved', 'cancelled'],
  assigned: ['assigned', 'accepted', 'on_hold', 'resolved', 'cancelled'],
  accepted: ['assigned', 'accepted', 'on_hold', 'resolved', 'cancelled'],
  on_hold: ['assigned', 'accepted', 'resolved', 'cancelled'],
  resolved: ['closed', 'assigned'],
  closed: ['assigned'],
  cancelled: [],
};
const STAYS: TicketActionName[] = [
  'escalate',
  'comment',
  'urge',
  'plan',
  'review',
  'acknowledge',
  'delay',
  'declare_major',
  'rate',
  'update',
];

const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...(Object.keys(ACTIONS) as TicketActionName[])),
    after: fc.integer({ min: 0, max: 2 * DAY }),
  }),
  { maxLength: 60 },
);

/** Walks a ticket through the steps; refused ones are passed over. `seen` looks at each change. */
function walk(
  path: { name: TicketActionName; after: number }[],
  seen: (before: TicketState, after: TicketState, name: TicketActionName, now: number) => void,
) {
  let ticket = ticketState({ status: 'new' });
  let now = NINE;
  for (const { name, after } of path) {
    now += after;
    const result = changeTicket(ticket, { action: ACTIONS[name], actor: '王芳', now, rules: simpleRules });
    if (!result.ok) continue;
    seen(ticket, result.ticket, name, now);
    ticket = result.ticket;
  }
  return { ticket, now };
}

test('the actions tried here are the ones that validate', () => {
  for (const action of Object.values(ACTIONS)) expect(TicketAction.parse(action)).toEqual(action);
});

test('no path of actions reaches a pair of statuses that is not listed', () => {
  fc.assert(
    fc.property(steps, (path) => {
      walk(path, (before, after, name) => {
        if (STAYS.includes(name)) expect(after.status).toBe(before.status);
        else expect(LISTED[before.status]).toContain(after.status);
      });
    }),
  );
});

test('the version grows by one with every change', () => {
  fc.assert(
    fc.property(steps, (path) => {
      walk(path, (before, after) => expect(after.version).toBe(before.version + 1));
    }),
  );
});

test('a ticket is on hold exactly while a hold runs, and has ended exactly while it has an end', () => {
  fc.assert(
    fc.property(steps, (path) => {
      walk(path, (_, after) => {
        expect(after.hold !== null).toBe(after.status === 'on_hold');
        expect(after.closedAt !== null).toBe(after.status === 'closed' || after.status === 'cancelled');
        if (after.status === 'resolved' || after.status === 'closed') expect(after.resolvedAt).not.toBeNull();
      });
    }),
  );
});

test('time on hold never shrinks, is never longer than the time since the opening, and only delays a target', () => {
  fc.assert(
    fc.property(steps, (path) => {
      walk(path, (before, after, name, now) => {
        expect(pausedMs(after.pauses)).toBeGreaterThanOrEqual(pausedMs(before.pauses));
        expect(pausedMs(after.pauses)).toBeLessThanOrEqual(now - NINE);
        if (name === 'resume') expect(after.resolveBy).toBeGreaterThanOrEqual(before.resolveBy ?? 0);
      });
    }),
  );
});

test('marking missed targets marks each once, whatever was done before', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 9 * DAY }), (path, later) => {
      const { ticket, now } = walk(path, () => {});
      const at = now + later;
      const ladder = simpleRules.ladder(ticket);
      const once = climb(ticket, ladder, at).ticket;
      expect(stepsAhead(once, ladder).filter((step) => step.at <= at)).toEqual([]);
      expect(climb(once, ladder, at).entries).toEqual([]);
      expect(new Set(once.breached).size).toBe(once.breached.length);
    }),
  );
});
