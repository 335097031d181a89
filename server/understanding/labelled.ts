/** The hand-labelled messages that the understanding is trained and measured on: one JSON record a line. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Category, Intent, Slots, Urgency } from '../../bot/types.ts';

const Label = z.object({
  intent: Intent,
  category: Category.optional(),
  urgency: Urgency.optional(),
  slots: Slots.optional(),
});
/**
 * `slots` is left out where a message is labelled for its intent, category and urgency alone. `style` is how it is
 * written; `now` is the moment it was sent, where that is not `DEFAULT_NOW`.
 */
export const Labelled = Label.extend({
  text: z.string().min(1),
  style: z.enum(['formal', 'hurried']),
  now: z.iso.datetime({ offset: true }).optional(),
  also: z.array(Label).optional(),
});
export type Labelled = z.infer<typeof Labelled>;

/** A Wednesday morning before work begins. */
export const DEFAULT_NOW = '2026-11-18T09:00:00+08:00';

/** A message written by somebody who does not know how the understanding works: to report on only. */
const Blind = z.object({
  now: z.iso.datetime({ offset: true }),
  text: z.string().min(1),
  expected: Label.extend({ also: z.array(Label).optional() }),
});

/** The messages of `blind-formal.jsonl` and `blind-hurried.jsonl` in `folder`. */
export function readBlind(folder: URL): Labelled[] {
  return (['formal', 'hurried'] as const).flatMap((style) =>
    linesOf(new URL(`blind-${style}.jsonl`, folder)).map((line) => {
      const { now, text, expected } = Blind.parse(JSON.parse(line));
      return { ...expected, now, text, style };
    }),
  );
}

/** All messages to develop on (`dev*.jsonl`), files in the order of their names. */
export function readDevelopment(folder: URL): Labelled[] {
  return readdirSync(folder)
    .filter((name) => /^dev.*\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => readLabelled(new URL(name, folder)));
}

/** The messages to report on only, by the hand that wrote them; nothing is trained or tuned on them. */
export const readReporting = (
  folder: URL,
): Record<'blind' | 'report' | 'report-second' | 'report-third', Labelled[]> => ({
  blind: readBlind(folder),
  report: readLabelled(new URL('report.jsonl', folder)),
  'report-second': readLabelled(new URL('report-second.jsonl', folder)),
  'report-third': readLabelled(new URL('report-third.jsonl', folder)),
});

export function readLabelled(path: string | URL): Labelled[] {
  return linesOf(path).map((line) => Labelled.parse(JSON.parse(line)));
}

function linesOf(path: string | URL): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
