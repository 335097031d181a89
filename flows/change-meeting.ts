/** An earlier meeting request is changed: what it names and nothing else, told as a difference. */
import type { MeetingDraft, Outcome } from '../bot/desk.ts';
import type { FrameData } from '../bot/dialogue/conversation.ts';
import type { Flow, FlowStep, Said, Scene } from '../bot/dialogue/flow.ts';
import { meetingCard } from './parts/card-fields.ts';
import { placeOf, wantsLarger } from './parts/choose-room.ts';
import { differenceWords } from './parts/meeting-difference.ts';
import { changesFrom } from './parts/meeting-times.ts';
import { oneOrAllSteps } from './parts/one-or-all.ts';
import { pickMeetingSteps } from './parts/pick-meeting.ts';
import { missedWords } from './parts/recurrence-words.ts';
import { keepRefusal, offerLabel, troubleCard } from './parts/room-words.ts';
import { textsOf } from './texts/index.ts';

type Changes = Partial<MeetingDraft>;

function changesOf(scene: Scene): Changes {
  const { meeting } = scene.data;
  return meeting ? changesFrom(scene.data, meeting, scene.facts) : {};
}

const hasChanges = (scene: Scene): boolean => Object.keys(changesOf(scene)).length > 0;

function keepChange(scene: Scene, outcome: Outcome): Partial<FrameData> {
  if (outcome.kind === 'series') return { meetings: outcome.meetings, missed: outcome.missed };
  if (outcome.kind !== 'meeting') return keepRefusal(outcome);
  const { meeting } = scene.data;
  return { ...(meeting ? { before: meeting } : {}), meeting: outcome.meeting };
}

/** Carries out what the message changes, and what was chosen besides. */
function changeStep(chosen: (scene: Scene) => Changes): FlowStep {
  return {
    kind: 'effect',
    effect: (scene) => ({
      kind: 'change_meeting',
      number: scene.data.meeting?.number ?? '',
      changes: { ...changesOf(scene), ...chosen(scene) },
      ...(scene.data.all ? { all: true as const } : {}),
    }),
    keep: keepChange,
    on: { meeting: 'sayChanged', series: 'saySeries', refused: 'why' },
  };
}

/** What else is said where a change did not go through is the change that is meant. */
const anotherChange: NonNullable<Extract<FlowStep, { kind: 'ask' }>['take']> = (scene, heard) => {
  const { meeting } = scene.data;
  if (CALLS_OFF.test(heard.text)) return { to: 'callOff' };
  if (wantsLarger(heard.text)) return { data: { text: heard.text } };
  const changes = meeting ? changesFrom(heard, meeting, scene.facts) : {};
  return Object.keys(changes).length > 0 ? { data: { slots: heard.slots, text: heard.text } } : null;
};

function roomsCard(scene: Scene): Said {
  const texts = textsOf(scene);
  const { rooms = [] } = scene.data;
  if (rooms.length === 0) return { text: texts.rooms.noneLarger() };
  return {
    text: texts.rooms.which(scene.asked > 0),
    card: {
      title: texts.clarifyTitle,
      fields: [],
      actions: rooms.map((one, index) => ({
        id: 'take_room',
        label: offerLabel(scene, one),
        value: String(index),
      })),
    },
  };
}

const CALLS_OFF = /取消|不开了|撤了|cancel|call (?:it )?off/i;

export const changeMeeting: Flow = {
  name: 'change_meeting',
  start: 'mine',
  digression: true,
  collects: [],
  topic: (scene) => scene.data.meeting?.title ?? '',
  also: { what: ['callOff'], alternatives: ['callOff'], sayInvalid: ['callOff'], larger: ['callOff'] },
  steps: {
    ...pickMeetingSteps('ready', () => true),
    ready: {
      kind: 'branch',
      cases: [
        { when: ({ data }) => wantsLarger(data.text), to: 'findLarger' },
        { when: hasChanges, to: 'oneOrAll' },
      ],
      else: 'what',
    },
    ...oneOrAllSteps('change', (scene) => textsOf(scene).series.askWhich(scene.data.meeting?.title ?? '')),
    what: {
      kind: 'ask',
      slot: 'start',
      ask: (scene) => ({ text: textsOf(scene).askChange() }),
      take: anotherChange,
      next: 'ready',
    },
    callOff: { kind: 'end', become: 'cancel_meeting' },
    findLarger: {
      kind: 'effect',
      effect: (scene) => {
        const { meeting } = scene.data;
        const after = { ...meeting, ...changesOf(scene) };
        return {
          kind: 'propose_rooms',
          wanted: {
            start: after.start ?? '',
            end: after.end ?? '',
            ...(after.attendees ? { attendees: after.attendees } : {}),
            equipment: (after.equipment ?? []) as MeetingDraft['equipment'],
            ...(after.layout ? { layout: after.layout } : {}),
            largerThan: meeting?.room ?? '',
          },
        };
      },
      keep: (_scene, outcome) => (outcome.kind === 'rooms' ? { rooms: outcome.rooms } : {}),
      on: { rooms: 'larger', refused: 'what' },
    },
    larger: {
      kind: 'ask',
      slot: 'location',
      ask: roomsCard,
      choices: { take_room: 'takeRoom' },
      take: anotherChange,
      next: 'ready',
    },
    takeRoom: changeStep(({ data }) => {
      const offer = data.rooms?.[Number(data.picked)];
      return offer ? { room: offer.room, location: placeOf(offer) } : {};
    }),
    change: changeStep(() => ({})),
    why: {
      kind: 'branch',
      cases: [{ when: (scene) => scene.data.refusal === 'room', to: 'alternatives' }],
      else: 'sayInvalid',
    },
    alternatives: {
      kind: 'ask',
      slot: 'start',
      ask: (scene) => {
        const { meeting } = scene.data;
        const changes = changesOf(scene);
        const attendees = changes.attendees ?? meeting?.attendees ?? undefined;
        const room = changes.room ?? meeting?.room ?? '';
        return troubleCard(scene, { room, ...(attendees ? { attendees } : {}) }, 'pick_time');
      },
      choices: { pick_time: 'takeAlternative' },
      take: anotherChange,
      next: 'ready',
    },
    takeAlternative: changeStep(({ data }) => data.alternatives[Number(data.picked)] ?? {}),
    sayInvalid: {
      kind: 'ask',
      slot: 'start',
      ask: (scene) => ({ text: textsOf(scene).meetingInvalid(scene.data.refusal ?? '') }),
      take: anotherChange,
      next: 'ready',
    },
    saySeries: {
      kind: 'say',
      say: (scene) => {
        const { meetings, meeting } = scene.data;
        const changed = textsOf(scene).series.changed(meetings.length, missedWords(scene));
        return { text: changed, ...(meeting ? { meeting: meeting.number } : {}) };
      },
      next: 'end',
    },
    sayChanged: {
      kind: 'say',
      say: (scene) => {
        const { meeting, before = meeting } = scene.data;
        if (!meeting || !before) return { text: textsOf(scene).idle() };
        return {
          text: textsOf(scene).meetingChanged(meeting.number, differenceWords(scene, before, meeting)),
          card: meetingCard(scene, meeting),
          meeting: meeting.number,
        };
      },
      next: 'end',
    },
  },
};
