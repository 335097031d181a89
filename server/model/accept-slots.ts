/** The slots of an answer against the message: what is not said there is dropped, what the grammar reads exactly stands. Pure. */
import type { Intent, Location, SlotName, Slots } from '../../bot/types.ts';
import type { AnswerSlots } from './answer.ts';
import type { Said } from './said.ts';
import { SLOTS_OF } from './slots-of-intent.ts';

export interface SlotJudge {
  said: Said;
  /** The person's words in the place of placeholders. */
  restore(text: string): string;
  /** Floor, room and building of a place, as the built-in understanding reads them. */
  place(text: string): Location | undefined;
}

/** Where a span is a matter of judgement, the model's stands before the built-in one. */
const JUDGED = ['device', 'system', 'symptom', 'title', 'department', 'person'] as const;
/** Where the grammar is exact, the model's only fills what the grammar left empty. */
const WRITTEN = ['model', 'asset', 'ticket'] as const;
const MOMENTS = ['deadline', 'since', 'start', 'end'] as const;

/** `base` is what the built-in understanding reads for the same intent. */
export function acceptSlots(
  answer: AnswerSlots | null,
  base: Slots,
  intent: Intent,
  judge: SlotJudge,
): Slots {
  const merged = answer === null ? base : believed(answer, base, judge);
  const allowed: readonly string[] = SLOTS_OF[intent];
  return Object.fromEntries(Object.entries(merged).filter(([name]) => allowed.includes(name))) as Slots;
}

function believed(answer: AnswerSlots, base: Slots, judge: SlotJudge): Slots {
  const { deadline: _by, since: _since, start: _start, end: _end, ...timeless } = base;
  return {
    ...timeless,
    ...spans(answer, base, judge),
    ...moments(answer, base, judge.said),
    ...counts(answer, base, judge.said),
    ...labels(answer, base),
    ...given('phone', base.phone ?? phoneOf(answer.phone, judge)),
    ...given('location', base.location ?? locationOf(answer.location, judge)),
  };
}

function given<K extends SlotName>(name: K, value: Slots[K] | null | undefined): Slots {
  return value === null || value === undefined ? {} : { [name]: value };
}

function spans(answer: AnswerSlots, base: Slots, { said, restore }: SlotJudge): Slots {
  const spanOf = (name: (typeof JUDGED)[number] | (typeof WRITTEN)[number]): string | null => {
    const words = answer[name];
    return words === null ? null : said.span(restore(words));
  };
  const numbered = (words: string | null): string | null =>
    words !== null && /\d/.test(words) ? words : null;
  return Object.assign(
    {},
    ...JUDGED.map((name) => given(name, spanOf(name))),
    ...WRITTEN.map((name) => given(name, base[name] ?? numbered(spanOf(name)))),
  );
}

/**
 * The grammar says which moments there are; the model may only say what each is for. A moment that it moves to another
 * slot leaves the one where the grammar had put it.
 */
function moments(answer: AnswerSlots, base: Slots, said: Said): Slots {
  const chosen: Slots = {};
  for (const name of MOMENTS) {
    const moment = answer[name] === null ? null : said.moment(answer[name]);
    if (moment !== null) chosen[name] = moment;
  }
  const used = new Set<unknown>(Object.values(chosen));
  const left = MOMENTS.map((name) => given(name, used.has(base[name]) ? undefined : base[name]));
  return Object.assign({}, ...left, chosen);
}

function counts(answer: AnswerSlots, base: Slots, said: Said): Slots {
  const count = (name: 'quantity' | 'attendees' | 'rating'): number | undefined => {
    const value = answer[name];
    if (base[name] !== undefined) return base[name];
    return value !== null && Number.isInteger(value) && value > 0 && said.number(value) ? value : undefined;
  };
  const rating = count('rating');
  return {
    ...given('quantity', count('quantity')),
    ...given('attendees', count('attendees')),
    ...given('rating', rating !== undefined && rating <= 5 ? rating : undefined),
  };
}

/** Labels have no span to check: they only fill what was not read. */
function labels(answer: AnswerSlots, base: Slots): Slots {
  const equipment = [...new Set(answer.equipment ?? [])].filter((item) => item !== null);
  return {
    ...given('scope', base.scope ?? answer.scope),
    ...given('layout', base.layout ?? answer.layout),
    ...given('equipment', base.equipment ?? (equipment.length > 0 ? equipment : undefined)),
  };
}

function phoneOf(words: string | null, { said, restore }: SlotJudge): string | null {
  const digits =
    words === null
      ? ''
      : restore(words)
          .replace(/^\+?86[ -]?(?=1[3-9])/, '')
          .replace(/[ ()-]/g, '');
  return /^\d{3,13}$/.test(digits) && said.digits(digits) ? digits : null;
}

function locationOf(
  place: AnswerSlots['location'],
  { said, restore, place: read }: SlotJudge,
): Location | null {
  const text = place === null ? null : said.span(restore(place.text));
  return text === null ? null : { ...read(text), text };
}
