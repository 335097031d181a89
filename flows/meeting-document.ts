/** Something is printed for a meeting: name cards, the sheet to sign in, the sign at the door. */
import type { Flow } from '../bot/dialogue/flow.ts';
import { namesIn } from '../bot/name-list.ts';
import { pickMeetingSteps } from './parts/pick-meeting.ts';
import { textsOf } from './texts/index.ts';

export const meetingDocument: Flow = {
  name: 'meeting_document',
  start: 'mine',
  digression: true,
  collects: [],
  topic: (scene) => scene.data.meeting?.title ?? '',
  steps: {
    ...pickMeetingSteps('which_names', () => true),
    which_names: {
      kind: 'ask',
      slot: 'description',
      filled: ({ data }) => data.document !== 'name_cards' || (data.names ?? []).length > 0,
      ask: (scene) => ({ text: textsOf(scene).documents.askNames(scene.asked > 0) }),
      take: (_scene, heard) => {
        const names = namesIn(heard.text);
        return names.length > 0 ? { data: { names } } : null;
      },
      next: 'make',
    },
    make: {
      kind: 'effect',
      effect: ({ data }) => ({
        kind: 'make_document',
        number: data.meeting?.number ?? '',
        document: data.document ?? 'sign_in_sheet',
        names: data.names ?? [],
      }),
      keep: (_scene, outcome) => (outcome.kind === 'made' ? { file: outcome.file } : {}),
      on: { made: 'give', refused: 'none' },
    },
    give: {
      kind: 'say',
      say: (scene) => {
        const { meeting, document = 'sign_in_sheet', names = [], file } = scene.data;
        const { documents } = textsOf(scene);
        return {
          text: documents.made(documents[document], meeting?.title ?? '', names.length),
          ...(file ? { files: [file] } : {}),
          ...(meeting ? { meeting: meeting.number } : {}),
        };
      },
      next: 'end',
    },
  },
};
