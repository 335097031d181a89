/** Who is on duty, in words. */
import { momentWords } from '../../bot/moment-words.ts';
import { TEXTS } from '../texts/index.ts';

export interface DutyScene {
  /** The moment that is asked about, and now; epoch milliseconds. */
  at: number;
  now: number;
  zone: string;
  deskPhone: string | undefined;
}

/** One line a team; without a roster, how else the desk is reached. */
export function dutyLines(
  teams: readonly { team: string; name: string; phone: string }[],
  { at, now, zone, deskPhone }: DutyScene,
): string {
  const words = TEXTS.zh.onDutyList;
  if (teams.length === 0) return words.none(deskPhone);
  const day = momentWords(new Date(at).toISOString(), now, zone, 'zh').split(' ')[0] ?? '';
  return [words.lead(day), ...teams.map(({ team, name, phone }) => words.line(team, name, phone))].join('\n');
}
