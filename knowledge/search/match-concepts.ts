/** Finds the field's concepts in a normalized text: as written, as it sounds, or one slip away. */
import { CONCEPTS, type Concept } from '../lexicon/concepts.ts';
import { HAN, runsOf } from '../text/normalize.ts';
import { soundsOf } from '../text/pinyin.ts';
import { isWord, loneCharacters } from '../text/words.ts';

/** One mention; `strength` is 1 as written, less where it was repaired. */
export interface Mention {
  concept: Concept;
  start: number;
  end: number;
  strength: number;
  /** The form that was recognised; not what the text has there where a slip was repaired. */
  form: string;
}

const SOUND_STRENGTH = 0.8;
const SLIP_STRENGTH = 0.7;
const LONE_STRENGTH = 0.6;

/** Which forms count; all, but where a measurement asks how the search does with words that it does not know. */
export type AdmitsForm = (form: string) => boolean;
const ALL: AdmitsForm = () => true;

interface Literal {
  form: string;
  concept: Concept;
}

const pushTo = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const literals = new Map<string, Literal[]>();
/** By their first character. */
const patterns = new Map<string, { pattern: RegExp; head: string; form: string; concept: Concept }[]>();
const latin: Literal[] = [];
const spelled = new Map<string, Literal>();
const bySound = new Map<string, Literal>();

for (const concept of CONCEPTS) {
  for (const form of concept.forms) {
    if (form.includes('*')) {
      const source = form.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      pushTo(patterns, form[0] ?? '', {
        pattern: new RegExp(source.join('.{0,4}?'), 'gu'),
        head: form.split('*')[0] ?? '',
        form,
        concept,
      });
      continue;
    }
    pushTo(literals, form[0] ?? '', { form, concept });
    if (/^[a-z]{3,}$/.test(form)) latin.push({ form, concept });
  }
}

/** Of a form with fewer than two others too much sounds like it («是蓝的», «是男的»). */
const FUNCTION_CHARACTERS = /[的是了着过我你他她它在有没不一个这那啥么]/g;

let soundsReady = false;

/** Sounds are computed at first need: a base can be read without them. */
function prepareSounds(): void {
  if (soundsReady) return;
  soundsReady = true;
  for (const concept of CONCEPTS) {
    for (const form of concept.forms) {
      if (!/^\p{Script=Han}{2,}$/u.test(form) || form.replace(FUNCTION_CHARACTERS, '').length < 2) continue;
      const sounds = soundsOf(form);
      bySound.set(sounds.join(' '), { form, concept });
      if (form.length >= 3) spelled.set(sounds.join(''), { form, concept });
    }
  }
}

const isLatin = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);

/** Mentions as written, none inside a longer one. */
export function exactMentions(text: string, admits: AdmitsForm = ALL): Mention[] {
  const found: Mention[] = [];
  let lone: Set<number> | undefined;
  for (let start = 0; start < text.length; start += 1) {
    for (const { form, concept } of literals.get(text[start] ?? '') ?? []) {
      if (!text.startsWith(form, start) || !bounded(text, start, form) || !admits(form)) continue;
      if (form.length === 1) {
        lone ??= loneCharacters(text);
        if (!lone.has(start)) continue;
      }
      const strength = form.length === 1 ? LONE_STRENGTH : 1;
      found.push({ concept, start, end: start + form.length, strength, form });
    }
  }
  for (const first of new Set(text)) {
    for (const { pattern, head, form, concept } of patterns.get(first) ?? []) {
      if (!text.includes(head) || !admits(form)) continue;
      for (const match of text.matchAll(pattern)) {
        found.push({ concept, start: match.index, end: match.index + match[0].length, strength: 1, form });
      }
    }
  }
  return withoutInner(found);
}

/** A form in letters must not be part of a longer word in letters. */
function bounded(text: string, start: number, form: string): boolean {
  if (isLatin(form[0]) && isLatin(text[start - 1])) return false;
  return !(isLatin(form.at(-1)) && isLatin(text[start + form.length]));
}

/** Longest first from each place: what ends no later than an earlier one stands inside it, and counts where it names a device or a system. */
function withoutInner(mentions: Mention[]): Mention[] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  let open = { start: -1, end: -1 };
  return sorted.filter((one) => {
    const same = one.start === open.start && one.end === open.end;
    if (one.end <= open.end && !same) return namesThing(one);
    open = one;
    return true;
  });
}

const namesThing = ({ concept, form }: Mention) =>
  (concept.kind === 'device' || concept.kind === 'system') && form.length >= 2 && !form.includes('*');

/** Exact mentions, and repaired ones where nothing stands as written: for what people type, not for entries. */
export function mentionsInQuery(text: string, admits: AdmitsForm = ALL): Mention[] {
  prepareSounds();
  const exact = exactMentions(text, admits);
  const free = (start: number, end: number) => !exact.some((one) => one.start < end && one.end > start);
  return [...exact, ...soundAlikes(text, free, admits), ...latinSlips(text, free)];
}

type Free = (start: number, end: number) => boolean;

function soundAlikes(text: string, free: Free, admits: AdmitsForm): Mention[] {
  const found: Mention[] = [];
  for (const run of runsOf(text)) {
    if (!run.han || run.text.length < 2) continue;
    const sounds = soundsOf(run.text);
    for (let at = 0; at < sounds.length; at += 1) {
      for (const length of [6, 5, 4, 3, 2]) {
        const literal =
          free(run.start + at, run.start + at + length) && soundAlike(run.text, sounds, at, length);
        if (!literal || !admits(literal.form)) continue;
        const start = run.start + at;
        found.push({ ...literal, start, end: start + length, strength: SOUND_STRENGTH });
      }
    }
  }
  return withoutInner(found);
}

function soundAlike(text: string, sounds: string[], at: number, length: number): Literal | undefined {
  if (at + length > sounds.length) return undefined;
  // Two characters that are a word of their own were meant as they stand.
  if (length === 2 && isWord(text.slice(at, at + length))) return undefined;
  return bySound.get(sounds.slice(at, at + length).join(' '));
}

function latinSlips(text: string, free: Free): Mention[] {
  return runsOf(text).flatMap((run) => {
    const end = run.start + run.text.length;
    if (run.han || run.text.length < 3 || !free(run.start, end)) return [];
    const near = spelled.get(run.text) ?? latin.find(({ form }) => isOneSlipAway(run.text, form));
    return near ? [{ ...near, start: run.start, end, strength: SLIP_STRENGTH }] : [];
  });
}

/** Two neighbours swapped; in words of five letters and more also one letter wrong, missing or too many. */
export function isOneSlipAway(typed: string, form: string): boolean {
  if (HAN.test(typed) || Math.abs(typed.length - form.length) > 1) return false;
  let head = 0;
  while (head < typed.length && typed[head] === form[head]) head += 1;
  const [a, b] = [typed.slice(head), form.slice(head)];
  if (a.length === b.length && a.length >= 2 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
    return true;
  if (form.length < 5) return false;
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}
