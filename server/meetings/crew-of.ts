/** The crew of a meeting, its tasks given to people, and by when it has to confirm. */
import { publicHolidaysCn } from '../../bot/holidays-cn.ts';
import { assignTasks, type Crew, confirmBy, crewFor, isAskedAtOnce } from '../desk/meeting-crew.ts';
import type { Meeting } from '../desk/meeting-record.ts';
import type { MeetingState } from '../desk/meeting-state.ts';
import type { Profile } from '../desk/profile.ts';
import { type Calendars, createCalendars } from '../desk/sla.ts';
import type { DeskContext } from '../desk-context.ts';
import type { Db } from '../store/database.ts';
import { openTaskLoad } from '../store/meeting-tasks.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const known = new WeakMap<Profile, Calendars>();

export function crewOf(profile: Profile, meeting: Pick<MeetingState, 'location' | 'requester'>): Crew {
  const calendars = known.get(profile) ?? createCalendars(profile, publicHolidaysCn);
  known.set(profile, calendars);
  return crewFor(profile, calendars, meeting);
}

/** With somebody for each task, and asked to confirm by then. */
export async function withCrew(db: Db, context: DeskContext, meeting: MeetingState): Promise<MeetingState> {
  const crew = crewOf(context.profile, meeting);
  const load = await openTaskLoad(db, meeting);
  const manned = { ...meeting, tasks: assignTasks(meeting, crew, load) };
  const by = confirmBy(manned, crew, context.now());
  return { ...manned, confirmBy: by === null ? null : Math.max(by, earliest(meeting)), reminded: 0 };
}

/** Of a meeting that comes again the crew is asked the day before, not weeks ahead for all of them. */
function earliest({ series, number, start }: MeetingState): number {
  return series === null || series === number ? 0 : start - DAY_MS;
}

/** Who is on duty, with their telephone, where something is due before the crew is at work again. */
export function askedAtOnce(profile: Profile, meeting: Meeting, now: number): string | undefined {
  const crew = crewOf(profile, meeting);
  const moment = (iso: string | null) => (iso === null ? null : Date.parse(iso));
  const tasks = meeting.tasks.map((task) => ({
    ...task,
    due: Date.parse(task.due),
    doneAt: moment(task.doneAt),
  }));
  const duty = isAskedAtOnce({ tasks, start: Date.parse(meeting.start) }, crew, now) ? crew.duty(now) : null;
  return duty ? `${duty.name} ${duty.phone}` : undefined;
}
