/** Unsure what was meant: the likely readings as buttons, never a guess. */
import type { Flow, FlowStep, Scene } from '../../bot/dialogue/flow.ts';
import type { Card } from '../../bot/reply.ts';
import type { Intent } from '../../bot/types.ts';
import { textsOf } from '../texts/index.ts';

const USUAL: readonly Intent[] = ['report_fault', 'request_service', 'ask_howto', 'ticket_status'];
const MOST = 4;

/** The intents that can be chosen; each becomes the flow of its name. */
const CHOICES = [
  'report_fault',
  'request_service',
  'ask_howto',
  'ticket_status',
  'urge_ticket',
  'add_to_ticket',
  'cancel_ticket',
  'reopen_ticket',
  'book_meeting',
  'change_meeting',
  'cancel_meeting',
  'complain',
  'help',
] as const satisfies readonly Intent[];

function buttons(scene: Scene): Card['actions'] {
  const texts = textsOf(scene);
  const wanted = [...scene.data.guesses, ...USUAL].filter((intent) =>
    (CHOICES as readonly Intent[]).includes(intent),
  );
  const offered = [...new Set(wanted)].slice(0, MOST);
  return [
    ...offered.map((intent) => ({ id: `as_${intent}`, label: texts.intents[intent], value: '' })),
    { id: 'human', label: texts.buttons.human, value: '' },
  ];
}

const becoming: Record<string, FlowStep> = Object.fromEntries(
  CHOICES.map((intent) => [`as_${intent}`, { kind: 'end', become: intent }]),
);

export const clarify: Flow = {
  name: 'clarify',
  start: 'ask',
  digression: true,
  transient: true,
  collects: [],
  steps: {
    ask: {
      kind: 'ask',
      ask: (scene) => {
        const texts = textsOf(scene);
        return {
          text: texts.clarify(),
          card: { title: texts.clarifyTitle, fields: [], actions: buttons(scene) },
        };
      },
      choices: {
        ...Object.fromEntries(CHOICES.map((intent) => [`as_${intent}`, `as_${intent}`])),
        human: 'human',
      },
      passing: true,
      next: 'human',
    },
    human: { kind: 'end', become: 'handoff' },
    ...becoming,
  },
};
