/** Steps that find out which of somebody's meetings is meant. */
import type { MeetingView } from '../../bot/desk.ts';
import type { FlowStep, Scene } from '../../bot/dialogue/flow.ts';
import { textsOf } from '../texts/index.ts';
import { meetingWhen, when } from './card-fields.ts';

const upcoming = (scene: Scene, meeting: MeetingView): boolean =>
  meeting.status !== 'cancelled' && meeting.status !== 'done' && Date.parse(meeting.end) > scene.facts.now;

/** Steps that end at `next` with `data.meeting` set, or say that there is none and go to `end`. */
export function pickMeetingSteps(
  next: string,
  fits: (scene: Scene, meeting: MeetingView) => boolean,
): Record<string, FlowStep> {
  return {
    mine: {
      kind: 'effect',
      effect: () => ({ kind: 'my_meetings' }),
      keep: (scene, outcome) => {
        if (outcome.kind !== 'meetings') return {};
        const all = outcome.meetings.filter((meeting) => upcoming(scene, meeting));
        const ahead = oneOfEach(all, scene.data.slots.start?.slice(0, 10));
        const named = namedIn(scene, ahead);
        const fitting = named.length > 0 ? named : ahead.filter((meeting) => fits(scene, meeting));
        // None on that day: what there is is offered, never taken for it.
        if (fitting.length === 0 && ahead.length > 0)
          return { meetings: ahead.slice(0, 6), picked: 'none_then' };
        const meetings = fitting.slice(0, 6);
        const [only] = meetings;
        return meetings.length === 1 && only
          ? { meetings, meeting: only, target: only.number }
          : { meetings };
      },
      on: { meetings: 'count', refused: 'none' },
    },
    count: {
      kind: 'branch',
      cases: [
        { when: (scene) => scene.data.meeting !== undefined, to: next },
        { when: (scene) => scene.data.meetings.length === 0, to: 'none' },
      ],
      else: 'which',
    },
    which: {
      kind: 'ask',
      ask: (scene) => ({
        text: noneThen(scene) ?? textsOf(scene).whichMeeting(),
        card: {
          title: textsOf(scene).clarifyTitle,
          fields: [],
          actions: scene.data.meetings.map((meeting) => ({
            id: 'pick',
            label: `${meeting.title} ${meetingWhen(scene, meeting)} ${meeting.room}`,
            value: meeting.number,
          })),
        },
      }),
      choices: { pick: 'picked' },
      take: (scene, heard) => {
        const meant = scene.data.meetings.filter(
          (meeting) => heard.text.includes(meeting.title) || heard.text.includes(meeting.room),
        );
        const [only] = meant;
        return meant.length === 1 && only ? { data: { meeting: only, target: only.number }, to: next } : null;
      },
      next,
    },
    picked: {
      kind: 'effect',
      effect: () => ({ kind: 'my_meetings' }),
      keep: (scene, outcome) => {
        const meetings = outcome.kind === 'meetings' ? outcome.meetings : [];
        const meeting = meetings.find((one) => one.number === scene.data.picked);
        return meeting ? { meeting, target: meeting.number } : {};
      },
      on: { meetings: next, refused: 'none' },
    },
    none: { kind: 'say', say: (scene) => ({ text: textsOf(scene).noMeetings() }), next: 'end' },
    end: { kind: 'end' },
  };
}

/** By its number or its title; else the one that was just spoken of. */
function namedIn({ data }: Scene, ahead: readonly MeetingView[]): MeetingView[] {
  const byNumber = ahead.filter((meeting) => data.text.toUpperCase().includes(meeting.number));
  if (byNumber.length > 0 || data.slots.start !== undefined) return byNumber;
  const byTitle = ahead.filter(({ title }) => data.text.includes(title));
  return byTitle.length > 0 ? byTitle : ahead.filter(({ number }) => number === data.target);
}

/** Of a series the one on the day that was said, else the next one, stands for all. */
function oneOfEach(meetings: readonly MeetingView[], day: string | undefined): MeetingView[] {
  const chosen = new Map<string, MeetingView>();
  for (const meeting of meetings) {
    const key = meeting.series ?? meeting.number;
    const isOnDay = day !== undefined && meeting.start.startsWith(day);
    if (!chosen.has(key) || isOnDay) chosen.set(key, meeting);
  }
  return [...chosen.values()];
}

function noneThen(scene: Scene) {
  const day = scene.data.slots.start;
  if (scene.data.picked !== 'none_then' || !day) return undefined;
  return textsOf(scene).noMeetingThen(when(scene, day.slice(0, 10)));
}
