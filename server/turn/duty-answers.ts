/** «今天谁值班»: answered in a private chat and in the dispatch groups alike. */
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Update } from '../../bot/types.ts';
import { readTime } from '../../bot/understand/time/index.ts';
import { dutyLines } from '../../flows/dispatch/duty-lines.ts';
import { fromIso } from '../desk/moments.ts';
import { onDuty } from '../desk/roster.ts';
import type { DeskContext } from '../desk-context.ts';

const WHEN =
  '(?:今天|今日|今晚|现在|明天|明晚|后天|昨天|(?:这|本|下)?个?周末|(?:这|本|下)?个?(?:周|星期)[一二三四五六日天]|(?:这|本|下)周)';
const ASKS = new RegExp(
  `^(?:请问|问一下)?(?:${WHEN})?(?:上午|下午|晚上|夜里|白天)?(?:是|轮到)?(?:谁|哪位|哪个|哪几个人?)(?:在|来)?(?:${WHEN})?值(?:班|夜班|守)(?:的?人?)?[呢呀啊吗]?[?？。]?$|^(?:${WHEN})?(?:的)?值班(?:人员|人|表|员|电话)?(?:是谁|是哪位|有谁|是多少)?[?？]?$|^who(?:'s| is) on (?:duty|call)(?: (?:today|now|tonight|tomorrow))?[?]?$`,
  'i',
);

/** Whether it asks who is on duty. */
export function asksForDuty(update: Update): boolean {
  return update.kind === 'utterance' && ASKS.test(update.text.trim().replace(/^@\S+\s+/, ''));
}

export function answerDuty({ profile, zone, now }: DeskContext, update: Update): Reply[] {
  const said = update.kind === 'utterance' ? update.text : '';
  const asked = readTime(said, { now: now(), zone, holidays: publicHolidaysCn }).start;
  const at = asked ? middayOf(asked, zone) : now();
  const teams = profile.teams.flatMap((team) => {
    const duty = onDuty(profile, team.id, at);
    return duty?.team === team.id ? [{ team: team.name, name: duty.name, phone: duty.phone }] : [];
  });
  return [{ text: dutyLines(teams, { at, now: now(), zone, deskPhone: profile.deskPhone }) }];
}

const HALF_DAY_MS = 12 * 60 * 60 * 1000;

/** A day alone is asked about at its noon. */
function middayOf(said: string, zone: string): number {
  const at = fromIso(said, zone);
  return said.includes('T') ? at : at + HALF_DAY_MS;
}
