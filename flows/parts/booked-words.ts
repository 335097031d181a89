/** What is said of a meeting that was just booked. */
import type { Said, Scene } from '../../bot/dialogue/flow.ts';
import { textsOf } from '../texts/index.ts';
import { meetingCard, meetingWhen } from './card-fields.ts';

export function bookedSaid(scene: Scene): Said {
  const texts = textsOf(scene);
  const { meeting } = scene.data;
  if (!meeting) return { text: texts.idle() };
  const { number, room, approver = '' } = meeting;
  return {
    text: texts.booked({ number, room, approver, when: meetingWhen(scene, meeting) }),
    card: meetingCard(scene, meeting),
    meeting: number,
  };
}
