/** Names of teams and engineers, whether a record gives them by id or by name. Pure. */
import type { Desk, Member } from './shapes.ts';

/** The name of a team or an engineer; what the desk's list does not hold stands as it is. */
export function nameIn(desk: Pick<Desk, 'teams'> | undefined, idOrName: string): string {
  const everyone = desk?.teams.flatMap((team) => [team, ...team.members]) ?? [];
  return everyone.find((one) => one.id === idOrName)?.name ?? idOrName;
}

/** The group of this page that gets every dispatch card. */
export const groupOf = (desk: Pick<Desk, 'dispatchGroup'> | undefined): string =>
  desk?.dispatchGroup ?? 'dispatch';

/** Every engineer once, in the order of the teams. */
export function engineersOf(desk: Pick<Desk, 'teams'> | undefined): Member[] {
  const all = desk?.teams.flatMap((team) => team.members) ?? [];
  return [...new Map(all.map((member) => [member.id, member])).values()];
}
