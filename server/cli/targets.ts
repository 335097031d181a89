/** `npm run -s targets -- --profile P < cases.jsonl`: when a case must be answered, visited and resolved. */
import { z } from 'zod';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { Category, TicketKind, Urgency } from '../../bot/types.ts';
import { createCalendar } from '../desk/calendar.ts';
import { CalendarDefinition } from '../desk/calendar-definition.ts';
import { toIso, toIsoOrNull } from '../desk/moments.ts';
import { Duration } from '../desk/profile-basics.ts';
import type { SlaRule } from '../desk/profile-service-level.ts';
import { countTargets, createCalendars, ruleFor, type SlaTargets } from '../desk/sla.ts';
import { eachJsonLine } from './json-lines.ts';
import { profileFromArguments } from './profile-option.ts';

const Moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const Case = z.object({
  openedAt: Moment,
  kind: TicketKind.default('fault'),
  category: Category.default('other'),
  urgency: Urgency.default('normal'),
  vip: z.boolean().default(false),
  site: z.string().nullish(),
  system: z.string().nullish(),
  disaster: z.boolean().default(false),
  pauses: z
    .array(
      z.object({ from: Moment, to: Moment }).refine(({ from, to }) => from <= to, 'expected from before to'),
    )
    .default([]),
  /** Stands in the place of the profile's. */
  calendar: CalendarDefinition.optional(),
  respondWithin: Duration.optional(),
  resolveWithin: Duration.optional(),
});
type Case = z.infer<typeof Case>;

const profile = profileFromArguments(process.argv.slice(2));
const calendars = createCalendars(profile, publicHolidaysCn);

await eachJsonLine(Case, (opened) => {
  const rule = ruleFor(profile, opened);
  return printable(countTargets({ ...rule, ...given(opened) }, calendarOf(opened, rule), opened));
});

/** Times given in the case are working time of the desk, whatever calendar the rule would be counted on. */
function calendarOf(opened: Case, rule: SlaRule) {
  if (opened.calendar)
    return { id: 'case', calendar: createCalendar(opened.calendar, publicHolidaysCn, profile.zone) };
  const own = Object.keys(given(opened)).length === 0 ? rule.calendar : undefined;
  const id = own ?? profile.defaultCalendar;
  const calendar = calendars.get(id);
  if (calendar === undefined) throw new Error(`profile ${profile.id} has no calendar ${id}`);
  return { id, calendar };
}

function given({ respondWithin, resolveWithin }: Case): Partial<SlaRule> {
  return {
    ...(respondWithin === undefined ? {} : { respondWithin }),
    ...(resolveWithin === undefined ? {} : { resolveWithin }),
  };
}

function printable({ respondBy, onSiteBy, resolveBy, fallbackPlanBy, calendar, warning }: SlaTargets) {
  return {
    respondBy: toIso(respondBy, profile.zone),
    onSiteBy: toIsoOrNull(onSiteBy, profile.zone),
    resolveBy: toIsoOrNull(resolveBy, profile.zone),
    fallbackPlanBy: toIsoOrNull(fallbackPlanBy, profile.zone),
    calendar,
    ...(warning === null ? {} : { warning }),
  };
}
