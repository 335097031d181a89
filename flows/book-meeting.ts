/** A meeting needs a room: start, end, place, people and equipment; asks only for what is missing. */
import type { MeetingDraft, Outcome } from '../bot/desk.ts';
import type { FrameData } from '../bot/dialogue/conversation.ts';
import type { Flow, FlowStep, Said, Scene, Taken } from '../bot/dialogue/flow.ts';
import type { Understanding } from '../bot/types.ts';
import { meetingCard, meetingDraftFields, meetingWhen, when } from './parts/card-fields.ts';
import {
  endFrom,
  isDateOnly,
  mergeMeeting,
  onMeetingDay,
  startFrom,
  timeFault,
} from './parts/meeting-times.ts';
import { short, textsOf } from './texts/index.ts';

function draftOf(scene: Scene): MeetingDraft {
  const { data, facts } = scene;
  const { slots } = data;
  const who = slots.department ?? facts.sender.department ?? facts.sender.name;
  const location = slots.location ?? { text: '' };
  const notes = [data.text, ...data.notes].filter(Boolean).join('\n');
  return {
    title: slots.title ?? textsOf(scene).meetingDefaultTitle(who),
    start: slots.start ?? '',
    end: slots.end ?? '',
    room: location.room ?? location.text,
    location,
    equipment: slots.equipment ?? [],
    ...(slots.attendees ? { attendees: slots.attendees } : {}),
    ...(slots.layout ? { layout: slots.layout } : {}),
    ...(notes ? { notes } : {}),
  };
}

function keepResult(_scene: Scene, outcome: Outcome): Partial<FrameData> {
  if (outcome.kind === 'meeting') return { meeting: outcome.meeting };
  if (outcome.kind !== 'refused') return {};
  const { refusal } = outcome;
  if (refusal.reason === 'room_taken') return { alternatives: refusal.alternatives };
  return refusal.reason === 'invalid' ? { refusal: refusal.what } : {};
}

function alternativesCard(scene: Scene): Said {
  const texts = textsOf(scene);
  const room = scene.data.slots.location?.text ?? '';
  const { alternatives } = scene.data;
  if (alternatives.length === 0) return { text: texts.roomTakenNone(room) };
  return {
    text: texts.roomTaken(room),
    card: {
      title: texts.clarifyTitle,
      fields: [],
      actions: alternatives.slice(0, 5).map((one, index) => ({
        id: 'pick',
        label: `${one.room} ${meetingWhen(scene, one)}`,
        value: String(index),
      })),
      tone: 'warning',
    },
  };
}

function confirmCard(scene: Scene): Said {
  const texts = textsOf(scene);
  return {
    text: texts.meetingLead(),
    card: {
      title: texts.meetingTitle,
      fields: meetingDraftFields(scene),
      actions: [
        { id: 'book', label: texts.buttons.book, value: '', style: 'primary' },
        { id: 'edit', label: texts.buttons.edit, value: '' },
        { id: 'drop', label: texts.buttons.noThanks, value: '' },
      ],
    },
  };
}

const askStart: FlowStep = {
  kind: 'ask',
  slot: 'start',
  filled: (scene) => scene.data.slots.start !== undefined && !isDateOnly(scene.data.slots.start),
  ask: (scene) => {
    const texts = textsOf(scene);
    const known = scene.data.slots.start;
    return { text: known ? texts.askHour(when(scene, known)) : texts.askStart(scene.asked > 0) };
  },
  take: (scene, heard) => {
    const start = startFrom(heard, scene.data.slots.start);
    if (!start) return null;
    const { attendees, equipment, location, title, layout } = heard.slots;
    const given = { attendees, equipment, location, title, layout };
    const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const end = heard.slots.end ? { end: endFrom(heard, start, scene.facts.now, scene.facts.zone) } : {};
    return { data: { slots: { ...scene.data.slots, ...known, ...end, start } }, to: 'start' };
  },
  next: 'startTime',
};

const askEnd: FlowStep = {
  kind: 'ask',
  slot: 'end',
  filled: (scene) => scene.data.slots.end !== undefined && !isDateOnly(scene.data.slots.end),
  ask: (scene) => ({ text: textsOf(scene).askEnd(scene.asked > 0) }),
  take: (scene, heard) => {
    const end = endFrom(heard, scene.data.slots.start ?? '', scene.facts.now, scene.facts.zone);
    return end ? { data: { slots: { ...scene.data.slots, end } } } : null;
  },
  next: 'times',
};

const pickAlternative: FlowStep = {
  kind: 'ask',
  slot: 'start',
  ask: alternativesCard,
  choices: { pick: 'takeAlternative' },
  take: (scene, heard) => {
    const { location, start } = heard.slots;
    if (!location && !start) return null;
    const slots = { ...scene.data.slots, ...(location ? { location } : {}) };
    const moved = start ? startFrom(heard, scene.data.slots.start) : undefined;
    if (!moved) return { data: { slots }, to: 'confirm' };
    const { end: _end, ...rest } = slots;
    const end = heard.slots.end ? { end: heard.slots.end } : {};
    return { data: { slots: { ...rest, ...end, start: moved } }, to: 'start' };
  },
  next: 'confirm',
};

const LIKE_A_ROOM = /[\d楼层室厅栋座馆房堂]|room|hall|floor/i;

/** Words that are no place are no room: it is asked for again, never booked. */
function roomAnswer(scene: Scene, heard: Understanding): Taken | null {
  const place = heard.slots.location;
  const known = place?.room ?? place?.floor ?? place?.building;
  if (place && (known !== undefined || LIKE_A_ROOM.test(place.text))) return null;
  if (heard.slots.start ?? heard.slots.end) {
    const { location: _echo, ...slots } = heard.slots;
    return { data: { slots: mergeMeeting(scene.data.slots, { ...heard, slots }) }, to: 'start' };
  }
  const text = heard.text.trim();
  if (!place && LIKE_A_ROOM.test(text) && text.length <= 20 && heard.confidence < 0.8) {
    return { data: { slots: { ...scene.data.slots, location: { text } } } };
  }
  return place ? { to: 'sameRoom' } : null;
}

export const bookMeeting: Flow = {
  name: 'book_meeting',
  start: 'start',
  digression: false,
  collects: ['start', 'end', 'location', 'attendees', 'title', 'equipment', 'layout', 'department', 'phone'],
  merge: (scene, heard) => mergeMeeting(scene.data.slots, heard),
  also: { room: ['sameRoom', 'start'] },
  topic: (scene) => scene.data.slots.title ?? short(scene.data.text),
  steps: {
    start: askStart,
    end_time: askEnd,
    startTime: {
      kind: 'branch',
      cases: [{ when: (scene) => timeFault(scene.data.slots, scene.facts.now) !== null, to: 'sayInvalid' }],
      else: 'end_time',
    },
    times: {
      kind: 'branch',
      cases: [{ when: (scene) => timeFault(scene.data.slots, scene.facts.now) !== null, to: 'sayInvalid' }],
      else: 'room',
    },
    room: {
      kind: 'ask',
      slot: 'location',
      filled: (scene) => scene.data.slots.location !== undefined,
      ask: (scene) => ({ text: textsOf(scene).askRoom(scene.asked > 0) }),
      take: roomAnswer,
      next: 'attendees',
    },
    sameRoom: { kind: 'branch', cases: [], else: 'room' },
    attendees: {
      kind: 'ask',
      slot: 'attendees',
      filled: (scene) => scene.data.slots.attendees !== undefined,
      ask: (scene) => ({ text: textsOf(scene).askAttendees(scene.asked > 0) }),
      take: (scene, heard) => {
        const digits = /\d{1,5}/.exec(heard.text.normalize('NFKC'))?.[0];
        if (heard.slots.attendees !== undefined || !digits) return null;
        return { data: { slots: { ...scene.data.slots, attendees: Number(digits) } } };
      },
      next: 'confirm',
    },
    confirm: {
      kind: 'ask',
      ask: confirmCard,
      choices: { book: 'book', edit: 'edit', drop: 'dropped' },
      yes: 'book',
      no: 'edit',
      next: 'confirm',
    },
    edit: {
      kind: 'ask',
      slot: 'description',
      ask: (scene) => ({ text: textsOf(scene).askChange() }),
      take: (scene, heard) => ({ data: { slots: mergeMeeting(scene.data.slots, heard) } }),
      next: 'start',
    },
    book: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'book_meeting', draft: draftOf(scene) }),
      keep: keepResult,
      on: { meeting: 'sayBooked', refused: 'why' },
    },
    why: {
      kind: 'branch',
      cases: [{ when: (scene) => scene.data.refusal === 'room_taken', to: 'alternatives' }],
      else: 'sayInvalid',
    },
    alternatives: pickAlternative,
    takeAlternative: {
      kind: 'effect',
      effect: (scene) => {
        const chosen = scene.data.alternatives[Number(scene.data.picked)];
        const draft = draftOf(scene);
        return {
          kind: 'book_meeting',
          draft: chosen ? { ...draft, ...chosen, location: { text: chosen.room } } : draft,
        };
      },
      keep: keepResult,
      on: { meeting: 'sayBooked', refused: 'why' },
    },
    sayInvalid: {
      kind: 'ask',
      slot: 'start',
      ask: (scene) => ({
        text: textsOf(scene).meetingInvalid(
          timeFault(scene.data.slots, scene.facts.now) ?? scene.data.refusal ?? '',
        ),
      }),
      take: (scene, heard) => {
        // A time that was wrong keeps its day; one that is past does not.
        const past = timeFault(scene.data.slots, scene.facts.now) === 'past';
        const start = startFrom(heard, past ? undefined : scene.data.slots.start);
        if (!start) return null;
        const { end: _end, ...rest } = scene.data.slots;
        const end = heard.slots.end ? { end: onMeetingDay(heard.slots.end, heard.text, start) } : {};
        return { data: { slots: { ...rest, ...end, start } }, to: 'start' };
      },
      next: 'start',
    },
    sayBooked: {
      kind: 'say',
      say: (scene) => {
        const texts = textsOf(scene);
        const { meeting } = scene.data;
        if (!meeting) return { text: texts.idle() };
        return {
          text: texts.booked({
            number: meeting.number,
            room: meeting.room,
            when: meetingWhen(scene, meeting),
          }),
          card: meetingCard(scene, meeting),
          meeting: meeting.number,
        };
      },
      next: 'end',
    },
    dropped: { kind: 'say', say: (scene) => ({ text: textsOf(scene).notNow() }), next: 'end' },
    end: { kind: 'end' },
  },
};
