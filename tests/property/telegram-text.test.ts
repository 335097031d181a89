/** Whatever is to be said, Telegram is given messages that it takes, and people read what was said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, MOST_TEXT } from '../../adapters/telegram/encode.ts';
import { replyWith } from '../../bot/reply.ts';

const blankless = (text: string) => text.replaceAll(/\s/g, '');
const markup = fc.constantFrom(
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '~',
  '`',
  '>',
  '#',
  '\\',
  '<b>',
  '&amp;',
  '\n',
  '。',
  '👩‍👩‍👧',
  '🇨🇳',
  '打印机',
);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(markup, { maxLength: 400 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

describe('encoding', () => {
  const label = anyText.map((text) => text.slice(0, 40));
  const reply = fc
    .record({ lead: anyText, title: label, value: anyText, button: label })
    .map(({ lead, title, value, button }) =>
      replyWith(lead, {
        title,
        fields: [{ label: '描述', value: value.repeat(20) }],
        actions: [{ id: 'a', label: button, value: 'x' }],
        tone: 'danger',
      }),
    );

  it('says every character that the reply says, as text: nothing in it is markup', () => {
    fc.assert(
      fc.property(reply, (reply) => {
        const said = encode(reply, '1').map((message) => message.text);
        const [button] = reply.card?.actions ?? [];
        const all = reply.text.slice(0, reply.text.length - `\n1. ${button?.label}`.length).toWellFormed();
        expect(blankless(said.join('')).replace('🔴', '')).toBe(blankless(all));
      }),
    );
  });

  it('gives only what Telegram takes', () => {
    fc.assert(
      fc.property(reply, (reply) => {
        for (const { text, entities, keyboard } of encode(reply, '1')) {
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(MOST_TEXT);
          for (const { offset, length } of entities) {
            expect(offset).toBeGreaterThanOrEqual(0);
            expect(length).toBeGreaterThan(0);
            expect(offset + length).toBeLessThanOrEqual(text.length);
          }
          for (const button of keyboard.flat()) expect(button.text.trim()).not.toBe('');
        }
      }),
    );
  });
});
