/** Nothing is broken; the person wants something done, supplied or changed. */
import { clearly, type Flow, type Scene } from '../bot/dialogue/flow.ts';
import { draftTitle } from './parts/card-fields.ts';
import { REQUEST_SLOTS, TICKET_ASIDES, ticketSteps } from './parts/ticket-steps.ts';
import { textsOf } from './texts/index.ts';

function isVague(scene: Scene): boolean {
  const { slots } = scene.data;
  return !slots.device && !slots.system && scene.data.text.length < 6;
}

/** «打印机»: a thing, and nothing of what is with it. */
function thingAlone({ data }: Scene): string | undefined {
  const thing = data.slots.device ?? data.slots.system;
  const rest = thing === undefined ? data.text : data.text.replace(thing, '');
  return rest.replace(/[\s\p{P}啊呀呢的]/gu, '') === '' ? thing : undefined;
}

const BROKEN =
  /坏|不(?:了|动|能|行|出|打印|工作|亮|转|显示)|没(?:反应|声|电|图|信号)|卡|故障|报(?:个)?修|broken|not work|won.?t/i;

export const requestService: Flow = {
  name: 'request_service',
  start: 'begin',
  digression: false,
  collects: REQUEST_SLOTS,
  topic: draftTitle,
  also: { ...TICKET_ASIDES, describe: ['asFault'] },
  steps: {
    begin: {
      kind: 'branch',
      cases: [{ when: (scene) => thingAlone(scene) !== undefined || isVague(scene), to: 'describe' }],
      else: 'place',
    },
    asFault: { kind: 'end', become: 'report_fault' },
    describe: {
      kind: 'ask',
      slot: 'description',
      ask: (scene) => {
        const thing = thingAlone(scene);
        const texts = textsOf(scene);
        return { text: thing ? texts.askWhatOf(thing) : texts.askService(scene.asked > 0) };
      },
      take: (scene, heard) => {
        if (heard.text.trim().length < 2 || clearly(heard, 'confirm')) return null;
        const thing = thingAlone(scene);
        const data = {
          text: thing && !heard.text.includes(thing) ? `${thing}${heard.text}` : heard.text,
          slots: { ...scene.data.slots, ...heard.slots },
          ...(heard.category && !thing ? { category: heard.category } : {}),
        };
        const isFault = heard.intent === 'report_fault' || BROKEN.test(heard.text);
        return isFault ? { data: { ...data, intent: 'report_fault' }, to: 'asFault' } : { data };
      },
      next: 'place',
    },
    ...ticketSteps('service'),
  },
};
