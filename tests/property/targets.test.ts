/**
 * Targets of the shipped desks against an oracle that knows nothing of the code: it reads the YAML itself, has the holidays of 2026
 * as the State Council announced them, and walks minute by minute.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { deskRules } from '../../server/desk/desk-rules.ts';
import { createCalendars, type SlaCase, targetsFor } from '../../server/desk/sla.ts';
import { changeTicket } from '../../server/desk/ticket-changes.ts';
import type { TicketState } from '../../server/desk/ticket-state.ts';
import { loadProfile } from '../../server/profile/load.ts';
import { ticketState } from '../support/ticket-state.ts';

const MINUTE = 60_000;
const NAMES = ['default', 'chaoyangmen', 'chengguan', 'pengjiang', 'leshan', 'fujian'] as const;
type Name = (typeof NAMES)[number];

/** 国办发明电〔2025〕7号: days off and make-up days of 2026. */
const OFF = [
  ['01-01', '01-03'],
  ['02-15', '02-23'],
  ['04-04', '04-06'],
  ['05-01', '05-05'],
  ['06-19', '06-21'],
  ['09-25', '09-27'],
  ['10-01', '10-07'],
] as const;
const MADE_UP = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'];

interface Written {
  defaultCalendar: string;
  calendars: Record<string, { windows: '7x24' | Record<string, [string, string][]>; holidays?: string }>;
  sla: {
    when?: Record<string, unknown>;
    respondWithin: string;
    onSiteWithin?: string;
    resolveWithin: string | null;
    fallbackPlanAfter?: string;
    calendar?: string;
  }[];
  vendors?: { id: string; calendar?: string }[];
}
const written = Object.fromEntries(
  NAMES.map((name) => [
    name,
    parse(readFileSync(new URL(`../../profiles/${name}.yaml`, import.meta.url), 'utf8')),
  ]),
) as Record<Name, Written>;
const profiles = Object.fromEntries(NAMES.map((name) => [name, loadProfile(name)])) as Record<
  Name,
  ReturnType<typeof loadProfile>
>;

interface Pause {
  from: number;
  to: number;
}

function isWorked(of: Written, calendar: string, at: number): boolean {
  const { windows, holidays } = of.calendars[calendar] ?? { windows: '7x24' };
  if (windows === '7x24') return true;
  const local = new Date(at + 8 * 60 * MINUTE).toISOString();
  const [day, time] = [local.slice(5, 10), local.slice(11, 16)];
  const cn = holidays === 'cn';
  if (cn && OFF.some(([from, to]) => from <= day && day <= to)) return false;
  const madeUp = cn && MADE_UP.includes(day);
  const weekday = madeUp ? 1 : new Date(at + 8 * 60 * MINUTE).getUTCDay();
  const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  return (windows[names[weekday] ?? 'mon'] ?? []).some(([open, close]) => time >= open && time < close);
}

/** The end of the last minute that is needed; null beyond the year. */
function plod(
  of: Written,
  calendar: string,
  from: number,
  minutes: number,
  pauses: readonly Pause[],
): number | null {
  let rest = minutes;
  for (let at = from; at < YEAR_END; at += MINUTE) {
    if (pauses.some((pause) => at >= pause.from && at < pause.to)) continue;
    if (!isWorked(of, calendar, at)) continue;
    rest -= 1;
    if (rest === 0) return at + MINUTE;
  }
  return null;
}

const YEAR = Date.parse('2026-01-01T00:00:00+08:00');
const YEAR_END = Date.parse('2027-01-01T00:00:00+08:00');

/** `PT4H`, `PT6H30M`, `P1D`. */
function minutesOf(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0'] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}

const SITES = { compound: true, outside: false } as const;

function ruleOf(of: Written, facts: Record<string, unknown>) {
  const rule = of.sla.find(({ when = {} }) =>
    Object.entries(when).every(([name, wanted]) =>
      Array.isArray(wanted) ? wanted.includes(facts[name]) : wanted === facts[name],
    ),
  );
  if (!rule) throw new Error('no rule');
  return rule;
}

const moment = fc.integer({ min: 0, max: 330 * 1440 }).map((minute) => YEAR + minute * MINUTE);
const pausesOf = (openedAt: number) =>
  fc.array(
    fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 2000 })).map(([after, length]) => ({
      from: openedAt + after * MINUTE,
      to: openedAt + (after + length) * MINUTE,
    })),
    { maxLength: 3 },
  );
const opened = fc
  .record({
    name: fc.constantFrom(...NAMES),
    openedAt: moment,
    kind: fc.constantFrom('fault' as const, 'service' as const),
    urgency: fc.constantFrom('critical' as const, 'high' as const, 'normal' as const, 'low' as const),
    category: fc.constantFrom('printing' as const, 'network' as const, 'business' as const),
    vip: fc.boolean(),
    disaster: fc.boolean(),
    outside: fc.boolean(),
  })
  .chain((facts) => pausesOf(facts.openedAt).map((pauses) => ({ ...facts, pauses })));

test('every target of every desk is where walking through the minutes ends', () => {
  fc.assert(
    fc.property(opened, ({ name, outside, ...facts }) => {
      const of = written[name];
      const profile = profiles[name];
      const site = name === 'pengjiang' ? (outside ? 'outside' : 'compound') : undefined;
      // Periods of assurance are a matter of their own (five-desks.test.ts).
      const asked: SlaCase = { ...facts, ...(site ? { site } : {}) };
      const got = targetsFor(
        { ...profile, assurance: [] },
        createCalendars(profile, publicHolidaysCn),
        asked,
      );
      const inside = site ? { inside: SITES[site] } : {};
      const rule = ruleOf(of, { ...facts, ...inside, assurance: false });
      const calendar = rule.calendar ?? of.defaultCalendar;
      const walked = (within: string | null | undefined) =>
        within ? plod(of, calendar, facts.openedAt, minutesOf(within), facts.pauses) : null;
      const expected = {
        respondBy: walked(rule.respondWithin),
        onSiteBy: walked(rule.onSiteWithin),
        resolveBy: walked(rule.resolveWithin),
        fallbackPlanBy: facts.kind === 'fault' ? walked(rule.fallbackPlanAfter) : null,
      };
      const { respondBy, onSiteBy, resolveBy, fallbackPlanBy } = got;
      expect({ respondBy, onSiteBy, resolveBy, fallbackPlanBy, calendar: got.calendar }).toEqual({
        ...expected,
        calendar,
      });
      expect(got.warning).toBeNull();
    }),
    { numRuns: 150 },
  );
});

describe('a ticket that is held and reopened', () => {
  const holds = fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 900 }),
      length: fc.integer({ min: 1, max: 900 }),
      reason: fc.constantFrom('parts' as const, 'user' as const),
    }),
    { maxLength: 3 },
  );

  test('owes its solution where walking ends: without the holds, and from the reopening on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        moment,
        holds,
        fc.option(fc.integer({ min: 1, max: 3000 }), { nil: null }),
        (name, openedAt, held, reopenAfter) => {
          const profile = { ...profiles[name], assurance: [] };
          const rules = deskRules(profile, createCalendars(profile, publicHolidaysCn));
          const base = ticketState({ status: 'accepted', createdAt: openedAt, respondedAt: openedAt });
          let ticket: TicketState = {
            ...base,
            location: null,
            ...rules.targets({ ...base, location: null, openedAt, pauses: [] }),
          };
          let now = openedAt;
          const pauses: Pause[] = [];
          const act = (action: Parameters<typeof changeTicket>[1]['action']) => {
            const changed = changeTicket(ticket, { action, actor: '李明', now, rules });
            if (!changed.ok) throw new Error(`${action.action} was refused`);
            ticket = changed.ticket;
          };
          const hold = ({
            after,
            length,
            reason,
          }: {
            after: number;
            length: number;
            reason: 'parts' | 'user';
          }) => {
            now += after * MINUTE;
            act({ action: 'hold', reason });
            const from = now;
            now += length * MINUTE;
            act({ action: 'resume' });
            pauses.push({ from, to: now });
          };
          const [before, after] = [held.slice(0, 2), held.slice(2)];
          before.forEach(hold);
          let from = openedAt;
          if (reopenAfter !== null) {
            act({ action: 'resolve', resolution: '重装了驱动' });
            now += reopenAfter * MINUTE;
            act({ action: 'reopen', reason: '又坏了' });
            from = now;
            after.forEach(hold);
          }
          const of = written[name];
          const facts = {
            kind: base.kind,
            urgency: base.urgency,
            category: base.category,
            vip: base.requester.vip,
          };
          const rule = ruleOf(of, { ...facts, disaster: false, assurance: false });
          const expected =
            rule.resolveWithin &&
            plod(of, rule.calendar ?? of.defaultCalendar, from, minutesOf(rule.resolveWithin), pauses);
          fc.pre(expected !== null);
          expect(ticket.resolveBy).toBe(expected);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('a vendor’s clock is walked on the vendor’s own calendar', () => {
  const withVendors = NAMES.filter((name) => (written[name].vendors ?? []).length > 0);
  fc.assert(
    fc.property(fc.constantFrom(...withVendors), moment, (name, at) => {
      const profile = profiles[name];
      const rules = deskRules(profile, createCalendars(profile, publicHolidaysCn));
      for (const vendor of profile.vendors) {
        const of = written[name];
        const calendar = of.vendors?.find(({ id }) => id === vendor.id)?.calendar ?? of.defaultCalendar;
        const within = vendor.respondWithin === undefined ? null : vendor.respondWithin / MINUTE;
        const expected = within === null ? null : plod(of, calendar, at, within, []);
        expect(rules.vendor(vendor.id, at)?.clock.answerBy).toBe(expected);
      }
    }),
    { numRuns: 100 },
  );
});
