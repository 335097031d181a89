/** Whoever asks, as it is kept with what they asked for. */
import { isKeyUser } from '../desk/desk-rules.ts';
import type { Profile } from '../desk/profile.ts';
import type { Requester } from '../desk/ticket-record.ts';
import { withoutUndefined } from '../desk/ticket-state.ts';
import { masked } from '../masking.ts';

/** As their channel knows them; `id` is opaque and kept exactly. */
export interface RequesterInput {
  id: string;
  channel: string;
  name?: string | undefined;
  department?: string | undefined;
  phone?: string | undefined;
  person?: string | undefined;
  /** The caller vouches for it; the profile's key users are known without. */
  vip?: boolean | undefined;
}

export function requesterRecord(profile: Profile, { vip, id, channel, ...words }: RequesterInput): Requester {
  const known = { id, channel, ...withoutUndefined(masked(words)) } as Omit<Requester, 'vip'>;
  return { ...known, vip: vip === true || isKeyUser(profile, known) };
}
