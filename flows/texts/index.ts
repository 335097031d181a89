/** The texts of a language. */
import type { Language } from '../../bot/types.ts';
import { en } from './en/index.ts';
import { type Texts, zh } from './zh/index.ts';

export const TEXTS: Readonly<Record<Language, Texts>> = { zh, en };

/** The texts for whoever is spoken to in a scene. */
export function textsOf(scene: { language: Language }): Texts {
  return TEXTS[scene.language];
}

export { short, type Wording } from './wording.ts';
export type { Texts } from './zh/index.ts';
