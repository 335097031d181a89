/** A person takes over: a ticket stands for it, and the bot is silent until they hand back. */
import type { Flow, Scene } from '../../bot/dialogue/flow.ts';
import { draftTitle, outOfHoursReach, when } from '../parts/card-fields.ts';
import { isOpen } from '../parts/pick-ticket.ts';
import { short, textsOf } from '../texts/index.ts';

const ONLY_ASKS =
  /^(?:我?要?想?|请|帮我|给我)?(?:转|找|换|接|叫)?(?:个)?(?:人工|真人|客服|工程师|人|human|person|agent)(?:客服|服务)?$/i;

/** Everything that was said until then, but for the bare wish for a person. */
function saidSoFar({ data }: Scene): string[] {
  return [data.text, ...data.notes].filter((text) => text !== '' && !ONLY_ASKS.test(text.trim()));
}

function handoffTitle(scene: Scene): string {
  const said = saidSoFar(scene)[0];
  if (said === undefined) return '转人工';
  const place = scene.data.slots.location?.text;
  const title = draftTitle(scene);
  return `转人工：${short(place && !title.includes(place) ? `${place} ${title}` : title, 40)}`;
}

export const handoff: Flow = {
  name: 'handoff',
  start: 'mine',
  digression: false,
  collects: [],
  steps: {
    mine: {
      kind: 'effect',
      effect: () => ({ kind: 'my_tickets' }),
      keep: (scene, outcome) => {
        const open =
          outcome.kind === 'tickets' ? outcome.tickets.find((ticket) => isOpen(ticket, scene)) : undefined;
        return open ? { ticket: open, target: open.number } : {};
      },
      on: { tickets: 'one', refused: 'open' },
    },
    one: {
      kind: 'branch',
      cases: [{ when: (scene) => scene.data.ticket !== undefined, to: 'raise' }],
      else: 'open',
    },
    raise: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'act_on_ticket',
        number: scene.data.target ?? '',
        act: { action: 'escalate', reason: ['转人工', ...saidSoFar(scene)].join('：') },
      }),
      on: { ticket: 'say', refused: 'open' },
    },
    open: {
      kind: 'effect',
      effect: (scene) => ({
        kind: 'open_ticket',
        draft: {
          kind: 'service',
          category: scene.data.category ?? 'other',
          urgency: scene.data.urgency ?? 'normal',
          title: handoffTitle(scene),
          description: saidSoFar(scene).join('\n') || scene.data.text,
          slots: scene.data.slots,
          tried: scene.data.tried,
          handoff: true,
        },
      }),
      keep: (_scene, outcome) =>
        outcome.kind === 'ticket' ? { ticket: outcome.ticket, target: outcome.ticket.number } : {},
      on: { ticket: 'say', refused: 'sorry' },
    },
    say: {
      kind: 'say',
      say: (scene) => {
        const texts = textsOf(scene);
        const { desk } = scene.facts;
        const number = scene.data.target ?? '';
        const asked = scene.data.intent === 'talk_to_human';
        const lead = asked ? texts.handoff(number, desk.phone) : texts.handoffAfterMisses(number, desk.phone);
        const closed =
          !desk.open && desk.opensAt
            ? texts.handoffClosed(
                when(scene, desk.opensAt),
                outOfHoursReach(scene, scene.data.ticket?.team ?? null),
              )
            : '';
        return { text: [lead].flat().map((one) => `${one}${closed}`), ticket: number };
      },
      next: 'hand',
    },
    hand: { kind: 'end', handoff: true },
    sorry: { kind: 'say', say: (scene) => ({ text: textsOf(scene).engine.failed() }), next: 'end' },
    end: { kind: 'end' },
  },
};
