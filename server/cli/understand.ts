/**
 * Reads messages, one a line (`\n` inside a message stands for a line break), and prints the record of each:
 *
 *     npm run -s understand -- --now 2026-11-18T09:00:00+08:00 [--profile NAME] < utterances.txt
 */
import { parseArgs } from 'node:util';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Understanding } from '../../bot/types.ts';
import { createUnderstanding } from '../../bot/understand/index.ts';
import { loadProfile, ProfileError } from '../profile/load.ts';
import { eachTextLine, fail } from './json-lines.ts';

const USAGE = 'usage: understand [--now ISO-8601-MOMENT] [--profile NAME] < utterances.txt';

function readArguments(): { now: number | null; profile: string } {
  try {
    const { values } = parseArgs({
      options: {
        now: { type: 'string' },
        profile: { type: 'string', default: process.env.PROFILE || 'default' },
      },
    });
    return { now: values.now === undefined ? null : momentOf(values.now), profile: values.profile };
  } catch (error) {
    return fail(`${(error as Error).message} (${USAGE})`);
  }
}

function momentOf(text: string): number {
  const moment = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(moment))
    fail(`--now ${text}: expected a moment such as 2026-11-18T09:00:00+08:00 (${USAGE})`);
  return moment;
}

function profileNamed(name: string) {
  try {
    return loadProfile(name, process.env.TZ_NAME || null);
  } catch (error) {
    if (error instanceof ProfileError) return fail(error.message);
    throw error;
  }
}

/** The record without what is for the dialogue alone. */
function published({
  candidates: _candidates,
  mentions: _mentions,
  roomQuestion: _question,
  also,
  ...record
}: Understanding): Understanding {
  return also ? { ...record, also: also.map(published) } : record;
}

const { now, profile } = readArguments();
const { lexicon, zone } = profileNamed(profile);
const understand = createUnderstanding({ lexicon, zone, holidays: publicHolidaysCn });

await eachTextLine((line) => published(understand(line.replaceAll('\\n', '\n'), { now: now ?? Date.now() })));
