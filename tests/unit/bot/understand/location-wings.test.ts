import { expect, test } from 'vitest';
import { publicHolidaysCn } from '../../../../bot/holidays-cn.ts';
import { createUnderstanding } from '../../../../bot/understand/index.ts';

const understand = createUnderstanding({
  lexicon: { systems: [], departments: [], rooms: [], buildings: ['综合楼'], people: [] },
  zone: 'Asia/Shanghai',
  holidays: publicHolidaysCn,
});
const placeIn = (text: string) =>
  understand(text, { now: Date.parse('2026-11-18T09:00:00+08:00') }).slots.location;

test.each([
  ['办公楼B座506的打印机坏了', { text: '办公楼B座506', building: '办公楼B座', room: '506' }],
  ['打印机坏了，办公楼B座506', { text: '办公楼B座506', building: '办公楼B座', room: '506' }],
  [
    '综合楼2号楼5层501打印机坏了',
    { text: '综合楼2号楼5层501', building: '综合楼2号楼', floor: '5', room: '501' },
  ],
  ['综合楼305电脑坏了', { text: '综合楼305', building: '综合楼', room: '305' }],
])('%s: the wing belongs to its building', (text, place) => {
  expect(placeIn(text)).toEqual(place);
});
