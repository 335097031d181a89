/** A command that left something out is asked about; the member's next words are the answer. */
import { z } from 'zod';
import { type DispatchCommand, type OrderName, orderOf } from './command.ts';
import { numbersIn } from './words.ts';

/** How long an answer is waited for; after that words are talk again. */
export const ANSWER_WITHIN_MS = 5 * 60_000;

/** What a member was asked. Stored with their conversation. */
export const OpenQuestion = z.object({
  about: z.enum([
    'accept',
    'transfer',
    'hold',
    'resume',
    'acknowledge',
    'arrive',
    'delay',
    'send_out',
    'declare_major',
    'plan',
    'review',
    'resolve',
    'comment',
    'vendor_answer',
    'escalate',
    'cancel',
    'merge',
    'link',
    'unlink',
    'confirm_incident',
    'dismiss_incident',
    'close',
    'confirm',
    'handback',
    'show',
    'task',
  ] satisfies OrderName[]),
  /** Empty where it is the number that was asked for. */
  numbers: z.array(z.string()),
  /** The numbers to choose from, where there was a choice. */
  offered: z.array(z.string()).optional(),
  /** What was said already and goes with the answer. */
  kept: z.string(),
  /** Epoch milliseconds. */
  until: z.number(),
  /** How often it was put. */
  asked: z.number(),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;

const DROPS = /^(?:算了|不用了?|没事了?|取消|不了|never ?mind|cancel)[!！。.]?$/i;

/** Whether the member lets it go: «算了». */
export function isDropped(text: string): boolean {
  return DROPS.test(text.trim());
}

const NODS =
  /^(?:好[的了吧]?|收到|嗯+|行|可以|知道了|明白|马上|来了|谢谢|辛苦了?|哈+|ok(?:ay)?|thanks?)[!！。.~]*$/i;

/** The command that the answer completes; null where the words are no answer: a nod, a question, said to another. */
export function answerTo(question: OpenQuestion, text: string): DispatchCommand | null {
  const words = text.trim();
  if (NODS.test(words) || /^@/.test(words) || /[?？吗]$/.test(words)) return null;
  const { about, kept } = question;
  if (question.numbers.length > 0)
    return { kind: 'order', numbers: question.numbers, order: orderOf(about, together(about, kept, words)) };
  const picked = pickedOf(question.offered, words);
  if (picked) return { kind: 'order', numbers: picked, order: orderOf(about, kept) };
  const { numbers, rest } = numbersIn(words);
  if (numbers.length === 0) return null;
  return { kind: 'order', numbers, order: orderOf(about, together(about, rest, kept)) };
}

const ORDINAL = /^(?:第)?([1-9一二三四五六])(?:[张个条号]|[.、])?[。.!！]?$/;
const ALL = /^(?:都|全部?|两张都?|全都?)(?:接|要|是)?[了吧]?[。.!！]?$/;
const DIGITS = '一二三四五六';

/** «2», «第二张», «都接»: of those that were offered; null where it is no choice of them. */
function pickedOf(offered: readonly string[] | undefined, words: string): string[] | null {
  if (!offered) return null;
  if (ALL.test(words)) return [...offered];
  const said = ORDINAL.exec(words)?.[1];
  if (said === undefined) return null;
  const at = DIGITS.includes(said) ? DIGITS.indexOf(said) : Number(said) - 1;
  const number = offered[at];
  return number === undefined ? null : [number];
}

/** Whom comes before why; what one waits for before until when. */
function together(about: OrderName, first: string, second: string): string {
  const parts = about === 'transfer' ? [second, first] : [first, second];
  return parts.filter(Boolean).join('，');
}
