/** An earlier meeting request is withdrawn. */
import type { MeetingView } from '../bot/desk.ts';
import { clearly, type Flow, type Scene } from '../bot/dialogue/flow.ts';
import { meetingWhen } from './parts/card-fields.ts';
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
    confirm: {
      kind: 'ask',
      ask: (scene) => {
        const texts = textsOf(scene);
        const { meeting } = scene.data;
        return {
          text: texts.askCancelMeeting(
            meeting?.title ?? '',
            scene.data.meeting ? meetingWhen(scene, scene.data.meeting) : '',
          ),
          card: {
            title: `${texts.labels.title} ${meeting?.number ?? ''}`,
            fields: [],
            actions: [
              { id: 'yes', label: texts.buttons.cancelYes, value: '', style: 'danger' },
              { id: 'no', label: texts.buttons.cancelNo, value: '' },
            ],
          },
        };
      },
      choices: { yes: 'cancel', no: 'kept' },
      yes: 'yes',
      no: 'no',
      take: (_scene, heard) => (clearly(heard, 'cancel_meeting') ? { to: 'cancel' } : null),
      next: 'cancel',
    },
    cancel: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'cancel_meeting',
        number: scene.data.meeting?.number ?? '',
        ...(scene.data.text ? { reason: scene.data.text } : {}),
        ...(scene.data.all ? { all: true as const } : {}),
      }),
      keep: (_scene, outcome) => (outcome.kind === 'series' ? { meetings: outcome.meetings } : {}),
      on: { meeting: 'sayCancelled', series: 'saySeries', refused: 'none' },
    },
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
    kept: { kind: 'say', say: (scene) => ({ text: textsOf(scene).meetingKept() }), next: 'end' },
  },
};
