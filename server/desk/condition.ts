/** The `when` of a profile's rules. */
import type { Category, TicketKind, Urgency } from '../../bot/types.ts';
import { minuteOfDay } from './calendar-definition.ts';
import type { Condition } from './profile-basics.ts';

/** What is known of a case; null: unknown, and no condition about it holds. */
export interface Facts {
  kind: TicketKind;
  category: Category;
  urgency: Urgency | null;
  vip: boolean;
  disaster: boolean;
  site: string | null;
  inside: boolean | null;
  /** As its name stands in the profile. */
  system: string | null;
  /** As its name stands in the profile. */
  department: string | null;
  /** When it was opened: the minute of the profile's day. */
  minute: number | null;
  /** Whether the case falls into a period of assurance. */
  assurance: boolean;
}

/** Whether all that the condition asks for holds. An empty condition always does. */
export function fits(when: Condition, facts: Facts): boolean {
  return (
    isAmong(when.category, facts.category) &&
    isAmong(when.urgency, facts.urgency) &&
    isAmong(when.site, facts.site) &&
    isAmong(when.system, facts.system) &&
    isAmong(when.department, facts.department) &&
    isWithin(when.hours, facts.minute) &&
    isEqual(when.kind, facts.kind) &&
    isEqual(when.inside, facts.inside) &&
    isEqual(when.vip, facts.vip) &&
    isEqual(when.disaster, facts.disaster) &&
    isEqual(when.assurance, facts.assurance)
  );
}

function isAmong<T>(wanted: readonly T[] | undefined, found: T | null): boolean {
  return wanted === undefined || (found !== null && wanted.includes(found));
}

function isWithin(hours: Condition['hours'], minute: number | null): boolean {
  if (hours === undefined) return true;
  if (minute === null) return false;
  const [from, to] = hours.map((time) => minuteOfDay(time) ?? 0) as [number, number];
  return to > from ? from <= minute && minute < to : minute >= from || minute < to;
}

function isEqual<T>(wanted: T | undefined, found: T | null): boolean {
  return wanted === undefined || wanted === found;
}
