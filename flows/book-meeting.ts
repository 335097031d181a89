/** A meeting needs a room: start, end, place, people and equipment; asks only for what is missing. */
import type { MeetingDraft, Outcome } from '../bot/desk.ts';
import type { FrameData } from '../bot/dialogue/conversation.ts';
import type { Flow, FlowStep, Said, Scene } from '../bot/dialogue/flow.ts';
import { bookedSaid } from './parts/booked-words.ts';
import { meetingCard, meetingDraftFields, meetingWhen, when } from './parts/card-fields.ts';
import { chooseRoomSteps, isSettled, wantsLarger } from './parts/choose-room.ts';
import { quantitiesOf, slotsNow } from './parts/meeting-slots.ts';
import {
  endFrom,
  impossibleDay,
  isDateOnly,
  mergeMeeting,
  onMeetingDay,
  startFrom,
  timeFault,
} from './parts/meeting-times.ts';
import { missedWords, recurrenceOf, recurrenceWords, untilFrom } from './parts/recurrence-words.ts';
import { keepRefusal, troubleCard } from './parts/room-words.ts';
import { short, textsOf, type Wording } from './texts/index.ts';

function draftOf(scene: Scene): MeetingDraft {
  const { data, facts } = scene;
  const { slots } = data;
  const recurrence = recurrenceOf(scene);
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
    quantities: quantitiesOf(scene),
    ...(slots.layout ? { layout: slots.layout } : {}),
    ...(notes ? { notes } : {}),
    ...(recurrence ? { recurrence } : {}),
    ...(isImportant(notes) ? { assurance: true } : {}),
  };
}

const LEADERS_COME =
  /(?:领导|局长|厅长|书记|[市省区县部]长|主任委员|董事长|总经理|总裁|院士|将军|司令|外宾|leaders?|ministers?|mayor)[^，,。;；]{0,8}(?:参加|出席|到场|到会|莅临|主持|讲话|视察|列席|attend|come|speak)/i;
const SAID_SO = /重要(?:会议|活动|保障)|重点保障|[一特]级保障|全程保障|保障级别|important meeting/i;

/** Whether leaders attend, or somebody said that it must not fail. */
function isImportant(said: string): boolean {
  return LEADERS_COME.test(said) || SAID_SO.test(said);
}

function keepResult(_scene: Scene, outcome: Outcome): Partial<FrameData> {
  if (outcome.kind === 'meeting') return { meeting: outcome.meeting };
  if (outcome.kind === 'series') return { meetings: outcome.meetings, missed: outcome.missed };
  return outcome.kind === 'held' ? { heldUntil: outcome.until } : keepRefusal(outcome);
}

function withHold(scene: Scene, lead: Wording): Wording {
  const { heldUntil } = scene.data;
  if (!heldUntil) return lead;
  const held = textsOf(scene).rooms.held(when(scene, heldUntil));
  return [lead].flat().map((one) => `${one}${held}`);
}

function confirmCard(scene: Scene): Said {
  const texts = textsOf(scene);
  const recurrence = recurrenceOf(scene);
  return {
    text: withHold(scene, texts.meetingLead()),
    card: {
      title: texts.meetingTitle,
      fields: meetingDraftFields(scene, recurrence ? recurrenceWords(scene, recurrence) : ''),
      actions: [
        { id: 'book', label: texts.buttons.book, value: '', style: 'primary' },
        { id: 'edit', label: texts.buttons.edit, value: '' },
        { id: 'drop', label: texts.buttons.noThanks, value: '' },
      ],
    },
  };
}

/** How many were booked, and which could not be. */
function seriesSaid(scene: Scene): Said {
  const { meetings } = scene.data;
  const [first] = meetings;
  if (!first) return { text: textsOf(scene).idle() };
  const { series } = textsOf(scene);
  const last = when(scene, (meetings.at(-1) ?? first).start.slice(0, 10));
  return {
    text: series.booked(meetings.length, meetingWhen(scene, first), last, missedWords(scene)),
    card: meetingCard(scene, first),
    meeting: first.number,
  };
}

function missedSaid(scene: Scene): Said {
  return { text: textsOf(scene).series.none(missedWords(scene)) };
}

const askStart: FlowStep = {
  kind: 'ask',
  slot: 'start',
  filled: (scene) => scene.data.slots.start !== undefined && !isDateOnly(scene.data.slots.start),
  ask: (scene) => {
    const texts = textsOf(scene);
    const known = scene.data.slots.start;
    const { badDay = scene.asked === 0 ? impossibleDay(scene.data.text) : null } = scene.data;
    if (badDay && !known) return { text: texts.noSuchDay(badDay) };
    return { text: known ? texts.askHour(when(scene, known)) : texts.askStart(scene.asked > 0) };
  },
  take: (scene, heard) => {
    const start = startFrom(heard, scene.data.slots.start);
    const badDay = impossibleDay(heard.text);
    if (!start) return badDay ? { data: { badDay }, to: 'start' } : null;
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
  ask: (scene) => troubleCard(scene, draftOf(scene), 'pick'),
  choices: { pick: 'takeAlternative' },
  take: (scene, heard) => {
    if (wantsLarger(heard.text)) return { data: { largerThan: roomNow(scene) }, to: 'settle' };
    const { location, start, attendees, equipment } = heard.slots;
    if (!location && !start && !attendees && !equipment) return null;
    return { data: { slots: mergeMeeting(slotsNow(scene), heard) }, to: 'start' };
  },
  next: 'settle',
};

/** The room that is spoken of. */
function roomNow({ data }: Scene): string {
  return data.slots.location?.room ?? data.slots.location?.text ?? '';
}

export const bookMeeting: Flow = {
  name: 'book_meeting',
  start: 'start',
  digression: false,
  collects: ['start', 'end', 'location', 'attendees', 'title', 'equipment', 'layout', 'department', 'phone'],
  merge: (scene, heard) => mergeMeeting(slotsNow(scene), heard),
  also: { room: ['sameRoom', 'start', 'settle'], confirm: ['settle'] },
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
      else: 'whichRoom',
    },
    whichRoom: { kind: 'branch', cases: [{ when: isSettled, to: 'attendees' }], else: 'settle' },
    ...chooseRoomSteps('attendees'),
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
      next: 'until',
    },
    until: {
      kind: 'ask',
      filled: (scene) => {
        const recurrence = recurrenceOf(scene);
        return recurrence === null || recurrence.until !== undefined;
      },
      ask: (scene) => ({ text: textsOf(scene).series.askUntil() }),
      take: (scene, heard) => {
        const until = untilFrom(heard.text, scene.facts);
        return until && until > (scene.data.slots.start ?? '') ? { data: { until } } : null;
      },
      next: 'hold',
    },
    hold: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'hold_room', draft: draftOf(scene) }),
      keep: keepResult,
      on: { held: 'confirm', refused: 'why' },
    },
    confirm: {
      kind: 'ask',
      ask: confirmCard,
      take: (scene, heard) =>
        wantsLarger(heard.text) ? { data: { largerThan: roomNow(scene) }, to: 'settle' } : null,
      choices: { book: 'ready', edit: 'edit', drop: 'dropped' },
      yes: 'book',
      no: 'edit',
      next: 'confirm',
    },
    edit: {
      kind: 'ask',
      slot: 'description',
      ask: (scene) => ({ text: textsOf(scene).askChange(scene.asked > 0) }),
      take: (scene, heard) => ({ data: { slots: mergeMeeting(slotsNow(scene), heard) } }),
      next: 'start',
    },
    // A place that was corrected meanwhile may be a floor, or no room at all.
    ready: { kind: 'branch', cases: [{ when: isSettled, to: 'book' }], else: 'settle' },
    book: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'book_meeting', draft: draftOf(scene) }),
      keep: keepResult,
      on: { meeting: 'sayBooked', series: 'seriesBooked', refused: 'why' },
    },
    why: {
      kind: 'branch',
      cases: [{ when: (scene) => scene.data.refusal === 'room', to: 'alternatives' }],
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
      on: { meeting: 'sayBooked', series: 'seriesBooked', refused: 'why' },
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
    seriesBooked: {
      kind: 'branch',
      cases: [{ when: ({ data }) => data.meetings.length === 0, to: 'noneBooked' }],
      else: 'saySeries',
    },
    noneBooked: { kind: 'say', say: missedSaid, next: 'end' },
    saySeries: { kind: 'say', say: seriesSaid, next: 'end' },
    sayBooked: { kind: 'say', say: bookedSaid, next: 'end' },
    dropped: { kind: 'say', say: (scene) => ({ text: textsOf(scene).notNow() }), next: 'end' },
    end: { kind: 'end' },
  },
};
