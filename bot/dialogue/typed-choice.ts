/** Typing what stands on a button, or its number in the card, does what the button does (the HTTP contract). */
import type { Action } from '../types.ts';
import type { Conversation } from './conversation.ts';

const NUMERALS = '一二三四五六七八九';
const ORDINAL =
  /^(?:第|选|我选|选择|option\s*)?\s*([1-9]|[一二三四五六七八九])\s*(?:个|项|号|、|\.|。|\))?$/i;

/** «5分», «很满意»: the button of the newest card of scores that stands for it; null where that is a ticket's own. */
export function typedScore(score: number | undefined, offered: Conversation['offered']): Action | null {
  if (score === undefined) return null;
  const card = offered.find(({ actions }) => actions.some(({ id }) => SCORES.test(id)));
  const button = card?.actions.find(({ id, value }) => id === 'meeting.rate' && value.endsWith(`:${score}`));
  return button ? { id: button.id, value: button.value } : null;
}

const SCORES = /^(?:ticket|meeting)\.rate$/;

/** Folds case, width and the punctuation that people put around a word. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s「」«»“”"'【】[\]。.!！~～,，、]+/g, '');
}

function ordinalOf(text: string): number | null {
  const digit = ORDINAL.exec(text.normalize('NFKC').trim())?.[1];
  if (!digit) return null;
  const index = NUMERALS.indexOf(digit);
  return index >= 0 ? index + 1 : Number(digit);
}

/** The button that `text` stands for, newest card first, among those for which `holds` is true. */
export function typedChoice(
  text: string,
  offered: Conversation['offered'],
  holds: (action: Action) => boolean,
): Action | null {
  const wanted = plain(text);
  const ordinal = ordinalOf(text);
  for (const card of offered) {
    const byLabel = card.actions.find((action) => plain(action.label) === wanted);
    const byNumber = ordinal !== null && card.numbered ? card.actions[ordinal - 1] : undefined;
    const chosen = byLabel ?? byNumber;
    if (chosen && holds(chosen)) return { id: chosen.id, value: chosen.value };
  }
  return null;
}
