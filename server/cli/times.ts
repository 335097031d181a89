/**
 * The time grammar alone, for measuring it: {"text", "now"} a line in, {"text", "start", "end"?} a line out; start is
 * null where there is no time in it. TZ_NAME names the zone (Asia/Shanghai unless set).
 */
import { z } from 'zod';
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { readTime } from '../../bot/understand/time/index.ts';
import { eachJsonLine, fail } from './json-lines.ts';

const Case = z.object({ text: z.string(), now: z.iso.datetime({ offset: true }) });

function zoneFrom(name: string | undefined): string {
  const zone = name || 'Asia/Shanghai';
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return fail(
      `TZ_NAME: found ${JSON.stringify(zone)}, expected the name of a time zone, such as Asia/Shanghai`,
    );
  }
}

const zone = zoneFrom(process.env.TZ_NAME);

await eachJsonLine(Case, ({ text, now }) => ({
  text,
  ...readTime(text, { now: Date.parse(now), zone, holidays: publicHolidaysCn }),
}));
