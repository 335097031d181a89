/** Steps that settle which room a meeting gets: the one that is named, the only one there, or one of those that are free. */
import type { Outcome, RoomOffer, RoomWanted } from '../../bot/desk.ts';
import type { FrameData } from '../../bot/dialogue/conversation.ts';
import type { FlowStep, Said, Scene, Taken } from '../../bot/dialogue/flow.ts';
import type { Location, Understanding } from '../../bot/types.ts';
import { textsOf } from '../texts/index.ts';
import { quantitiesOf, slotsNow } from './meeting-slots.ts';
import { mergeMeeting } from './meeting-times.ts';
import { alternativeButtons, offersCard } from './room-words.ts';

const ANY =
  /随便|都行|都可以|哪个都|哪间都|你(?:们)?(?:看着)?(?:定|安排|选|挑)|帮我(?:选|挑|安排)一?[个间]|any(?: room| one)?(?: will do)?|whichever|you (?:choose|pick)/i;
const LARGER = /大(?:一点|一些|点|些|一号)|更大|再大|larger|bigger/i;
const LIKE_A_ROOM = /[\d楼层室厅栋座馆房堂]|room|hall|floor/i;

/** Whether a message asks for a larger room than the one spoken of: «换大一点的». */
export function wantsLarger(text: string): boolean {
  return LARGER.test(text) && !/屏|字|声|音量|大家/.test(text);
}

export function isSettled({ data }: Scene): boolean {
  return data.slots.location !== undefined && data.settled === data.slots.location.text;
}

/** What a room is wanted for, as far as it is known. Start and end must be. */
export function wantedOf(scene: Scene): RoomWanted {
  const { slots, largerThan } = scene.data;
  return {
    start: slots.start ?? '',
    end: slots.end ?? '',
    ...(slots.location && largerThan == null ? { location: slots.location } : {}),
    ...(slots.attendees ? { attendees: slots.attendees } : {}),
    equipment: slots.equipment ?? [],
    quantities: quantitiesOf(scene),
    ...(slots.layout ? { layout: slots.layout } : {}),
    ...(largerThan == null ? {} : { largerThan }),
  };
}

/** Takes the room that is meant, or those that may be chosen from. «随便哪个» takes the best. */
function keepRooms(scene: Scene, outcome: Outcome): Partial<FrameData> {
  if (outcome.kind !== 'rooms') return {};
  const { settled, rooms, alternatives } = outcome;
  const { slots, text } = scene.data;
  const [best] = rooms;
  const any = ANY.test([text, ...scene.data.notes].join('\n')) && best ? placeOf(best) : null;
  const location = settled ?? any;
  if (location)
    return { slots: { ...slots, location }, settled: location.text, rooms, alternatives, largerThan: null };
  const { location: _open, ...rest } = slots;
  return { slots: rest, rooms, alternatives };
}

export function placeOf({ room, name, floor, building }: RoomOffer): Location {
  return { text: name, ...(building ? { building } : {}), ...(floor ? { floor } : {}), room };
}

function askRoom(scene: Scene): Said {
  const texts = textsOf(scene);
  const { rooms = [], alternatives } = scene.data;
  if (rooms.length > 0 || alternatives.length === 0) return offersCard(scene, texts.askRoom(scene.asked > 0));
  return {
    text: texts.rooms.noneFree(),
    card: {
      title: texts.clarifyTitle,
      fields: [],
      actions: alternativeButtons(scene, alternatives, 'take_time'),
    },
  };
}

/** Words that are no place are no room: it is asked for again, never booked. */
function roomAnswer(scene: Scene, heard: Understanding): Taken | null {
  const { rooms = [] } = scene.data;
  const [best] = rooms;
  if (wantsLarger(heard.text) && best) return { data: { largerThan: best.room }, to: 'settle' };
  if (ANY.test(heard.text) && best) return { data: chosen(scene, best) };
  const named = rooms.filter(({ name, room }) => heard.text.includes(name) || heard.text.includes(room));
  const [only] = named;
  if (named.length === 1 && only) return { data: chosen(scene, only) };
  const place = heard.slots.location;
  const known = place?.room ?? place?.floor ?? place?.building;
  if (place && (known !== undefined || LIKE_A_ROOM.test(place.text)))
    return { data: { slots: mergeMeeting(slotsNow(scene), heard), largerThan: null }, to: 'settle' };
  if (heard.slots.start ?? heard.slots.end) {
    const { location: _echo, ...slots } = heard.slots;
    return { data: { slots: mergeMeeting(slotsNow(scene), { ...heard, slots }) }, to: 'start' };
  }
  const { attendees, layout, equipment } = heard.slots;
  if (!place && (attendees ?? layout ?? equipment) !== undefined)
    return { data: { slots: mergeMeeting(slotsNow(scene), heard) }, to: 'settle' };
  const text = heard.text.trim();
  if (!place && LIKE_A_ROOM.test(text) && text.length <= 20 && heard.confidence < 0.8) {
    return { data: { slots: { ...scene.data.slots, location: { text } }, settled: text } };
  }
  return place ? { to: 'sameRoom' } : null;
}

function chosen(scene: Scene, offer: RoomOffer): Partial<FrameData> {
  const location = placeOf(offer);
  return { slots: { ...scene.data.slots, location }, settled: location.text, largerThan: null };
}

/** From `settle` on; ends at `next` with a room that is settled. The flow has a step `start`. */
export function chooseRoomSteps(next: string): Record<string, FlowStep> {
  return {
    settle: {
      kind: 'effect',
      effect: (scene) => ({ kind: 'propose_rooms', wanted: wantedOf(scene) }),
      keep: keepRooms,
      on: { rooms: 'room', refused: 'room' },
    },
    room: {
      kind: 'ask',
      slot: 'location',
      filled: isSettled,
      ask: askRoom,
      choices: { take_room: 'roomTaken', take_time: 'timeTaken' },
      take: roomAnswer,
      next,
    },
    sameRoom: { kind: 'branch', cases: [], else: 'room' },
    roomTaken: {
      kind: 'effect',
      effect: (scene) => {
        const offer = scene.data.rooms?.[Number(scene.data.picked)];
        return {
          kind: 'propose_rooms',
          wanted: { ...wantedOf(scene), ...(offer ? { location: placeOf(offer) } : {}) },
        };
      },
      keep: (scene, outcome) => keepRooms(scene, outcome),
      on: { rooms: 'room', refused: 'room' },
    },
    timeTaken: {
      kind: 'effect',
      effect: (scene) => {
        const taken = scene.data.alternatives[Number(scene.data.picked)];
        const place = taken ? { ...taken, location: { text: taken.room, room: taken.room } } : {};
        return { kind: 'propose_rooms', wanted: { ...wantedOf(scene), ...place } };
      },
      keep: (scene, outcome) => {
        const taken = scene.data.alternatives[Number(scene.data.picked)];
        const kept = keepRooms(scene, outcome);
        return taken && kept.slots
          ? { ...kept, slots: { ...kept.slots, start: taken.start, end: taken.end } }
          : kept;
      },
      on: { rooms: 'room', refused: 'room' },
    },
  };
}
