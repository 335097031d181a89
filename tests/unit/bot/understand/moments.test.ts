import { describe, expect, test } from 'vitest';
import { read } from './reader.ts';

/** Each said on Wednesday 2026-11-18 at 09:00. */
describe('which time is which', () => {
  test('an event that begins at an hour still to come is no beginning of a fault', () => {
    const { slots } = read('网站打不开，今天下午四点开始报名');
    expect(slots.since).toBeUndefined();
  });

  test('a quarter is what a meeting is about, not when it is', () => {
    const { slots } = read('会议名称改成“四季度工作推进会”');
    expect(slots.start).toBeUndefined();
    expect(slots.end).toBeUndefined();
  });

  test('half a year is no length of a meeting', () => {
    const { slots } = read('半年经济运行分析会，二十七号早上九点，第一会议室');
    expect(slots).toMatchObject({ start: '2026-11-27T09:00:00+08:00' });
    expect(slots.end).toBeUndefined();
  });

  test('more about an open request may tell since when', () => {
    const reading = read('补充一下，打印机是从昨天下午开始卡纸的');
    expect(reading.intent).toBe('add_to_ticket');
    expect(reading.slots.since).toBe('2026-11-17');
  });

  test('a time is not cut in two', () => {
    const reading = read('book a meeting room tomorrow 2pm-4pm for 12 people, need projector');
    expect(reading.also).toBeUndefined();
    expect(reading.slots).toMatchObject({
      start: '2026-11-19T14:00:00+08:00',
      end: '2026-11-19T16:00:00+08:00',
    });
  });

  test('what was still well yesterday tells no beginning', () => {
    expect(read('收文列表是空的，明明昨天还有二十几份').slots.since).toBeUndefined();
  });
});
