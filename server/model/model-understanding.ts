/**
 * Understanding helped by a model: where the built-in reading is unsure, a model is asked about the masked message, and
 * what it answers is held against the message before it counts. Costs quality when it fails, never the request.
 */
import type { Logger } from 'pino';
import { maskSecrets } from '../../bot/secrets.ts';
import type { Expectation, Sender, Understand, Understanding } from '../../bot/types.ts';
import { bareIntent } from '../../bot/understand/bare.ts';
import { normalise } from '../../bot/understand/normalise.ts';
import { accept, type Judge } from './accept.ts';
import { type Advice, keyOf } from './advice.ts';
import type { Clock } from './clock.ts';
import { addressesTheReader } from './instructions.ts';
import type { ModelMetrics } from './metrics.ts';
import { maskPersonalData } from './placeholders.ts';
import { type Asked, questionOf, SYSTEM_PROMPT, userPrompt } from './prompt.ts';

/** A message, secrets masked already, with what was understood without the model. */
export interface Unsettled {
  text: string;
  expect?: Expectation;
  builtIn: Understanding;
  sender: Sender;
}

export interface ModelUnderstanding {
  /**
   * Null where the model is not to be asked. Otherwise the question: asked, it takes up to the time limit and gives the
   * better record, or the built-in one. Never rejects.
   */
  consider(message: Unsettled): (() => Promise<Understanding>) | null;
}

export interface ModelUnderstandingOptions {
  advice: Advice;
  model: string;
  when: 'unsure' | 'always';
  understand: Understand;
  moments: Judge['moments'];
  /** Names of the desk's people. */
  people: () => readonly string[];
  clock: Clock;
  metrics: ModelMetrics;
  log: Logger;
}

/**
 * Below this confidence the built-in reading is unsure. Probabilities add up to one, so a close second candidate shows
 * in it too. On messages held back from training it takes in a seventh of them, and two of three misread ones.
 */
export const UNSURE_FROM = 0.85;
/** A longer message is asked about by its beginning, as the built-in understanding reads it. */
const LONGEST = 2000;

export function createModelUnderstanding(options: ModelUnderstandingOptions): ModelUnderstanding {
  return {
    consider(message) {
      if (!isWorthAsking(message, options.when)) return null;
      const barred = reasonNotToAsk(message.text);
      if (barred !== null) {
        options.metrics.skipped(barred);
        return null;
      }
      const asked: Asked = {
        masked: maskPersonalData(beginningOf(message.text), knownPeople(message.sender, options.people())),
        ...(message.expect ? { expect: message.expect } : {}),
      };
      // Masking must not have laid open what reads as a secret.
      if (maskSecrets(asked.masked.text).found.length > 0) {
        options.metrics.skipped('secret');
        return null;
      }
      return () => readWithModel(message, asked, options);
    },
  };
}

/** A bare yes, no, greeting or thanks can be read in one way only. */
function isWorthAsking({ text, builtIn }: Unsettled, when: 'unsure' | 'always'): boolean {
  if (when === 'unsure' && builtIn.confidence >= UNSURE_FROM) return false;
  return bareIntent(normalise(text.slice(0, LONGEST)).plain.trim()) === null && /\p{L}|\p{N}/u.test(text);
}

function reasonNotToAsk(text: string): 'secret' | 'instructions' | null {
  if (maskSecrets(text).found.length > 0) return 'secret';
  return addressesTheReader(text) ? 'instructions' : null;
}

const beginningOf = (text: string): string => text.slice(0, LONGEST).toWellFormed();

function knownPeople({ id, name, phone }: Sender, people: readonly string[]) {
  return {
    names: name ? [...people, name] : people,
    literals: [id, phone ?? ''].filter((literal) => literal.length >= 3),
  };
}

async function readWithModel(
  message: Unsettled,
  asked: Asked,
  options: ModelUnderstandingOptions,
): Promise<Understanding> {
  const { advice, clock, model, moments, understand, log } = options;
  const now = clock.now();
  const prompt = { system: SYSTEM_PROMPT, user: userPrompt(asked, now, moments.zone) };
  const key = keyOf(model, SYSTEM_PROMPT, JSON.stringify(questionOf(asked)));
  const answer = await advice.get(key, prompt);
  if (answer === null) return message.builtIn;
  try {
    return accept(answer, { ...message, restore: asked.masked.restore }, { understand, moments, now });
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'model.answer_not_judged');
    return message.builtIn;
  }
}
