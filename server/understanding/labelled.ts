/** The hand-labelled messages that the understanding is trained and measured on: one JSON record a line. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Category, Intent, Slots, Urgency } from '../../bot/types.ts';

const Label = z.object({
  intent: Intent,
  category: Category.optional(),
  urgency: Urgency.optional(),
  slots: Slots,
});
/** `style` is how it is written; `now` is the moment it was sent, where that is not `DEFAULT_NOW`. */
export const Labelled = Label.extend({
  text: z.string().min(1),
  style: z.enum(['formal', 'hurried']),
  now: z.iso.datetime({ offset: true }).optional(),
  also: z.array(Label).optional(),
});
export type Labelled = z.infer<typeof Labelled>;

/** A Wednesday morning before work begins. */
export const DEFAULT_NOW = '2026-11-18T09:00:00+08:00';

export function readLabelled(path: string | URL): Labelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Labelled.parse(JSON.parse(line)));
}
