/** What a change changed, as a person tells it: from what to what. */
import type { MeetingView } from '../../bot/desk.ts';
import type { Scene } from '../../bot/dialogue/flow.ts';
import { textsOf } from '../texts/index.ts';
import { equipmentWords, meetingWhen } from './card-fields.ts';

/** One phrase a field that is different: «时间 明天 15:00–17:00 → 明天 16:00–18:00». */
export function differenceWords(scene: Scene, before: MeetingView, after: MeetingView): string[] {
  const texts = textsOf(scene);
  const { labels, changedTo } = texts;
  const pairs: [string, string, string][] = [
    [labels.time, meetingWhen(scene, before), meetingWhen(scene, after)],
    [labels.room, before.room, after.room],
    [labels.attendees, String(before.attendees ?? ''), String(after.attendees ?? '')],
    [labels.layout, layoutWords(scene, before), layoutWords(scene, after)],
    [labels.title, before.title, after.title],
  ];
  const told = pairs.filter(([, was, is]) => was !== is).map(([label, was, is]) => changedTo(label, was, is));
  const [had, has] = [before, after].map((one) => equipmentWords(texts, one.equipment, one.quantities));
  // The list as it is now says more than two lists to compare.
  return had === has ? told : [...told, changedTo(labels.equipment, '', has ?? '')];
}

function layoutWords(scene: Scene, { layout }: MeetingView): string {
  return layout ? textsOf(scene).layouts[layout] : '';
}
