/** What each action changes in a ticket's fields, and what the history keeps of it. */
import type { Category, Location, TicketKind, Urgency } from '../../bot/types.ts';
import type { HoldReason } from './hold-reason.ts';
import type { Ladder } from './ladder.ts';
import type { Rating, TicketAction, TicketActionName } from './ticket-actions.ts';
import type { Requester } from './ticket-record.ts';
import { fieldsOf, type Hold, type Pause, type TicketState, withoutUndefined } from './ticket-state.ts';
import type { VendorClock } from './vendor-clock.ts';
import { vendorAnswered } from './vendor-clock.ts';

/** What targets depend on; moments in epoch milliseconds. */
export interface TargetCase {
  kind: TicketKind;
  category: Category;
  urgency: Urgency;
  requester: Requester;
  location: Location | null;
  system: string | null;
  major: boolean;
  openedAt: number;
  pauses: Pause[];
}

/** Moments due, epoch milliseconds; null: no such target. */
export type Targets = Pick<TicketState, 'respondBy' | 'onSiteBy' | 'resolveBy' | 'fallbackPlanBy'>;

/** What a ticket's changes ask of the desk's profile. */
export interface DeskRules {
  /** `warning`: they reach into a year whose holidays are not known. */
  targets(of: TargetCase): Targets & { warning?: string | null };
  /** When the problem report of a fault that ended at `resolvedAt` is due; null where none is owed. */
  reportBy(of: TargetCase, resolvedAt: number): number | null;
  /** The rungs that hold for the ticket. */
  ladder(ticket: TicketState): Ladder;
  /** Whether a hold for this reason stops the clock. */
  stopsClock(reason: HoldReason): boolean;
  /** Epoch milliseconds of a moment, or of the end of the day of a date alone. */
  moment(text: string): number;
  priority(urgency: Urgency): number;
  /** A team by its id or name; any other text stands as it is. */
  teamName(idOrName: string): string;
  /** A vendor of the profile by its id or name, with its clock as it starts at `at`; null where there is none. */
  vendor(idOrName: string, at: number): { name: string; clock: VendorClock } | null;
  /** An engineer by id or name, with their team's name where the profile knows them. */
  person(idOrName: string): { name: string; team: string | null };
}

export interface ChangeInput {
  action: TicketAction;
  actor: string;
  now: number;
  rules: DeskRules;
}

export interface TicketEffect {
  changes: Partial<TicketState>;
  detail: Record<string, unknown>;
}

type ActionOf<Name extends TicketActionName> = Extract<TicketAction, { action: Name }>;
type Handlers = {
  [Name in TicketActionName]: (
    ticket: TicketState,
    action: ActionOf<Name>,
    input: ChangeInput,
  ) => TicketEffect;
};

/** `ticket` is awake: a hold that the action ends is over. */
export function effectOf(ticket: TicketState, input: ChangeInput): TicketEffect {
  const handler = HANDLERS[input.action.action] as (
    ticket: TicketState,
    action: TicketAction,
    input: ChangeInput,
  ) => TicketEffect;
  return handler(ticket, input.action, input);
}

interface Whom {
  team?: string | undefined;
  assignee?: string | undefined;
  vendor?: string | undefined;
}

type Hands = Pick<TicketState, 'team' | 'assignee' | 'vendor' | 'vendorClock'>;

/** With another team the work leaves the vendor; a colleague of the same team goes on chasing it. */
function handOver(ticket: TicketState, whom: Whom, { rules, now }: ChangeInput): Hands {
  const crew = crewOf(ticket, whom, rules);
  const vendor = whom.vendor === undefined ? null : rules.vendor(whom.vendor, now);
  if (vendor) return { ...crew, vendor: vendor.name, vendorClock: vendor.clock };
  const stays = crew.team === ticket.team;
  return {
    ...crew,
    vendor: stays ? ticket.vendor : null,
    vendorClock: stays ? ticket.vendorClock : null,
  };
}

function crewOf(ticket: TicketState, whom: Whom, rules: DeskRules): Pick<TicketState, 'team' | 'assignee'> {
  if (whom.assignee !== undefined) {
    const person = rules.person(whom.assignee);
    const named = whom.team === undefined ? null : rules.teamName(whom.team);
    return { assignee: person.name, team: named ?? person.team ?? ticket.team };
  }
  // Who had it goes on answering for what a vendor does now.
  if (whom.team === undefined) return { assignee: ticket.assignee, team: ticket.team };
  return { assignee: null, team: rules.teamName(whom.team) };
}

/** `vendor`: to which it is handed over now; `vendorWas`: which no longer has it, and is told so. */
function namesOf({ vendor: before }: TicketState, after: Hands, whom: Whom): Record<string, unknown> {
  return {
    team: after.team ?? undefined,
    assignee: after.assignee ?? undefined,
    vendor: whom.vendor === undefined ? undefined : after.vendor,
    vendorWas: before !== null && before !== after.vendor ? before : undefined,
  };
}

const HANDLERS: Handlers = {
  assign(ticket, action, input) {
    const changes = handOver(ticket, action, input);
    return { changes, detail: namesOf(ticket, changes, action) };
  },
  accept(ticket, action, { actor, rules }) {
    const person = rules.person(action.assignee ?? actor);
    return {
      changes: { assignee: person.name, team: ticket.team ?? person.team },
      detail: { assignee: person.name },
    };
  },
  transfer(ticket, action, input) {
    const changes = handOver(ticket, action, input);
    return { changes, detail: { ...namesOf(ticket, changes, action), reason: action.reason } };
  },
  hold(ticket, { reason, until, note }, { now, rules }) {
    return {
      changes: { hold: holdFrom(ticket, { reason, until, note }, now, rules) },
      detail: { reason, until, note },
    };
  },
  resume: () => ({ changes: {}, detail: {} }),
  resolve(_ticket, { action: _, ...said }, { actor, now }) {
    return { changes: { resolvedAt: now, resolution: { ...said, by: actor } }, detail: said };
  },
  close(ticket, { rating }, { actor, now }) {
    const resolution = ticket.resolution && { ...ticket.resolution, confirmedBy: actor };
    return {
      changes: { closedAt: now, resolution, ...(rating ? { rating: ratingOf(rating) } : {}) },
      detail: { rating: rating?.score },
    };
  },
  // What was rated is not what will be done now; the history keeps the old rating.
  reopen: (ticket, { reason }, { now, rules }) => ({
    changes: {
      resolvedAt: null,
      closedAt: null,
      resolution: null,
      rating: null,
      reopenedAt: now,
      expectedAt: null,
      reportBy: null,
      vendorClock: ticket.vendor === null ? null : (rules.vendor(ticket.vendor, now)?.clock ?? null),
      climbs: ticket.climbs.filter(({ target }) => target !== 'resolve'),
    },
    detail: { reason },
  }),
  cancel: (_ticket, { reason }, { now }) => ({ changes: { closedAt: now }, detail: { reason } }),
  escalate: (ticket, { reason }, { now }) => ({
    changes: { escalationLevel: ticket.escalationLevel + 1, escalatedAt: now },
    detail: { reason, level: ticket.escalationLevel + 1 },
  }),
  comment: (_ticket, { text, internal }) => ({ changes: {}, detail: { text, internal } }),
  urge: (_ticket, { text }) => ({ changes: {}, detail: { text } }),
  arrive(ticket, action, { actor, now, rules }) {
    const person = rules.person(action.assignee ?? ticket.assignee ?? actor);
    return {
      changes: {
        assignee: person.name,
        team: ticket.team ?? person.team,
        arrivedAt: ticket.arrivedAt ?? now,
      },
      detail: { assignee: person.name },
    };
  },
  plan: (_ticket, { text }, { now }) => ({ changes: { fallbackPlanAt: now }, detail: { text } }),
  review(_ticket, { action: _, ...said }, { actor, now }) {
    const review = withoutUndefined({ ...said, by: actor });
    return { changes: { reportedAt: now, review }, detail: withoutUndefined(said) };
  },
  acknowledge: () => ({ changes: {}, detail: {} }),
  delay: (_ticket, { until, reason }, { rules }) => ({
    changes: { expectedAt: rules.moment(until) },
    detail: { until, reason },
  }),
  declare_major: (_ticket, { reason }) => ({ changes: { major: true }, detail: { reason } }),
  send_out: (ticket, { what }, { actor, now, rules }) => ({
    changes: {
      sendOut: { what, status: 'requested', by: actor, at: now },
      hold: holdFrom(ticket, { reason: 'approval', note: what }, now, rules),
    },
    detail: { what },
  }),
  approve_send_out: (ticket, _action, { actor, now }) => ({
    changes: { sendOut: decided(ticket, 'approved', actor, now) },
    detail: { what: ticket.sendOut?.what },
  }),
  reject_send_out: (ticket, { reason }, { actor, now }) => ({
    changes: { sendOut: decided(ticket, 'rejected', actor, now) },
    detail: { what: ticket.sendOut?.what, reason },
  }),
  vendor_answer: (ticket, { text }, { now }) => ({
    changes: { vendorClock: ticket.vendorClock && vendorAnswered(ticket.vendorClock, now) },
    detail: { vendor: ticket.vendor, text },
  }),
  rate: (_ticket, { action: _, ...rating }) => ({
    changes: { rating: ratingOf(rating) },
    detail: { ...rating },
  }),
  update: (ticket, action, { rules }) => ({
    changes: addedTo(ticket, action, rules),
    detail: withoutUndefined({ ...action, action: undefined }),
  }),
};

function holdFrom(
  ticket: TicketState,
  said: { reason: HoldReason; until?: string | undefined; note?: string | undefined },
  now: number,
  rules: DeskRules,
): Hold {
  const stopsClock = rules.stopsClock(said.reason);
  return withoutUndefined({ ...said, since: now, from: ticket.status, stopsClock }) as Hold;
}

function decided(
  { sendOut }: TicketState,
  status: 'approved' | 'rejected',
  by: string,
  at: number,
): TicketState['sendOut'] {
  return sendOut && { ...sendOut, status, by, at };
}

function ratingOf(rating: Rating): NonNullable<TicketState['rating']> {
  return withoutUndefined({ ...rating });
}

const LONGEST_DESCRIPTION = 40_000;

/** What was added stands in the fields where it has one, and in the description in the person's own words. */
function addedTo(
  ticket: TicketState,
  { changes, text, category, urgency }: ActionOf<'update'>,
  rules: DeskRules,
): Partial<TicketState> {
  const slots = { ...ticket.slots, ...withoutUndefined(changes) };
  const fields = Object.entries(fieldsOf(changes as TicketState['slots']));
  const given = Object.fromEntries(fields.filter(([, value]) => value !== null)) as Partial<TicketState>;
  const description = [ticket.description, text].filter(Boolean).join('\n').slice(0, LONGEST_DESCRIPTION);
  return {
    ...given,
    slots,
    description,
    ...contactOf(ticket, changes),
    ...(category === undefined ? {} : { category }),
    ...(urgency === undefined ? {} : { urgency, priority: rules.priority(urgency) }),
  };
}

/** A number alone is the requester's own; a name beside it says whose it is. */
function contactOf(
  ticket: TicketState,
  { person, phone }: { person?: string | undefined; phone?: string | undefined },
): Partial<TicketState> {
  if (person !== undefined || (phone !== undefined && ticket.contact !== null))
    return { contact: { ...ticket.contact, ...withoutUndefined({ name: person, phone }) } };
  return phone === undefined ? {} : { requester: { ...ticket.requester, phone } };
}
