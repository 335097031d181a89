/** What a meeting in the calendar says of itself. Pure. */
import { clockOf } from '../moments.ts';
import type { Meeting } from '../shapes.ts';
import type { Texts } from '../texts/zh.ts';
import type { Block } from './blocks.ts';
import { awaitsCrew } from './meeting-acts.ts';

/** `14:00–16:30`, the end left out where it is not known; by the clock of the zone. */
export function clockSpan({ start, end }: Pick<Meeting, 'start' | 'end'>, zone: string): string {
  const clocks = [start, end].filter((one) => one !== null).map((one) => clockOf(Date.parse(one), zone));
  return clocks.join('–');
}

/** The part of its time that a cell of one day has room for: what began the day before tells only until when. */
export function clockOnDay(block: Block, { texts, zone }: { texts: Texts; zone: string }): string {
  const { meeting, clippedBefore, clippedAfter } = block;
  if (!clippedBefore || meeting.end === null) return clockSpan(meeting, zone);
  if (clippedAfter) return texts.calendar.allDay;
  return texts.calendar.until(clockOf(Date.parse(meeting.end), zone));
}

/** The class and the words of how a meeting stands with its crew. */
export function crewState(meeting: Meeting, texts: Texts): { mark: string; words: string } {
  if (awaitsCrew(meeting)) return { mark: 'requested', words: texts.calendar.crewAwaited };
  if (meeting.status === 'confirmed') return { mark: 'confirmed', words: texts.calendar.crewConfirmed };
  return { mark: meeting.status, words: texts.meetingStatus[meeting.status] };
}

/** Everything in one line, for who does not see the grid. */
export function blockName({ meeting }: Block, room: string, { texts, zone }: { texts: Texts; zone: string }) {
  return [clockSpan(meeting, zone), meeting.title, room, crewState(meeting, texts).words].join(' ');
}
