/** An earlier meeting request is withdrawn. */
import type { MeetingView } from '../bot/desk.ts';
import type { Flow, Scene } from '../bot/dialogue/flow.ts';
import { meetingWhen } from './parts/card-fields.ts';
import { confirmCancelSteps } from './parts/confirm-cancel.ts';
import { oneOrAllSteps } from './parts/one-or-all.ts';
import { pickMeetingSteps } from './parts/pick-meeting.ts';
import { textsOf } from './texts/index.ts';

const sameDay = (scene: Scene, meeting: MeetingView): boolean => {
  const day = scene.data.slots.start?.slice(0, 10);
  return day === undefined || meeting.start.startsWith(day);
};

export const cancelMeeting: Flow = {
  name: 'cancel_meeting',
  start: 'mine',
  digression: true,
  collects: [],
  topic: (scene) => scene.data.meeting?.title ?? '',
  steps: {
    ...pickMeetingSteps('oneOrAll', sameDay),
    ...oneOrAllSteps('confirm', (scene) =>
      textsOf(scene).series.askCancelWhich(scene.data.meeting?.title ?? ''),
    ),
    ...confirmCancelSteps({
      intent: 'cancel_meeting',
      ask: (scene) => {
        const texts = textsOf(scene);
        const { meeting } = scene.data;
        const when = meeting ? meetingWhen(scene, meeting) : '';
        return {
          text: texts.askCancelMeeting(meeting?.title ?? '', when),
          title: `${texts.labels.title} ${meeting?.number ?? ''}`,
        };
      },
      cancel: {
        kind: 'effect',
        effect: ({ data }) => ({
          kind: 'cancel_meeting',
          number: data.meeting?.number ?? '',
          ...(data.text ? { reason: data.text } : {}),
          ...(data.all ? { all: true as const } : {}),
        }),
        keep: (_scene, outcome) => (outcome.kind === 'series' ? { meetings: outcome.meetings } : {}),
        on: { meeting: 'sayCancelled', series: 'saySeries', refused: 'none' },
      },
      kept: (scene) => ({ text: textsOf(scene).meetingKept() }),
    }),
    saySeries: {
      kind: 'say',
      say: (scene) => ({ text: textsOf(scene).series.cancelled(scene.data.meetings.length) }),
      next: 'end',
    },
    sayCancelled: {
      kind: 'say',
      say: (scene) => ({
        text: textsOf(scene).meetingCancelled(scene.data.meeting?.number ?? ''),
        meeting: scene.data.meeting?.number ?? '',
      }),
      next: 'end',
    },
  },
};
