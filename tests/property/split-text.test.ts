import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sizeOf, splitText } from '../../bot/split-text.ts';

const text = fc.string({ unit: fc.constantFrom('a', '三', '\n', '😀', ' ', '打印机'), maxLength: 300 });
const unit = fc.constantFrom('bytes', 'characters');

test('nothing of a long text is lost, and no part is too long or broken', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 80 }), unit, (whole, most, counted) => {
      const parts = splitText(whole, { most, unit: counted });
      expect(parts.join('').replaceAll('\n', '')).toBe(whole.replaceAll('\n', ''));
      for (const part of parts) {
        expect(sizeOf(part, counted)).toBeLessThanOrEqual(most);
        expect(part.isWellFormed()).toBe(true);
      }
    }),
  );
});

test('it is divided between lines where that is possible', () => {
  const lines = ['第一行', '第二行', '第三行'];
  expect(splitText(lines.join('\n'), { most: 7, unit: 'characters' })).toEqual(['第一行\n第二行', '第三行']);
});

test('a text that fits stays whole', () => {
  expect(splitText('好\n\n的', { most: 10, unit: 'characters' })).toEqual(['好\n\n的']);
});

test('a line too long for one part ends where a reader would pause, and keeps families, flags and accents whole', () => {
  const sentences = '先关掉打印机，等一分钟。'.repeat(30);
  for (const part of splitText(sentences, { most: 100, unit: 'characters' }))
    expect(part.endsWith('。')).toBe(true);
  const faces = '👩‍👩‍👧🇨🇳e\u0301'.repeat(40);
  const whole = new Set(['👩‍👩‍👧', '🇨🇳', 'e\u0301']);
  const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });
  for (const unit of ['characters', 'bytes'] as const)
    for (const part of splitText(faces, { most: 50, unit }))
      for (const { segment } of characters.segment(part)) expect(whole).toContain(segment);
});
