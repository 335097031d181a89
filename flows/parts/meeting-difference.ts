/** What a change changed, as a person tells it: from what to what. */
import { spanWords } from '../../bot/moment-words.ts';
import type { Language } from '../../bot/types.ts';
import { type Texts, textsOf } from '../texts/index.ts';
import { equipmentWords } from './card-fields.ts';

/** What is compared of a meeting. */
export interface Compared {
  start: string;
  end: string;
  room: string;
  attendees: number | null;
  equipment: readonly string[];
  quantities?: Readonly<Record<string, number>> | undefined;
  layout?: string | null | undefined;
  title: string;
  notes?: string | null | undefined;
}

export interface Difference {
  label: string;
  /** Empty where there was none, or where the list as it is now says more than two lists to compare. */
  was: string;
  is: string;
}

type Reader = { now: number; zone: string; language: Language };

/** One entry a field that is different: 时间, «明天 15:00–17:00», «明天 16:00–18:00». */
export function differences(before: Compared, after: Compared, reader: Reader): Difference[] {
  const texts = textsOf(reader);
  const { labels } = texts;
  const when = ({ start, end }: Compared) => spanWords(start, end, reader.now, reader.zone, reader.language);
  const things = ({ equipment, quantities }: Compared) => equipmentWords(texts, equipment, quantities);
  const pairs: Difference[] = [
    { label: labels.time, was: when(before), is: when(after) },
    { label: labels.room, was: before.room, is: after.room },
    { label: labels.attendees, was: String(before.attendees ?? ''), is: String(after.attendees ?? '') },
    { label: labels.layout, was: layoutWords(texts, before), is: layoutWords(texts, after) },
    { label: labels.title, was: before.title, is: after.title },
  ];
  const told = pairs.filter(({ was, is }) => was !== is);
  const had =
    things(before) === things(after) ? [] : [{ label: labels.equipment, was: '', is: things(after) }];
  const [said = '', says = ''] = [before.notes, after.notes].map((one) => one ?? '');
  // Notes grow: what was added is what is new.
  const noted = said === says ? [] : [{ label: labels.notes, was: '', is: says.replace(said, '').trim() }];
  return [...told, ...had, ...noted];
}

/** «时间 明天 15:00–17:00 → 明天 16:00–18:00» */
export function differenceWords(before: Compared, after: Compared, reader: Reader): string[] {
  const { changedTo } = textsOf(reader);
  return differences(before, after, reader).map(({ label, was, is }) => changedTo(label, was, is));
}

function layoutWords({ layouts }: Texts, { layout }: Compared): string {
  const known: Record<string, string> = layouts;
  return layout ? (known[layout] ?? layout) : '';
}
