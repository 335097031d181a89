import { describe, expect, test } from 'vitest';
import type { SlotName } from '../../../../bot/types.ts';
import { isAbandon, isCorrection } from '../../../../bot/understand/index.ts';
import { read } from './reader.ts';

describe('an answer to what was asked', () => {
  const cases: [SlotName, string, object][] = [
    ['phone', '8012', { phone: '8012' }],
    ['phone', '幺三八一二三四五六七八', { phone: '13812345678' }],
    ['location', '302', { location: { text: '302', room: '302' } }],
    ['location', '三楼的', { location: { text: '三楼', floor: '3' } }],
    ['start', '四点', { start: '2026-11-18T16:00:00+08:00' }],
    ['start', '明天上午九点', { start: '2026-11-19T09:00:00+08:00' }],
    ['attendees', '二十来个', { attendees: 20 }],
    ['rating', '5', { rating: 5 }],
    ['rating', '五分', { rating: 5 }],
    ['rating', '很好', { rating: 5 }],
  ];
  test.each(cases)('%s: «%s»', (slot, text, slots) => {
    const flow =
      slot === 'rating'
        ? 'rate-service'
        : slot === 'phone' || slot === 'location'
          ? 'report-fault'
          : 'book-meeting';
    expect(read(text, { flow, slot }).slots).toMatchObject(slots);
  });

  test('asking for a person breaks off, whatever was asked', () => {
    expect(read('转人工', { flow: 'report-fault', slot: 'phone' }).intent).toBe('talk_to_human');
  });
});

describe('a correction', () => {
  test.each([
    '不对，是四楼',
    '不是302，是304',
    '电话错了，是8013',
    '说错了，应该是明天',
    "no, it's room 305",
  ])('«%s» is one', (text) => {
    expect(isCorrection(text)).toBe(true);
  });
  test.each(['不是', '不对', '打印机坏了', '是的', '电脑不是很快'])('«%s» is none', (text) => {
    expect(isCorrection(text)).toBe(false);
  });
  test('gives the new value, not the one taken back', () => {
    const found = (text: string) => {
      const { slots, mentions } = read(text, { flow: 'report-fault' });
      return { ...slots, ...mentions };
    };
    expect(found('不是302，是304')).toMatchObject({ location: { room: '304' } });
    expect(found('不对，是四楼')).toMatchObject({ location: { floor: '4' } });
    expect(found('电话错了，是8013')).toMatchObject({ phone: '8013' });
  });
});

describe('giving up', () => {
  test.each(['算了', '不用了', '不报了', '算了，我自己弄', 'never mind', '取消'])('«%s»', (text) => {
    expect(isAbandon(text)).toBe(true);
  });
  test.each(['不用换打印机', '取消明天的会', '算一下', '好的'])('«%s» is not', (text) => {
    expect(isAbandon(text)).toBe(false);
  });
});

describe('bare words', () => {
  test.each([
    ['对', 'confirm'],
    ['好的', 'confirm'],
    ['係', 'confirm'],
    ['不是', 'deny'],
    ['唔要', 'deny'],
    ['在吗', 'greet'],
    ['谢谢师傅', 'thank'],
    ['thanks!', 'thank'],
  ])('«%s» is %s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });
});
