import { describe, expect, test } from 'vitest';
import { isAbandon } from '../../../../bot/understand/index.ts';
import { read } from './reader.ts';

describe('a message that names a service and nothing else', () => {
  test.each([
    ['报修', 'report_fault'],
    ['我要报修', 'report_fault'],
    ['预订会议室', 'book_meeting'],
    ['订个会议室', 'book_meeting'],
    ['查进度', 'ticket_status'],
    ['进度怎么样了', 'ticket_status'],
    ['还要多久', 'ticket_status'],
    ['人呢', 'urge_ticket'],
    ['怎么还没修好', 'urge_ticket'],
    ['不用修了', 'cancel_ticket'],
    ['投诉', 'complain'],
    ['评价一下', 'rate_service'],
  ])('«%s» is %s', (text, intent) => {
    expect(read(text)).toMatchObject({ intent });
    expect(read(text).confidence).toBeGreaterThan(0.9);
  });
});

describe('while a meeting is spoken of', () => {
  test.each([
    ['换到501', { location: { room: '501' } }],
    ['改成课桌式', { layout: 'classroom' }],
    ['话筒不要了', {}],
    ['再要个横幅', { equipment: ['banner'] }],
    ['提前到两点半', { start: '2026-11-18T14:30:00+08:00' }],
    ['延长半小时', {}],
    ['把投影去掉', {}],
  ])('«%s» changes it', (text, slots) => {
    expect(read(text, { flow: 'change_meeting' })).toMatchObject({ intent: 'change_meeting', slots });
  });
  test('«不开了» calls it off', () => {
    expect(read('不开了', { flow: 'book_meeting', slot: 'start' }).intent).toBe('cancel_meeting');
  });
  test('a fault stays a fault', () => {
    expect(read('话筒换了还是没声音', { flow: 'change_meeting' }).intent).not.toBe('change_meeting');
    expect(read('打印机坏了', { flow: 'change_meeting' }).intent).toBe('report_fault');
  });
});

describe('what decides something is not guessed', () => {
  test.each(['三楼302', '8302', '很急', '再等等', '我先试试', '第三步没看懂', '蓝色那个', '8888'])(
    '«%s» is no yes, no no and no goodbye',
    (text) => {
      expect(['confirm', 'deny', 'thank', 'greet', 'talk_to_human']).not.toContain(read(text).intent);
    },
  );
  test.each(['asdkjhaskjdh', 'qwertyuiop asdf'])('nothing is read into «%s»', (text) => {
    const { intent, confidence } = read(text);
    expect(intent).toBe('out_of_scope');
    expect(confidence).toBeLessThan(0.45);
  });
});

test('asking to rate gives no rating, a bare number no request’s number', () => {
  expect(read('评价一下').slots.rating).toBeUndefined();
  expect(read('评分：四').slots.rating).toBe(4);
  expect(read('8302').slots.ticket).toBeUndefined();
  expect(read('8031修好没').slots.ticket).toBe('8031');
});

describe('giving up in more words', () => {
  test.each(['算了不装了', '算了，不修了', '没什么，算了', '算了吧'])('«%s»', (text) => {
    expect(isAbandon(text)).toBe(true);
  });
  test.each(['算了，还是修吧', '不开了', '算了一下要五个'])('«%s» is not', (text) => {
    expect(isAbandon(text)).toBe(false);
  });
});
