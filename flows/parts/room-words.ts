/** Why a room cannot have a meeting, and what would work, in words and buttons. */
import type { Alternative, MeetingDraft, Outcome, RoomOffer, RoomTrouble } from '../../bot/desk.ts';
import type { FrameData } from '../../bot/dialogue/conversation.ts';
import type { Said, Scene } from '../../bot/dialogue/flow.ts';
import type { CardAction } from '../../bot/reply.ts';
import { textsOf, type Wording } from '../texts/index.ts';
import { equipmentWords, meetingWhen } from './card-fields.ts';

/** A label longer than this is cut by some channels. */
const MOST_ALTERNATIVES = 5;

/** What a refusal leaves in the frame: its reason, the trouble with the room, and what would work. */
export function keepRefusal(outcome: Outcome): Partial<FrameData> {
  if (outcome.kind !== 'refused') return {};
  const { refusal } = outcome;
  if (refusal.reason === 'room') return { trouble: refusal.trouble, alternatives: refusal.alternatives };
  return refusal.reason === 'invalid' ? { refusal: refusal.what } : {};
}

/** The room that was wanted, what is wrong with it, and what would work as buttons under `id`. */
export function troubleCard(
  scene: Scene,
  wanted: Pick<MeetingDraft, 'room' | 'attendees'>,
  id: string,
): Said {
  const texts = textsOf(scene);
  const { alternatives, trouble } = scene.data;
  const why = trouble ? troubleWords(scene, wanted, trouble) : texts.rooms.taken(wanted.room);
  const [what, again = what] = [why].flat();
  const lead = scene.asked === 0 ? what : again;
  if (alternatives.length === 0) return { text: `${lead}${texts.rooms.noAlternative()}` };
  return {
    text: `${lead}${texts.rooms.thesePossible()}`,
    card: {
      title: texts.clarifyTitle,
      fields: [],
      actions: alternativeButtons(scene, alternatives, id),
      tone: 'warning',
    },
  };
}

export function alternativeButtons(
  scene: Scene,
  alternatives: readonly Alternative[],
  id: string,
): CardAction[] {
  return alternatives.slice(0, MOST_ALTERNATIVES).map((one, index) => ({
    id,
    label: `${one.room} ${meetingWhen(scene, one)}`,
    value: String(index),
  }));
}

/** The rooms that were found, as buttons `take_room`; `none` is said where there is none. */
export function offersCard(scene: Scene, none: Wording): Said {
  const texts = textsOf(scene);
  const { rooms = [] } = scene.data;
  if (rooms.length === 0) return { text: none };
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

function troubleWords(
  scene: Scene,
  { room, attendees }: Pick<MeetingDraft, 'room' | 'attendees'>,
  trouble: RoomTrouble,
): Wording {
  const texts = textsOf(scene);
  const words = texts.rooms;
  switch (trouble.reason) {
    case 'room_taken':
      return words.taken(room);
    case 'room_closed':
      return words.closed(room, trouble.hours.map((hours) => meetingWhen(scene, hours)).join('、'));
    case 'room_too_small':
      return words.tooSmall(room, trouble.capacity, attendees ?? 0);
    case 'room_reserved':
      return words.reserved(room, trouble.departments.join('、'));
    case 'equipment_short':
      if (trouble.short.some(({ what }) => what === 'crew')) return words.crewFull();
      return words.short(
        trouble.short.map(({ what, wanted, free }) =>
          words.shortOf(equipmentWords(texts, [what]), wanted, free),
        ),
      );
  }
}

/** «302会议室（30 人，1号楼3楼）» */
export function offerLabel(scene: Scene, { name, capacity, floor, building }: RoomOffer): string {
  const { offerPlace, offerSize } = textsOf(scene).rooms;
  const about = [
    capacity === undefined ? '' : offerSize(capacity),
    floor || building ? offerPlace(building ?? '', floor ?? '') : '',
  ].filter(Boolean);
  return about.length > 0 ? `${name}（${about.join('，')}）` : name;
}
