/** Whether one of a series is meant or all from there on: asked where nothing said it. */
import type { FlowStep, Scene } from '../../bot/dialogue/flow.ts';
import { textsOf, type Wording } from '../texts/index.ts';
import { meetingWhen } from './card-fields.ts';

const ALL =
  /以后|往后|今后|之后|后面|每[次周月场]|所有|全部|全都|都(?:改|取消|不开)|整个系列|\b(?:all|every|from (?:now|here) on)\b/i;
const ONE = /[这那下]一?[次场回]|只(?:改|取消|这)|仅|\b(?:this one|only|just)\b/i;

/** «以后都…», «每次»: all from there on. */
export const meansAll = (text: string): boolean => ALL.test(text) && !ONE.test(text);

/** From `oneOrAll` on; ends at `next` with `data.all` set where all are meant. */
export function oneOrAllSteps(next: string, ask: (scene: Scene) => Wording): Record<string, FlowStep> {
  return {
    oneOrAll: {
      kind: 'branch',
      cases: [
        { when: ({ data }) => data.meeting?.series === undefined || data.all !== undefined, to: next },
        { when: ({ data }) => ONE.test(data.text), to: next },
        { when: ({ data }) => ALL.test(data.text), to: 'allMeant' },
      ],
      else: 'askWhich',
    },
    askWhich: {
      kind: 'ask',
      ask: (scene) => ({
        text: ask(scene),
        card: {
          title: textsOf(scene).clarifyTitle,
          fields: [],
          actions: [
            {
              id: 'only_one',
              label: textsOf(scene).series.one(
                scene.data.meeting ? meetingWhen(scene, scene.data.meeting) : '',
              ),
              value: '',
            },
            { id: 'all_of_them', label: textsOf(scene).series.all, value: '' },
          ],
        },
      }),
      choices: { only_one: next, all_of_them: 'allMeant' },
      take: (_scene, heard) => {
        if (ALL.test(heard.text)) return { data: { all: true } };
        return ONE.test(heard.text) ? { data: { all: false } } : null;
      },
      next,
    },
    allMeant: {
      kind: 'effect',
      effect: () => ({ kind: 'my_meetings' }),
      keep: () => ({ all: true }),
      on: { meetings: next, refused: next },
    },
  };
}
