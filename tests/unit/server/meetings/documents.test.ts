import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitLines, LEADING, widthOf } from '../../../../server/meetings/documents/fit-lines.ts';
import { heldAt, heldIn, printable } from '../../../../server/meetings/documents/words.ts';

const CARD = { width: 750, height: 205, most: 170 };
const linesOf = (name: string) => fitLines(name, CARD).lines;

describe('a name on its card', () => {
  test.each([
    ['王局长', ['王局长']],
    ['欧阳 娜娜', ['欧阳 娜娜']],
    ['信息中心主任王建国', ['信息中心主任王建国']],
    ['李建国副主任 市人力资源和社会保障局', ['李建国副主任', '市人力资源和社会保障局']],
    ['Wolfeschlegelsteinhausen', ['Wolfeschlegelsteinhausen']],
    ['Anna-Maria-Luisa Habsburg-Lothringen', ['Anna-Maria-Luisa', 'Habsburg-Lothringen']],
  ])('%s', (name, lines) => {
    expect(linesOf(name)).toEqual(lines);
  });

  test('is broken between words where it has no blanks', () => {
    expect(linesOf('高新技术产业开发区税务局信息中心').every((line) => line.length > 1)).toBe(true);
    expect(linesOf('高新技术产业开发区税务局信息中心').length).toBe(2);
  });

  test('is printed whole and stays inside the card, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), (said) => {
        const name = printable(said);
        fc.pre(name !== '');
        const { lines, size } = fitLines(name, CARD);
        expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
        expect(size).toBeGreaterThan(0);
        expect(size).toBeLessThanOrEqual(CARD.most);
        for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(CARD.width + 1e-6);
        expect(size * (lines.length + (lines.length - 1) * LEADING)).toBeLessThanOrEqual(CARD.height + 1e-6);
      }),
    );
  });
});

describe('when a meeting is held, in the desk’s zone', () => {
  test.each([
    ['2026-11-19T15:00:00+08:00', '2026-11-19T17:30:00+08:00', '2026年11月19日星期四 15:00–17:30'],
    ['2026-11-19T16:30:00Z', '2026-11-19T17:00:00Z', '2026年11月20日星期五 00:30–01:00'],
    [
      '2026-12-31T22:00:00+08:00',
      '2027-01-01T01:00:00+08:00',
      '2026年12月31日星期四 22:00–2027年1月1日星期五 01:00',
    ],
  ])('%s to %s', (start, end, words) => {
    expect(heldAt({ start, end }, 'Asia/Shanghai')).toBe(words);
  });
});

test.each([
  ['first', '三楼第一会议室', '三楼第一会议室'],
  ['first', '一会', '第一会议室'],
  ['302', '302', '302会议室'],
  ['905', '九楼905', '九楼905'],
  ['905', '九楼', '905'],
])('room %s, said as «%s», is %s', (room, text, place) => {
  const rooms = [
    { id: 'first', name: '第一会议室' },
    { id: '302', name: '302会议室' },
  ];
  expect(heldIn({ room, location: { text } }, rooms)).toBe(place);
});
