/** What is said of a change of a meeting: before it is made, and after. */
import type { Said, Scene } from '../../bot/dialogue/flow.ts';
import type { CardAction } from '../../bot/reply.ts';
import { textsOf } from '../texts/index.ts';
import { meetingCard, when } from './card-fields.ts';
import { differences, differenceWords } from './meeting-difference.ts';
import { missedWords } from './recurrence-words.ts';

const readerOf = ({ facts, language }: Scene) => ({ now: facts.now, zone: facts.zone, language });

/** Old and new side by side, and whether it shall be so. */
export function proposalCard(scene: Scene): Said {
  const texts = textsOf(scene);
  const { meeting, meetings, all, heldUntil } = scene.data;
  const proposed = all ? meetings[0] : scene.data.proposed;
  if (!meeting || !proposed) return { text: texts.series.noneChanged(missedWords(scene)) };
  const changed = differences(meeting, proposed, readerOf(scene));
  if (changed.length === 0) return { text: texts.meetingChanged(meeting.number, [], false) };
  const held = heldUntil && !all ? texts.rooms.held(when(scene, heldUntil)) : '';
  const lead = all ? texts.series.askApply(meetings.length, missedWords(scene)) : texts.askApply();
  const actions: CardAction[] = [
    { id: 'apply', label: texts.buttons.applyChange, value: '', style: 'primary' },
    { id: 'keep', label: texts.buttons.keepMeeting, value: '' },
  ];
  return {
    text: [lead].flat().map((one) => `${one}${held}`),
    card: {
      title: texts.changeTitle(meeting.title),
      fields: changed.map(({ label, was, is }) => ({ label, value: texts.fromTo(was, is) })),
      actions,
    },
  };
}

/** What is different now; a small matter can be taken back. */
export function changedSaid(scene: Scene): Said {
  const texts = textsOf(scene);
  const { meeting, before = meeting, undo } = scene.data;
  if (!meeting || !before) return { text: texts.idle() };
  const changed = differenceWords(before, meeting, readerOf(scene));
  const card = meetingCard(scene, meeting);
  const actions: CardAction[] = undo
    ? [{ id: 'meeting.undo', label: texts.buttons.undoChange, value: undo }]
    : [];
  return {
    text: texts.meetingChanged(meeting.number, changed, undo === undefined),
    card: { ...card, actions },
    meeting: meeting.number,
  };
}

export function seriesSaid(scene: Scene): Said {
  const { meetings, meeting } = scene.data;
  const changed = textsOf(scene).series.changed(meetings.length, missedWords(scene));
  return { text: changed, ...(meeting ? { meeting: meeting.number } : {}) };
}
