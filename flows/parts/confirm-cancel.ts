/** Steps that ask once before something of somebody's own is called off, and leave it where they would rather not. */
import { clearly, type FlowStep, type Said, type Scene } from '../../bot/dialogue/flow.ts';
import type { Intent } from '../../bot/types.ts';
import { textsOf, type Wording } from '../texts/index.ts';

interface Cancelling {
  /** Said once more, it is meant. */
  intent: Intent;
  ask(scene: Scene): { text: Wording; title: string };
  /** What calls it off, and where that leads. */
  cancel: FlowStep;
  kept(scene: Scene): Said;
}

/** From `confirm` on; `kept` goes to `end`. */
export function confirmCancelSteps({ intent, ask, cancel, kept }: Cancelling): Record<string, FlowStep> {
  return {
    confirm: {
      kind: 'ask',
      ask: (scene) => {
        const { text, title } = ask(scene);
        const { buttons } = textsOf(scene);
        return {
          text,
          card: {
            title,
            fields: [],
            actions: [
              { id: 'yes', label: buttons.cancelYes, value: '', style: 'danger' },
              { id: 'no', label: buttons.cancelNo, value: '' },
            ],
          },
        };
      },
      choices: { yes: 'cancel', no: 'kept' },
      yes: 'yes',
      no: 'no',
      take: (_scene, heard) => (clearly(heard, intent) ? { to: 'cancel' } : null),
      next: 'cancel',
    },
    cancel,
    kept: { kind: 'say', say: kept, next: 'end' },
  };
}
