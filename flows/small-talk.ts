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
export const help = saying('help', (scene) => ({
  text: textsOf(scene).help(scene.facts.desk.name, scene.facts.desk.phone),
}));
export const outOfScope = saying('out_of_scope', (scene) => ({ text: textsOf(scene).outOfScope() }));
export const idle = saying('idle', (scene) => ({ text: textsOf(scene).idle() }));
