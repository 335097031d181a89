/** A week of the roster as rows: one a team and shift, a cell a day. Pure. */
import type { RosterDay } from './dispatch-api.ts';

export interface RosterRow {
  key: string;
  team: RosterDay['team'];
  shift: RosterDay['shift'];
  /** By the day, `YYYY-MM-DD`. */
  cells: ReadonlyMap<string, RosterDay>;
}

/** In the order in which the desk names teams and shifts. */
export function rosterRows(days: readonly RosterDay[]): RosterRow[] {
  const byRow = Map.groupBy(days, ({ team, shift }) => `${team.id} ${shift?.id ?? ''}`);
  return [...byRow].flatMap(([key, own]) => {
    const [first] = own;
    return first
      ? [{ key, team: first.team, shift: first.shift, cells: new Map(own.map((day) => [day.date, day])) }]
      : [];
  });
}
