/** Whatever is written, reading ends, keeps to the shapes, and quotes only what was written. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Category, Intent, Slots, Urgency } from '../../bot/types.ts';
import { adversarialMessages } from '../support/strange-messages.ts';
import { read } from '../unit/bot/understand/reader.ts';

const QUOTED = [
  'device',
  'system',
  'symptom',
  'model',
  'asset',
  'department',
  'person',
  'title',
  'ticket',
] as const;

test('a record has the right shapes and its spans stand in the message', () => {
  fc.assert(
    fc.property(adversarialMessages, (text) => {
      const record = read(text);
      expect(record.text).toBe(text);
      for (const one of [record, ...(record.also ?? [])]) {
        Intent.parse(one.intent);
        Slots.strict().parse(one.slots);
        const isRequest = one.intent === 'report_fault' || one.intent === 'request_service';
        expect(Category.safeParse(one.category).success).toBe(isRequest);
        expect(Urgency.safeParse(one.urgency).success).toBe(isRequest);
        expect(one.confidence).toBeGreaterThanOrEqual(0);
        expect(one.confidence).toBeLessThanOrEqual(1);
        for (const name of QUOTED) expect(text).toContain(one.slots[name] ?? '');
        expect(text).toContain(one.slots.location?.text ?? '');
      }
    }),
    { numRuns: 600, seed: 20261118 },
  );
});
