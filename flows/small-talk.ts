/** Greeting, thanks, help, what the desk does not do, and a bare yes or no to nothing. */
import type { Flow, Said, Scene } from '../bot/dialogue/flow.ts';
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

export const help = saying('help', (scene) => {
  const { name, phone } = scene.facts.desk;
  const texts = textsOf(scene);
  return { text: phone && ASKS_PHONE.test(scene.data.text) ? texts.callUs(phone) : texts.help(name, phone) };
});
export const outOfScope = saying('out_of_scope', (scene) => ({ text: textsOf(scene).outOfScope() }));
export const idle = saying('idle', (scene) => ({ text: textsOf(scene).idle() }));
