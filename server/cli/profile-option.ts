/** `--profile NAME` of the command lines. */
import { parseArgs } from 'node:util';
import type { Profile } from '../desk/profile.ts';
import { loadProfile, ProfileError } from '../profile/load.ts';
import { fail } from './json-lines.ts';

/** The profile named on the command line (default: `default`), in the zone of TZ_NAME; any other argument ends the process with one line. */
export function profileFromArguments(args: readonly string[]): Profile {
  try {
    const { values } = parseArgs({ args: [...args], options: { profile: { type: 'string' } } });
    return loadProfile(values.profile ?? 'default', process.env.TZ_NAME || null);
  } catch (error) {
    if (error instanceof ProfileError) fail(error.faults.join('; '));
    fail((error as Error).message.replaceAll('\n', ' '));
  }
}
