/** The parts of a profile that say how fast the desk is, and who hears of it when it is not. */
import { z } from 'zod';
import { HoldReason } from './hold-reason.ts';
import { Condition, Duration, Id, TimeOfDay } from './profile-basics.ts';

/** Working time of `calendar` (default: the desk's), in milliseconds from the opening; null: no such target. */
export const SlaRule = z.strictObject({
  when: Condition.default({}),
  respondWithin: Duration,
  onSiteWithin: Duration.nullable().default(null),
  resolveWithin: Duration.nullable(),
  fallbackPlanAfter: Duration.nullable().default(null),
  /** The problem report of a fault, counted from its resolution. */
  reportWithin: Duration.nullable().default(null),
  calendar: Id.optional(),
});
export type SlaRule = z.infer<typeof SlaRule>;

/** What can be due on a ticket. */
export const TARGETS = ['respond', 'on_site', 'resolve', 'fallback_plan', 'report'] as const;
export type Target = (typeof TARGETS)[number];

/** Who hears of it: people of the ticket, of its team, of the desk, of the client. */
export const ROLES = ['assignee', 'team', 'lead', 'manager', 'dispatcher', 'vendor', 'unit_lead'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Reached when `percent` of a target's time is used up (100, the target itself, unless said), `before` it or `after` it
 * by so much working time. Not acknowledged `ackWithin`, it is climbed on to the next, and its people are called to it by
 * each means of `urge` in turn, `ackWithin` apart, where their channel can do that.
 */
export const Rung = z
  .strictObject({
    level: z.int().min(1).max(9),
    when: Condition.default({}),
    target: z.enum(TARGETS),
    percent: z.int().min(1).max(1000).optional(),
    before: Duration.optional(),
    after: Duration.optional(),
    notify: z.array(z.enum(ROLES)).min(1),
    ackWithin: Duration.optional(),
    urge: z
      .array(z.enum(['app', 'sms', 'phone']))
      .max(9)
      .default(['app']),
  })
  .refine(
    ({ percent, before, after }) => [percent, before, after].filter((one) => one !== undefined).length <= 1,
    { error: 'expected one of percent, before and after', path: ['percent'] },
  );
export type Rung = z.infer<typeof Rung>;

/** From one time of day to another, past midnight where `to` is before `from`; what is critical is told all the same. */
export const QuietHours = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine(
    ({ from, to }) => from !== to,
    'expected a time in which people are left alone, and one in which they are not',
  );
export type QuietHours = z.infer<typeof QuietHours>;

/**
 * Many reports of one thing within `window`: at `propose` of them a dispatcher is asked whether they are one incident; at
 * `link`, of something that many share, they become one without asking.
 */
export const Storms = z
  .strictObject({
    window: Duration.default(3_600_000),
    propose: z.int().min(2).max(1000).default(3),
    link: z.int().min(2).max(10_000).default(10),
  })
  .refine(({ propose, link }) => propose <= link, { error: 'expected propose before link', path: ['link'] });
export type Storms = z.infer<typeof Storms>;

/** For which reasons a hold stops the clock; for any other it runs on. */
export const StopsClock = z.array(HoldReason).default(['parts', 'vendor', 'user', 'approval', 'other']);
