/** How many of each thing a meeting needs: «话筒两支», «5 个桌签», «2 microphones». */
import type { Equipment } from '../../types.ts';
import { Gazetteer } from '../gazetteer.ts';
import { equipment as equipmentWords } from '../lexicon/words.ts';
import { HAN_NUMERAL, parseCount } from './numbers.ts';

const equipment = new Gazetteer<Equipment>(equipmentWords);

const NUMBER = `(\\d{1,4}|[${HAN_NUMERAL}]{1,4})`;
const MEASURE = '(?:个|支|只|台|份|套|块|张|条|把|瓶|杯|幅|部|副|盒|箱|根|面)';
const KIND = '(?:无线|有线|手持|领夹|鹅颈|双面|移动|备用|的)*';
const BEFORE = new RegExp(`${NUMBER} *${MEASURE} *${KIND}$`);
const BEFORE_LATIN = /(?<![\d:])(\d{1,4}) +(?:wireless |spare |more |extra )*$/;
const AFTER = new RegExp(`^ *(?:要|改成|改为|加到|换成|变成|共|各)? *[x×*]? *${NUMBER} *${MEASURE}`);
/** «再加5个桌签»: to what there is. */
const MORE =
  /(?:再|多|加|增|另外?|还)[加要来添备摆]?(?:上)?[^，,。;；]{0,6}$|(?:more|extra|add|another)[^,.;]{0,12}$/;

export interface Quantity {
  what: Equipment;
  count: number;
  /** To what was said before, not in its place. */
  more: boolean;
}

/** Each thing with whose name a number is said, once. */
export function findQuantities(said: string): Quantity[] {
  const text = said.normalize('NFKC').toLowerCase();
  const found = new Map<Equipment, Quantity>();
  for (const { from, to, value, word } of equipment.find(text)) {
    const before = text.slice(Math.max(0, from - 14), from);
    const latin = /^[a-z]/.test(word) ? BEFORE_LATIN.exec(before) : null;
    const match = BEFORE.exec(before) ?? latin ?? AFTER.exec(text.slice(to, to + 12));
    const count = match?.[1] ? parseCount(match[1]) : null;
    if (count === null || count < 1 || found.has(value)) continue;
    found.set(value, { what: value, count, more: MORE.test(before) });
  }
  return [...found.values()];
}

/** What is wanted after it is said; things that are no longer wanted keep their number, which then counts for nothing. */
export function quantitiesAfter(
  before: Readonly<Partial<Record<Equipment, number>>>,
  had: readonly Equipment[],
  said: string,
): Partial<Record<Equipment, number>> {
  const after = { ...before };
  for (const { what, count, more } of findQuantities(said)) {
    // Of things that are laid out for each person one stands for none.
    const known = before[what] ?? (had.includes(what) && !EACH.has(what) ? 1 : 0);
    after[what] = more ? known + count : count;
  }
  return after;
}

const EACH: ReadonlySet<Equipment> = new Set(['name_cards', 'tea', 'printing']);
