/** A message as it may leave: personal data stands as ⟦P1⟧, ⟦P2⟧ …, the same for the same words; and the way back. Pure. */
import { normalise } from '../../bot/understand/normalise.ts';
import { findPersonalData, type KnownPeople, type PersonalKind, type SearchedText } from './personal-data.ts';

export interface MaskedMessage {
  text: string;
  /** What each placeholder is, for the model: ⟦P1⟧ is a `phone`. */
  kinds: Record<string, PersonalKind>;
  /** The person's own words in the place of placeholders; one that was never given out stays as it is. */
  restore(text: string): string;
}

export function maskPersonalData(source: string, known: KnownPeople): MaskedMessage {
  const placeholders = new Map<string, string>();
  const words = new Map<string, string>();
  const kinds: Record<string, PersonalKind> = {};
  let text = '';
  let from = 0;
  for (const span of personalSpans(source, known)) {
    const said = source.slice(span.from, span.to);
    const placeholder = placeholders.get(said) ?? `⟦P${placeholders.size + 1}⟧`;
    placeholders.set(said, placeholder);
    words.set(placeholder, said);
    kinds[placeholder] = span.kind;
    text += source.slice(from, span.from) + placeholder;
    from = span.to;
  }
  return {
    text: text + source.slice(from),
    kinds,
    restore: (answer) =>
      answer.replace(/⟦P\d{1,4}⟧/g, (placeholder) => words.get(placeholder) ?? placeholder),
  };
}

interface SourceSpan {
  from: number;
  to: number;
  kind: PersonalKind;
}

/** A text to search, and where in the message each of its units comes from. */
interface Folded extends SearchedText {
  origin: ArrayLike<number>;
}

/**
 * Looked for twice: in the text as it is understood (traditional characters and misheard words set right), and in one
 * that is folded but otherwise as written, so that no repair hides a name. Spans are of `source`.
 */
function personalSpans(source: string, known: KnownPeople): SourceSpan[] {
  const spans = [asUnderstood(source), asWritten(source)].flatMap((folded) =>
    findPersonalData(folded, known).map((span) => ({ ...span, ...inSource(span, folded, source) })),
  );
  const joined: SourceSpan[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1);
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else joined.push(span);
  }
  return joined;
}

/** Format characters and marks can stand between the digits of a number without being seen. */
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}]/u;

function asWritten(source: string): Folded {
  const units: string[] = [];
  const origin: number[] = [];
  let offset = 0;
  for (const character of source) {
    const folded = INVISIBLE.test(character) ? '' : character.normalize('NFKC');
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(offset);
    units.push(folded);
    offset += character.length;
  }
  const cased = units.join('');
  return { plain: lowered(cased), cased, origin };
}

/** Small letters, unit for unit: «İ» would become two. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/\p{Lu}/gu, (capital) =>
    capital.toLowerCase().length === capital.length ? capital.toLowerCase() : capital,
  );
}

function asUnderstood(source: string): Folded {
  const { plain, origin } = normalise(source);
  return { plain, cased: plain, origin };
}

/** Whole characters of `source`: one that folds to several is taken whole. */
function inSource(span: { from: number; to: number }, { origin }: Folded, source: string) {
  const from = origin[span.from] ?? 0;
  const last = origin[span.to - 1] ?? from;
  const width = (source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return { from, to: Math.min(last + width, source.length) };
}
