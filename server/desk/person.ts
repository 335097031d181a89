/** A member of staff, as the directory knows them, and the accounts that are theirs. */
import { z } from 'zod';
import { text, words } from './fields.ts';

/** A telephone as people write it; compared by its digits. */
const telephone = z.string().regex(/^[+\d][\d\s()-]{2,24}$/, { error: 'a telephone number' });

export const PersonFields = z.object({
  name: words(100),
  unit: text(200).optional(),
  department: text(200).optional(),
  room: text(100).optional(),
  phone: telephone.optional(),
  mobile: telephone.optional(),
  level: text(50).optional(),
  vip: z.boolean().optional(),
  /** The id of whoever they report to. */
  manager: text(100).optional(),
});
export type PersonFields = z.infer<typeof PersonFields>;

/** The id is the organisation's own (a staff number) where the directory was imported. */
export const PersonId = words(100);

/** One person's id on one channel, as the platform gives it. */
export interface Account {
  channel: string;
  account: string;
}

export interface Person extends PersonFields {
  id: string;
  vip: boolean;
}

/** Digits alone, without the country's code: `+86 138-0013-8000` and `13800138000` are one number. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
}
