/** Questions about rooms, answered from what is booked: who meets there, whether one is free, which one is. */
import type { MeetingView, RoomUse } from '../bot/desk.ts';
import { clearly, type Flow, type Said, type Scene, type Taken } from '../bot/dialogue/flow.ts';
import { spanWords } from '../bot/moment-words.ts';
import type { CardAction } from '../bot/reply.ts';
import type { Understanding } from '../bot/types.ts';
import { equipmentWords, meetingWhen, when } from './parts/card-fields.ts';
import { placeOf } from './parts/choose-room.ts';
import { mergeMeeting } from './parts/meeting-times.ts';
import { type Window, windowOf } from './parts/room-window.ts';
import { offerLabel } from './parts/room-words.ts';
import { textsOf } from './texts/index.ts';

/** Lines of an answer; more is a list for a page, not for a chat. */
const MOST_LINES = 8;
const MOST_BUTTONS = 4;
/** A gap that is shorter than this is of no use for a meeting. */
const SHORTEST_MS = 30 * 60_000;

const windowIn = (scene: Scene): Window => windowOf(scene.data.slots, scene.data.text, scene.facts);
const usesOf = (scene: Scene): readonly RoomUse[] => scene.data.uses ?? [];

/** «明天» or «明天 15:00–17:00» */
function windowWords(scene: Scene): string {
  const { from, to, exact } = windowIn(scene);
  const { start } = scene.data.slots;
  if (exact || start?.includes('T')) return meetingWhen(scene, { start: from, end: to });
  const part = textsOf(scene).rooms.partOfDay(scene.data.text);
  return `${when(scene, from.slice(0, 10))}${part}`;
}

function clockSpan(scene: Scene, span: { start: string; end: string }): string {
  const { now, zone } = scene.facts;
  const words = spanWords(span.start, span.end, now, zone, scene.language);
  return words.slice(words.search(/\d{1,2}:\d\d/));
}

/** Whose meeting it is: one's own by its title, others' by their department. */
function busyLine(scene: Scene, { room, busy }: RoomUse): string {
  const { rooms } = textsOf(scene);
  const said = busy.map((one) => {
    const who = one.title ?? (one.department ? rooms.meetingOf(one.department) : '');
    return rooms.busyAt(clockSpan(scene, one), who);
  });
  return rooms.busyRoom(room.name, said);
}

/** The times within the window at which nobody meets there. */
function freeTimes(window: Window, { busy }: RoomUse): { start: string; end: string }[] {
  const free: { start: string; end: string }[] = [];
  let from = window.from;
  for (const { start, end } of [...busy, { start: window.to, end: window.to }]) {
    if (Date.parse(start) - Date.parse(from) >= SHORTEST_MS) free.push({ start: from, end: start });
    if (Date.parse(end) > Date.parse(from)) from = end;
  }
  return free;
}

function bookButtons(scene: Scene, uses: readonly RoomUse[]): CardAction[] {
  const { rooms } = textsOf(scene);
  return uses.slice(0, MOST_BUTTONS).map((use) => ({
    id: 'book_room',
    label: rooms.bookThis(use.room.name),
    value: String(usesOf(scene).indexOf(use)),
  }));
}

function agendaSaid(scene: Scene): Said {
  const { rooms } = textsOf(scene);
  const busy = usesOf(scene).filter((use) => use.busy.length > 0);
  const place = scene.data.slots.location?.text ?? '';
  if (busy.length === 0) return { text: rooms.noMeetingThere(windowWords(scene), place) };
  const lines = busy.slice(0, MOST_LINES).map((use) => busyLine(scene, use));
  return { text: [rooms.meetingsThere(windowWords(scene), place), ...lines].join('\n') };
}

/** One room that is named: free, or when it is not and when it is. */
function roomSaid(scene: Scene, use: RoomUse): Said {
  const { rooms, clarifyTitle } = textsOf(scene);
  const free = freeTimes(windowIn(scene), use);
  const text =
    use.busy.length === 0
      ? rooms.isFree(windowWords(scene), offerLabel(scene, use.room))
      : free.length === 0
        ? rooms.isBusy(windowWords(scene), busyLine(scene, use))
        : rooms.isPartlyFree(
            windowWords(scene),
            busyLine(scene, use),
            free.map((span) => clockSpan(scene, span)),
          );
  if (free.length === 0) return { text };
  return { text, card: { title: clarifyTitle, fields: [], actions: bookButtons(scene, [use]) } };
}

function freeSaid(scene: Scene): Said {
  const { rooms, clarifyTitle } = textsOf(scene);
  const uses = usesOf(scene);
  const [only] = uses;
  if (only && uses.length === 1) return roomSaid(scene, only);
  const window = windowIn(scene);
  const open = uses.filter((use) =>
    window.exact ? use.busy.length === 0 : freeTimes(window, use).length > 0,
  );
  if (open.length === 0) return { text: rooms.allBusy(windowWords(scene)) };
  const lines = open.slice(0, MOST_LINES).map((use) => {
    const times = use.busy.length === 0 ? [] : freeTimes(window, use).map((span) => clockSpan(scene, span));
    return rooms.freeRoom(offerLabel(scene, use.room), times);
  });
  return {
    text: [rooms.freeThen(windowWords(scene)), ...lines].join('\n'),
    card: { title: clarifyTitle, fields: [], actions: bookButtons(scene, open) },
  };
}

function mineSaid(scene: Scene): Said {
  const { rooms } = textsOf(scene);
  const { from, to } = windowIn(scene);
  const isDay = scene.data.slots.start !== undefined || /今天|today/i.test(scene.data.text);
  const within = (one: MeetingView) =>
    Date.parse(one.start) < Date.parse(to) && Date.parse(one.end) > Date.parse(from);
  const meetings = scene.data.meetings.filter((one) => !isDay || within(one));
  if (meetings.length === 0) return { text: rooms.noneOfYours(isDay ? windowWords(scene) : '') };
  const lines = meetings.map((one) =>
    rooms.yours(
      one.number,
      one.title,
      meetingWhen(scene, one),
      one.room,
      equipmentWords(textsOf(scene), one.equipment),
    ),
  );
  return { text: [rooms.theseAreYours(meetings.length), ...lines].join('\n') };
}

/** «那就订三点到五点», «就这间»: the booking goes on with what is known. */
function takeBooking(scene: Scene, heard: Understanding): Taken | null {
  const { start } = heard.slots;
  const books = /订|定|约|就这|就它|要这|用这|book|take/i.test(heard.text) || clearly(heard, 'confirm');
  if (!books && !start?.includes('T')) return null;
  if (clearly(heard, 'deny') || heard.text.length > 40) return null;
  const slots = mergeMeeting(scene.data.slots, heard);
  const only = usesOf(scene).length === 1 && heard.slots.location === undefined;
  return { data: { slots, ...(only ? {} : { text: '' }) }, to: only ? 'room' : 'book' };
}

export const askRooms: Flow = {
  name: 'ask_rooms',
  start: 'kind',
  digression: true,
  transient: true,
  collects: [],
  topic: () => '',
  also: { answer: ['room', 'book'] },
  steps: {
    kind: {
      kind: 'branch',
      cases: [{ when: ({ data }) => data.roomQuestion === 'mine', to: 'mine' }],
      else: 'read',
    },
    mine: {
      kind: 'effect',
      effect: () => ({ kind: 'my_meetings' }),
      keep: (_scene, outcome) => (outcome.kind === 'meetings' ? { meetings: outcome.meetings } : {}),
      on: { meetings: 'sayMine', refused: 'sayMine' },
    },
    sayMine: { kind: 'say', say: mineSaid, next: 'end' },
    read: {
      kind: 'effect',
      effect: (scene) => {
        const { location, attendees, equipment, layout } = scene.data.slots;
        const { from, to } = windowIn(scene);
        return {
          kind: 'room_uses',
          query: {
            from,
            to,
            ...(location ? { location } : {}),
            ...(attendees ? { attendees } : {}),
            equipment: equipment ?? [],
            ...(layout ? { layout } : {}),
          },
        };
      },
      keep: (_scene, outcome) => (outcome.kind === 'room_uses' ? { uses: outcome.uses } : {}),
      on: { room_uses: 'which', refused: 'unknown' },
    },
    which: {
      kind: 'branch',
      cases: [
        { when: ({ data }) => (data.uses ?? []).length === 0, to: 'unknown' },
        { when: ({ data }) => data.roomQuestion === 'agenda', to: 'agenda' },
        { when: ({ data }) => data.picked === 'aside', to: 'aside' },
      ],
      else: 'answer',
    },
    unknown: { kind: 'say', say: (scene) => ({ text: textsOf(scene).rooms.noSuchRoom() }), next: 'end' },
    agenda: { kind: 'say', say: agendaSaid, next: 'end' },
    aside: { kind: 'say', say: (scene) => ({ text: freeSaid(scene).text }), next: 'end' },
    answer: {
      kind: 'ask',
      ask: freeSaid,
      passing: true,
      choices: { book_room: 'room' },
      take: takeBooking,
      next: 'end',
    },
    room: {
      kind: 'effect',
      effect: (scene) => {
        const { from, to } = windowIn(scene);
        const use = usesOf(scene)[Number(scene.data.picked ?? 0)];
        return {
          kind: 'propose_rooms',
          wanted: { start: from, end: to, equipment: [], ...(use ? { location: placeOf(use.room) } : {}) },
        };
      },
      keep: ({ data }, outcome) => {
        const settled = outcome.kind === 'rooms' ? outcome.settled : null;
        // The question is no note to the meeting.
        return settled
          ? { text: '', settled: settled.text, slots: { ...data.slots, location: settled } }
          : { text: '' };
      },
      on: { rooms: 'book', refused: 'book' },
    },
    book: { kind: 'end', become: 'book_meeting' },
    end: { kind: 'end' },
  },
};
