/** Who decides for a department. Pure. */
import type { Contact, Profile } from './profile.ts';

/** Who lets equipment of the department leave, by its name or an alias; null where the profile names nobody. */
export function approverOf(
  { departments }: Pick<Profile, 'departments'>,
  department: string | undefined,
): Contact | null {
  const wanted = department?.trim();
  if (!wanted) return null;
  const found = departments.find(({ name, aliases }) => name === wanted || aliases.includes(wanted));
  return found && 'approver' in found ? (found.approver ?? null) : null;
}
