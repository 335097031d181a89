/** `/api/roster`: the roster day by day, and changed for single days. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CalendarDate } from '../desk/calendar-definition.ts';
import { words } from '../desk/fields.ts';
import type { Profile } from '../desk/profile.ts';
import { type RosterDay, rosterDays } from '../desk/roster-days.ts';
import { leaveFault } from '../desk/roster-plan.ts';
import { dateOfDay, dayOfDate } from '../desk/zone-days.ts';
import type { DeskContext } from '../desk-context.ts';
import { ProblemError } from '../problems.ts';
import type { RosterBook } from '../roster/roster-book.ts';
import type { Db } from '../store/database.ts';
import { addLeave, clearDuty, lockPlan, readPlan, removeLeave, replaceDuty } from '../store/roster.ts';
import { inTransaction } from '../store/transaction.ts';
import { requireRole } from './access.ts';
import { RosterSpan, spanOf } from './roster-span.ts';
import { GUARDED, problemResponses, WRITING } from './schemas.ts';

export interface RosterPlanOptions {
  db: Db;
  context: DeskContext;
  roster: RosterBook;
}

type Route = FastifyPluginAsyncZod<RosterPlanOptions>;

const tags = ['roster'];

const Named = z.object({ id: z.string(), name: z.string() });
const OnDuty = Named.extend({ phone: z.string() });
const Day = z.object({
  date: z.string(),
  team: Named,
  shift: Named.nullable(),
  /** As it was to be; `onDuty` is somebody else where that one is away. */
  planned: OnDuty,
  onDuty: OnDuty,
  /** Laid down for this day, not by the rotation. */
  fixed: z.boolean(),
  assurance: z.string().nullable(),
});
const Leave = z.object({
  /** Null where the profile says it: it ends there, not here. */
  id: z.number().nullable(),
  person: Named,
  from: z.string(),
  to: z.string(),
  substitute: Named,
});
const Roster = z.object({
  days: z.array(Day),
  leave: z.array(Leave),
  teams: z.array(Named.extend({ members: z.array(Named) })),
  shifts: z.array(Named),
});

const reading: Route = async (app, { db, context }) => {
  const shown = async (span: RosterSpan) => {
    const { from, days } = spanOf(context, span);
    const { profile } = context;
    const plan = await readPlan(db);
    const to = dateOfDay(dayOfDate(from) + days - 1);
    const leave = profile.leave.map((one) => ({
      ...one,
      id: plan.leave.find((stored) => isSame(stored, one))?.id ?? null,
    }));
    return {
      days: rosterDays(profile, from, days) satisfies RosterDay[],
      leave: leave
        .filter((one) => one.from <= to && from <= one.to)
        .map((one) => ({
          id: one.id,
          person: person(profile, one.person),
          from: one.from,
          to: one.to,
          substitute: person(profile, one.substitute),
        })),
      teams: profile.teams.map(({ id, name, members }) => ({
        id,
        name,
        members: members.map((member) => ({ id: member.id, name: member.name })),
      })),
      shifts: (profile.roster?.shifts ?? []).map(({ id, name }) => ({ id, name })),
    };
  };

  app.get(
    '/api/roster',
    {
      ...requireRole('viewer'),
      schema: {
        tags,
        summary: 'Who is on duty, day by day, and who is away',
        querystring: RosterSpan,
        response: { 200: Roster, ...problemResponses('invalid', ...GUARDED) },
      },
    },
    ({ query }) => shown(query),
  );
};

function isSame(a: { person: string; from: string }, b: { person: string; from: string }): boolean {
  return a.person === b.person && a.from === b.from;
}

function person({ teams }: Profile, id: string): z.infer<typeof Named> {
  const found = teams.flatMap((team) => team.members).find((member) => member.id === id);
  return { id, name: found?.name ?? id };
}

const DutyBody = z.object({
  from: CalendarDate,
  to: CalendarDate,
  team: words(100),
  /** A shift of the roster; without it the whole day. */
  shift: words(100).optional(),
  /** A member of the team; null: the rotation holds again. */
  person: words(100).nullable(),
  phone: z
    .string()
    .regex(/^[\d+*#() -]{3,30}$/)
    .optional(),
  actor: words(100).optional(),
});

const changing: Route = async (app, { db, context, roster }) => {
  app.put(
    '/api/roster/duty',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Who is on duty on single days, in the place of the rotation',
        body: DutyBody,
        response: { 200: z.object({ days: z.number() }), ...problemResponses(...WRITING) },
      },
    },
    async (request) => {
      const { body } = request;
      const { from, days } = spanOf(context, body);
      const changed = { by: body.actor ?? request.caller?.role ?? 'system', now: context.now() };
      const duty = dutyOf(context.profile, body);
      const dates = Array.from({ length: days }, (_, index) => dateOfDay(dayOfDate(from) + index));
      await inTransaction(db, async (trx) => {
        await lockPlan(trx);
        if (duty.person === null) await clearDuty(trx, { team: duty.team, from, to: body.to });
        else {
          const { team, shift, person, phone } = duty;
          const others = (await readPlan(trx)).duty.filter(
            (one) => shift !== null && one.team === team && dates.includes(one.date) && one.shift !== shift,
          );
          const own = dates.map((date) => ({ date, team, shift, person, phone }));
          await replaceDuty(trx, [...others, ...own], changed);
        }
      });
      await roster.changed();
      return { days };
    },
  );

  app.post(
    '/api/roster/leave',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'Somebody is away, and who stands in',
        body: z.object({
          person: words(100),
          from: CalendarDate,
          to: CalendarDate,
          substitute: words(100),
          actor: words(100).optional(),
        }),
        response: { 200: z.object({ ok: z.literal(true) }), ...problemResponses(...WRITING) },
      },
    },
    async (request) => {
      const { actor, from, to, ...who } = request.body;
      const leave = {
        from,
        to,
        person: idOf(context.profile, who.person),
        substitute: idOf(context.profile, who.substitute),
      };
      const changed = { by: actor ?? request.caller?.role ?? 'system', now: context.now() };
      await inTransaction(db, async (trx) => {
        await lockPlan(trx);
        const stored = (await readPlan(trx)).leave;
        const fault = leaveFault(context.profile, leave, [...context.profile.leave, ...stored]);
        if (fault)
          throw new ProblemError('invalid', { errors: [{ path: fault.field, message: fault.message }] });
        await addLeave(trx, [leave], changed);
      });
      await roster.changed();
      return { ok: true as const };
    },
  );

  app.delete(
    '/api/roster/leave/:id',
    {
      ...requireRole('dispatcher'),
      schema: {
        tags,
        summary: 'They are not away after all',
        params: z.object({ id: z.coerce.number().int().min(1) }),
        response: { 204: z.null(), ...problemResponses('not_found', ...GUARDED) },
      },
    },
    async ({ params: { id } }, reply) => {
      const gone = await inTransaction(db, (trx) => removeLeave(trx, id));
      if (!gone) throw new ProblemError('not_found', { detail: `没有编号 ${id} 的请假。` });
      await roster.changed();
      return reply.code(204).send(null);
    },
  );
};

function idOf({ teams }: Profile, idOrName: string): string {
  const members = teams.flatMap((team) => team.members);
  return members.find(({ id, name }) => id === idOrName || name === idOrName)?.id ?? idOrName;
}

type Duty = { team: string; shift: string | null } & ({ person: null } | { person: string; phone: string });

function dutyOf(profile: Profile, body: z.infer<typeof DutyBody>): Duty {
  const fault = (path: string, message: string) =>
    new ProblemError('invalid', { errors: [{ path, message }] });
  const named = <T extends { id: string; name: string }>(among: readonly T[], said: string) =>
    among.find(({ id, name }) => id === said || name === said);
  const team = named(profile.teams, body.team);
  if (!team) throw fault('team', `one of ${profile.teams.map(({ id }) => id).join(', ')}`);
  const shifts = profile.roster?.shifts ?? [];
  const shift = body.shift === undefined ? null : named(shifts, body.shift);
  if (shift === undefined) throw fault('shift', `one of ${shifts.map(({ id }) => id).join(', ') || 'none'}`);
  const at = { team: team.id, shift: shift?.id ?? null };
  if (body.person === null) return { ...at, person: null };
  const member = named(team.members, body.person);
  if (!member) throw fault('person', `one of ${team.members.map(({ id }) => id).join(', ')}`);
  const phone = body.phone ?? member.phone;
  if (phone === undefined) throw fault('phone', 'a telephone number: the profile has none for them');
  return { ...at, person: member.id, phone };
}

export const rosterPlanRoutes: Route = async (app, options) => {
  for (const route of [reading, changing]) app.register(route, options);
};
