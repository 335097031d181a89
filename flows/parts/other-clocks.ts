/** A meeting's time by the clocks of those who sit elsewhere: «伦敦 11月20日 9:00–10:00». */
import type { Facts } from '../../bot/desk.ts';
import { zonesNamed } from '../../bot/understand/foreign-zone.ts';
import { isoMoment } from '../../bot/understand/time/zone.ts';
import type { Texts } from '../texts/index.ts';

/**
 * For every clock that `said` names and that shows another hour than the desk's at that moment, summer time included;
 * empty where there is none. `start` and `end` are ISO 8601.
 */
export function otherClocks(
  said: string,
  { start, end }: { start: string; end: string },
  { zone }: Pick<Facts, 'zone'>,
  texts: Texts,
): string {
  const shown = zonesNamed(said.normalize('NFKC').toLowerCase()).flatMap((named) => {
    const [from, to] = [start, end].map((moment) => isoMoment(Date.parse(moment), named.zone));
    const own = isoMoment(Date.parse(start), zone);
    if (!from || !to || from.slice(0, 16) === own.slice(0, 16)) return [];
    const sameDay = from.slice(0, 10) === to.slice(0, 10);
    return [
      `${named.name} ${dayIn(from, texts)} ${clockIn(from)}–${sameDay ? '' : `${dayIn(to, texts)} `}${clockIn(to)}`,
    ];
  });
  return shown.join('；');
}

function dayIn(iso: string, texts: Texts): string {
  return texts.dayOfMonth(Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

const clockIn = (iso: string) => `${Number(iso.slice(11, 13))}${iso.slice(13, 16)}`;
