/** Greeting, thanks, help, what the desk does not do, and a bare yes or no to nothing. */
import type { Flow, Said, Scene } from '../bot/dialogue/flow.ts';
import { momentWords } from '../bot/moment-words.ts';
import { when } from './parts/card-fields.ts';
import { textsOf } from './texts/index.ts';

function saying(name: string, say: (scene: Scene) => Said): Flow {
  return {
    name,
    start: 'say',
    digression: true,
    collects: [],
    steps: { say: { kind: 'say', say, next: 'end' }, end: { kind: 'end' } },
  };
}

export const greet = saying('greet', (scene) => ({
  text: textsOf(scene).greeting(scene.facts.sender.name, scene.facts.desk.name),
}));
export const thank = saying('thank', (scene) => ({ text: textsOf(scene).thanked() }));
const ASKS_PHONE = /电话|热线|座机|联系|phone|number/i;

const ASKS_HOURS = /上班|下班|开门|关门|有人|时间|hours|open|close/i;

/** When the desk is open today, or opens again. */
function hours(scene: Scene): readonly string[] | null {
  const { open, today, opensAt, phone } = scene.facts.desk;
  if (today === undefined) return null;
  const texts = textsOf(scene);
  const spans = today.map(({ start, end }) =>
    [start, end]
      .map((at) =>
        momentWords(new Date(at).toISOString(), at, scene.facts.zone, scene.language).replace(/^\S+ /, ''),
      )
      .join('–'),
  );
  const next = open || !opensAt ? null : when(scene, opensAt);
  return [texts.deskHours(spans, next, phone)];
}

export const help = saying('help', (scene) => {
  const { name, phone } = scene.facts.desk;
  const texts = textsOf(scene);
  const asked = ASKS_HOURS.test(scene.data.text) ? hours(scene) : null;
  if (asked) return { text: asked };
  return { text: phone && ASKS_PHONE.test(scene.data.text) ? texts.callUs(phone) : texts.help(name, phone) };
});
export const outOfScope = saying('out_of_scope', (scene) => ({ text: textsOf(scene).outOfScope() }));
export const idle = saying('idle', (scene) => ({ text: textsOf(scene).idle() }));
