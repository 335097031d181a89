/** An earlier meeting request is changed: what it names and nothing else. What touches others is shown and confirmed first. */
import type { MeetingChanges, MeetingDraft, Outcome } from '../bot/desk.ts';
import type { FrameData } from '../bot/dialogue/conversation.ts';
import type { Flow, FlowStep, Scene } from '../bot/dialogue/flow.ts';
import { changedSaid, proposalCard, seriesSaid } from './parts/change-words.ts';
import { placeOf, wantsLarger } from './parts/choose-room.ts';
import { changesFrom } from './parts/meeting-times.ts';
import { meansAll, oneOrAllSteps } from './parts/one-or-all.ts';
import { asChanged, withMore } from './parts/pending-change.ts';
import { pickMeetingSteps } from './parts/pick-meeting.ts';
import { keepRefusal, offersCard, troubleCard } from './parts/room-words.ts';
import { isSmallChange } from './parts/small-change.ts';
import { textsOf } from './texts/index.ts';

/** What is to be changed by all that was said until now. */
function changesOf(scene: Scene): MeetingChanges {
  const { meeting, changes } = scene.data;
  return changes ?? (meeting ? changesFrom(scene.data, meeting, scene.facts) : {});
}

const hasChanges = (scene: Scene): boolean => Object.keys(changesOf(scene)).length > 0;

function isSmall(scene: Scene): boolean {
  const { meeting, all } = scene.data;
  return meeting !== undefined && !all && isSmallChange(meeting, changesOf(scene));
}

function keepChange(scene: Scene, outcome: Outcome, chosen: MeetingChanges): Partial<FrameData> {
  if (outcome.kind === 'series') return { meetings: outcome.meetings, missed: outcome.missed };
  if (outcome.kind !== 'meeting') return keepRefusal(outcome);
  const { meeting } = scene.data;
  const isSmallOne = meeting && isSmallChange(meeting, { ...changesOf(scene), ...chosen });
  const { number, version } = outcome.meeting;
  return {
    ...(meeting ? { before: meeting } : {}),
    meeting: outcome.meeting,
    ...(isSmallOne && version !== undefined ? { undo: `${number}:${version}` } : {}),
  };
}

/** Carries out what the messages change, and what was chosen besides. */
function changeStep(chosen: (scene: Scene) => MeetingChanges): FlowStep {
  return {
    kind: 'effect',
    effect: (scene) => ({ kind: 'change_meeting', ...toChange(scene, chosen(scene)) }),
    keep: (scene, outcome) => keepChange(scene, outcome, chosen(scene)),
    on: { meeting: 'sayChanged', series: 'saySeries', refused: 'why' },
  };
}

function toChange(scene: Scene, chosen: MeetingChanges = {}) {
  return {
    number: scene.data.meeting?.number ?? '',
    changes: { ...changesOf(scene), ...chosen },
    ...(scene.data.all ? { all: true as const } : {}),
  };
}

function keepTrial(scene: Scene, outcome: Outcome): Partial<FrameData> {
  const changes = changesOf(scene);
  if (outcome.kind === 'series') return { changes, meetings: outcome.meetings, missed: outcome.missed };
  if (outcome.kind !== 'meeting') return { changes, ...keepRefusal(outcome) };
  return { changes, proposed: outcome.meeting, ...(outcome.until ? { heldUntil: outcome.until } : {}) };
}

type Take = NonNullable<Extract<FlowStep, { kind: 'ask' }>['take']>;

/** What else is said while a change is open is one more change, or gives the meeting up. */
const anotherChange: Take = (scene, heard) => {
  const { meeting } = scene.data;
  if (CALLS_OFF.test(heard.text)) return { to: 'callOff' };
  if (wantsLarger(heard.text)) return { data: { text: heard.text } };
  const changes = meeting ? withMore(meeting, changesOf(scene), heard, scene.facts) : null;
  const all = meeting?.series !== undefined && meansAll(heard.text) ? { all: true } : {};
  return changes && { data: { changes, text: heard.text, ...all } };
};

/** Asked once more, what is still no change of time, room or things is a note for the crew. */
const changeOrNote: Take = (scene, heard) => {
  const taken = anotherChange(scene, heard);
  const { meeting } = scene.data;
  if (taken !== null || scene.asked < 2 || heard.text.trim().length < 4 || !meeting) return taken;
  const notes = [meeting.notes, heard.text.trim()].filter(Boolean).join('\n');
  return { data: { changes: { notes } } };
};

const CALLS_OFF = /取消|不开了|撤了|cancel|call (?:it )?off/i;

export const changeMeeting: Flow = {
  name: 'change_meeting',
  start: 'mine',
  digression: true,
  collects: [],
  topic: (scene) => scene.data.meeting?.title ?? '',
  also: Object.fromEntries(
    ['what', 'alternatives', 'sayInvalid', 'larger', 'confirm'].map((step) => [step, ['callOff']]),
  ),
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
    ...oneOrAllSteps('weigh', (scene) => textsOf(scene).series.askWhich(scene.data.meeting?.title ?? '')),
    weigh: { kind: 'branch', cases: [{ when: isSmall, to: 'change' }], else: 'try' },
    what: {
      kind: 'ask',
      slot: 'start',
      ask: (scene) => ({ text: textsOf(scene).askChange(scene.asked > 0) }),
      take: changeOrNote,
      next: 'ready',
    },
    callOff: { kind: 'end', become: 'cancel_meeting' },
    try: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'try_change', ...toChange(scene) }),
      keep: keepTrial,
      on: { meeting: 'confirm', series: 'confirm', refused: 'why' },
    },
    confirm: {
      kind: 'ask',
      slot: 'start',
      ask: proposalCard,
      choices: { apply: 'change', keep: 'kept' },
      yes: 'apply',
      no: 'keep',
      take: anotherChange,
      next: 'ready',
    },
    kept: { kind: 'say', say: (scene) => ({ text: textsOf(scene).meetingKept() }), next: 'end' },
    findLarger: {
      kind: 'effect',
      effect: (scene) => {
        const { meeting } = scene.data;
        const after = meeting ? asChanged(meeting, changesOf(scene)) : null;
        if (!after) throw new Error('a larger room is looked for where no meeting is meant');
        return {
          kind: 'propose_rooms',
          wanted: {
            start: after.start,
            end: after.end,
            ...(after.attendees ? { attendees: after.attendees } : {}),
            equipment: after.equipment as MeetingDraft['equipment'],
            ...(after.layout ? { layout: after.layout } : {}),
            largerThan: after.room,
          },
        };
      },
      keep: (_scene, outcome) => (outcome.kind === 'rooms' ? { rooms: outcome.rooms } : {}),
      on: { rooms: 'larger', refused: 'what' },
    },
    larger: {
      kind: 'ask',
      slot: 'location',
      ask: (scene) => offersCard(scene, textsOf(scene).rooms.noneLarger()),
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
    saySeries: { kind: 'say', say: seriesSaid, next: 'end' },
    sayChanged: { kind: 'say', say: changedSaid, next: 'end' },
  },
};
