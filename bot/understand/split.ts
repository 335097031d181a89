/**
 * Two requests in one message are told apart. A message is only cut where a word joins something new («另外», «还有»), a
 * sentence ends or a clause begins that has a place, a meeting or a wish of its own.
 */
import type { Analysis } from './analysis.ts';
import { couldBeTwo } from './another-request.ts';
import { type BorderModel, borderProbability } from './border.ts';
import { type Message, part } from './normalise.ts';
import type { Reading } from './read.ts';
import { type Seam, seamsOf } from './seams.ts';

const LONGEST = 300;
const MOST_PARTS = 4;
/** From this probability on two requests meet. In held-back messages it cuts 7 of 1000 with one request. */
const TWO_FROM = 0.6;

/** The requests of a message in their order (`whole` is what was found in it), each read by itself; null where it is one. */
export function splitRequests(
  message: Message,
  whole: Reading,
  { read, borders }: { read: (part: Message) => Reading; borders: BorderModel },
): Reading[] | null {
  const { plain } = message;
  if (plain.length < 8 || plain.length > LONGEST) return null;
  const parts: Reading[] = [];
  let begin = 0;
  const seams = seamsOfMessage(whole.analysis);
  for (const seam of seams) {
    if (parts.length + 1 >= MOST_PARTS || seam.at - begin < 2) {
      if (seam.at - begin < 2) begin = Math.max(begin, seam.resume);
      continue;
    }
    const first = read(part(message, begin, seam.at));
    const second = read(part(message, seam.resume, nextEnd(seams, seam, plain.length)));
    if (isSameMeeting(first, second)) continue;
    if (borderProbability({ whole, first, second, seam }, borders) < TWO_FROM) continue;
    parts.push(first);
    begin = seam.resume;
  }
  if (parts.length === 0) return null;
  return [...parts, read(part(message, begin, plain.length))];
}

/** «明天开会，另外再摆10个桌签»: what changes the meeting just asked for, and names no other time, is part of the asking. */
const isSameMeeting = (first: Reading, second: Reading): boolean =>
  first.record.intent === 'book_meeting' &&
  second.record.intent === 'change_meeting' &&
  second.record.slots.start === undefined &&
  second.record.slots.end === undefined;

/** «tomorrow 2pm-4pm», «20号、21号»: one time is not cut in two. */
const isInsideTime = ({ times }: Analysis, seam: Seam): boolean =>
  times.some((time) => time.from < seam.at && seam.at < time.to);

/** The seams of a message; the finer ones only where it names enough for two. */
export const seamsOfMessage = (whole: Analysis): Seam[] =>
  seamsOf(
    whole.message.plain,
    couldBeTwo(whole)
      ? {
          things: [...whole.devices, ...whole.systems].sort((a, b) => a.from - b.from),
          rooms: whole.places.filter(({ room }) => room !== undefined),
        }
      : null,
  ).filter((seam) => !isInsideTime(whole, seam));

/** A part is judged by its first sentences, not by what follows the next joint. */
export function nextEnd(seams: readonly Seam[], seam: Seam, end: number): number {
  const next = seams.find((other) => other.kind === 'joint' && other.at > seam.resume + 3);
  return next?.at ?? end;
}
