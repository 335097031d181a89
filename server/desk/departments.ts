/** A department as the profile knows it, and who decides for it. Pure. */
import type { Contact, Profile } from './profile.ts';

/** The department's name in the profile, by that name or an alias; null where it is none of its. */
export function departmentNamed(
  { departments }: Pick<Profile, 'departments'>,
  said: string | null | undefined,
): string | null {
  const wanted = said?.trim();
  if (!wanted) return null;
  return departments.find(({ name, aliases }) => name === wanted || aliases.includes(wanted))?.name ?? null;
}

/** Who lets equipment of the department leave, by its name or an alias; null where the profile names nobody. */
export function approverOf(
  { departments }: Pick<Profile, 'departments'>,
  department: string | undefined,
): Contact | null {
  const known = departmentNamed({ departments }, department);
  const found = departments.find(({ name }) => name === known);
  return found && 'approver' in found ? (found.approver ?? null) : null;
}
