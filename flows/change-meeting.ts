/** An earlier meeting request is changed or withdrawn. */
import type { MeetingView } from '../bot/desk.ts';
import { clearly, type Flow, type FlowStep, type Scene } from '../bot/dialogue/flow.ts';
import { meetingCard, meetingWhen, when } from './parts/card-fields.ts';
import { changesFrom } from './parts/meeting-times.ts';
import { textsOf } from './texts/index.ts';

const upcoming = (scene: Scene, meeting: MeetingView): boolean =>
  meeting.status !== 'cancelled' && meeting.status !== 'done' && Date.parse(meeting.end) > scene.facts.now;

/** Steps that end at `next` with `data.meeting` set, or say that there is none and go to `end`. */
function pickMeetingSteps(
  next: string,
  fits: (scene: Scene, meeting: MeetingView) => boolean,
): Record<string, FlowStep> {
  return {
    mine: {
      kind: 'effect',
      effect: () => ({ kind: 'my_meetings' }),
      keep: (scene, outcome) => {
        if (outcome.kind !== 'meetings') return {};
        const ahead = outcome.meetings.filter((meeting) => upcoming(scene, meeting));
        const named = ahead.filter((meeting) => scene.data.text.toUpperCase().includes(meeting.number));
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

function noneThen(scene: Scene) {
  const day = scene.data.slots.start;
  if (scene.data.picked !== 'none_then' || !day) return undefined;
  return textsOf(scene).noMeetingThen(when(scene, day.slice(0, 10)));
}

function changesOf(scene: Scene) {
  const { meeting } = scene.data;
  return meeting ? changesFrom(scene.data, meeting, scene.facts) : {};
}

const hasChanges = (scene: Scene): boolean => Object.keys(changesOf(scene)).length > 0;

function said(scene: Scene): { number: string; room: string; when: string } {
  const { meeting } = scene.data;
  return meeting
    ? { number: meeting.number, room: meeting.room, when: meetingWhen(scene, meeting) }
    : { number: '', room: '', when: '' };
}

const CALLS_OFF = /取消|不开了|撤了|cancel|call (?:it )?off/i;

export const changeMeeting: Flow = {
  name: 'change_meeting',
  start: 'mine',
  digression: true,
  collects: [],
  topic: (scene) => scene.data.meeting?.title ?? '',
  also: { what: ['callOff'] },
  steps: {
    ...pickMeetingSteps('ready', () => true),
    ready: { kind: 'branch', cases: [{ when: hasChanges, to: 'change' }], else: 'what' },
    what: {
      kind: 'ask',
      slot: 'start',
      ask: (scene) => ({ text: textsOf(scene).askChange() }),
      take: (scene, heard) => {
        const { meeting } = scene.data;
        if (CALLS_OFF.test(heard.text)) return { to: 'callOff' };
        const changes = meeting ? changesFrom(heard, meeting, scene.facts) : {};
        return Object.keys(changes).length > 0 ? { data: { slots: heard.slots, text: heard.text } } : null;
      },
      next: 'ready',
    },
    callOff: { kind: 'end', become: 'cancel_meeting' },
    change: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'change_meeting',
        number: scene.data.meeting?.number ?? '',
        changes: changesOf(scene),
      }),
      keep: (_scene, outcome) => {
        if (outcome.kind === 'meeting') return { meeting: outcome.meeting };
        if (outcome.kind !== 'refused') return {};
        const { refusal } = outcome;
        if (refusal.reason === 'room_taken') return { alternatives: refusal.alternatives };
        return refusal.reason === 'invalid' ? { refusal: refusal.what } : {};
      },
      on: { meeting: 'sayChanged', refused: 'why' },
    },
    why: {
      kind: 'branch',
      cases: [{ when: (scene) => scene.data.refusal === 'room_taken', to: 'alternatives' }],
      else: 'sayInvalid',
    },
    alternatives: {
      kind: 'ask',
      slot: 'start',
      ask: (scene) => {
        const texts = textsOf(scene);
        const { alternatives } = scene.data;
        const room = scene.data.slots.location?.text ?? scene.data.meeting?.room ?? '';
        if (alternatives.length === 0) return { text: texts.roomTakenNone(room) };
        const actions = alternatives.slice(0, 5).map((one, index) => ({
          id: 'pick_time',
          label: `${one.room} ${meetingWhen(scene, one)}`,
          value: String(index),
        }));
        return { text: texts.roomTaken(room), card: { title: texts.clarifyTitle, fields: [], actions } };
      },
      choices: { pick_time: 'takeAlternative' },
      take: (_scene, heard) =>
        Object.keys(heard.slots).length > 0 ? { data: { slots: heard.slots, text: heard.text } } : null,
      next: 'ready',
    },
    takeAlternative: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'change_meeting',
        number: scene.data.meeting?.number ?? '',
        changes: { ...changesOf(scene), ...scene.data.alternatives[Number(scene.data.picked)] },
      }),
      keep: (_scene, outcome) => (outcome.kind === 'meeting' ? { meeting: outcome.meeting } : {}),
      on: { meeting: 'sayChanged', refused: 'sayInvalid' },
    },
    sayInvalid: {
      kind: 'ask',
      slot: 'start',
      ask: (scene) => ({ text: textsOf(scene).meetingInvalid(scene.data.refusal ?? '') }),
      take: (_scene, heard) =>
        Object.keys(heard.slots).length > 0 ? { data: { slots: heard.slots, text: heard.text } } : null,
      next: 'ready',
    },
    sayChanged: {
      kind: 'say',
      say: (scene) => ({
        text: textsOf(scene).meetingChanged(said(scene)),
        ...(scene.data.meeting ? { card: meetingCard(scene, scene.data.meeting) } : {}),
        meeting: said(scene).number,
      }),
      next: 'end',
    },
  },
};

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
    ...pickMeetingSteps('confirm', sameDay),
    confirm: {
      kind: 'ask',
      ask: (scene) => {
        const texts = textsOf(scene);
        const { meeting } = scene.data;
        return {
          text: texts.askCancelMeeting(meeting?.title ?? '', said(scene).when),
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
      }),
      on: { meeting: 'sayCancelled', refused: 'none' },
    },
    sayCancelled: {
      kind: 'say',
      say: (scene) => ({
        text: textsOf(scene).meetingCancelled(said(scene).number),
        meeting: said(scene).number,
      }),
      next: 'end',
    },
    kept: { kind: 'say', say: (scene) => ({ text: textsOf(scene).meetingKept() }), next: 'end' },
  },
};
