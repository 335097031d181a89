/** Whether two reports are of the same thing: category, place or system, words. Pure. */
import type { Category, Location, TicketKind } from './types.ts';

export interface Report {
  kind: TicketKind;
  category: Category;
  title: string;
  description: string;
  device: string | null;
  system: string | null;
  location: Location | null;
}

/** One fault of these is met by many in different rooms; the others belong to one device in one place. */
const SHARED: ReadonlySet<Category> = new Set([
  'network',
  'email',
  'account',
  'business',
  'infrastructure',
  'publishing',
  'security',
]);

/** Whether one fault of this category can be met by many, wherever they are. */
export function isShared(category: Category): boolean {
  return SHARED.has(category);
}

/** Below this share of common pairs of characters, words speak of different things. */
const ALIKE = 0.34;

/** Whether two people's reports may come from one fault. */
export function isSameFault(a: Report, b: Report): boolean {
  return sameFaultAs(a)(b);
}

/** The same, of one report and many others: its own words are weighed once. */
export function sameFaultAs(a: Report): (other: Report) => boolean {
  const words = pairs(matter(a));
  return (b) => {
    if (a.kind !== 'fault' || b.kind !== 'fault' || a.category !== b.category) return false;
    if (a.system !== null && b.system !== null) return a.system === b.system;
    const isApart = SHARED.has(a.category)
      ? isElsewhere(a.location, b.location)
      : !isSameRoom(a.location, b.location);
    return !isApart && inCommon(words, pairs(matter(b))) >= ALIKE;
  };
}

/** Whether one person says again what they have said: the same thing in the same place. */
export function isSameMatter(a: Omit<Report, 'description'>, b: Omit<Report, 'description'>): boolean {
  if (a.kind !== b.kind || a.category !== b.category || isElsewhere(a.location, b.location)) return false;
  if (a.location && b.location && !isSameRoom(a.location, b.location)) return false;
  if ((a.device ?? '') !== (b.device ?? '') || (a.system ?? '') !== (b.system ?? '')) return false;
  return likeness(bare(a.title, a.location), bare(b.title, b.location)) >= ALIKE;
}

function matter({ title, description, location }: Report): string {
  return bare(`${title} ${description}`, location);
}

/** The words without the place: that they are in one building makes two faults no more alike. */
function bare(text: string, location: Location | null): string {
  return location ? text.replaceAll(location.text, ' ') : text;
}

function isSameRoom(a: Location | null, b: Location | null): boolean {
  if (a === null || b === null || isElsewhere(a, b)) return false;
  return a.room !== undefined && b.room !== undefined ? a.room === b.room : a.text === b.text;
}

/** Two buildings are two places; what is not known tells nothing. */
function isElsewhere(a: Location | null, b: Location | null): boolean {
  const differ = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  return differ(a?.building, b?.building);
}

/** Common pairs of characters, 0 to 1 (Dice): https://en.wikipedia.org/wiki/Dice-S%C3%B8rensen_coefficient */
export function likeness(a: string, b: string): number {
  return inCommon(pairs(a), pairs(b));
}

function inCommon(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  if (first.size === 0 || second.size === 0) return 0;
  let common = 0;
  for (const pair of first) if (second.has(pair)) common += 1;
  return (2 * common) / (first.size + second.size);
}

const FILLER = /[\s\p{P}\p{S}\d了的啊呢吧吗我们这那个都也就请麻烦帮忙]/gu;

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  let before: string | undefined;
  for (const char of text.normalize('NFKC').toLowerCase().replace(FILLER, '')) {
    if (before !== undefined) found.add(before + char);
    before = char;
  }
  return found;
}
