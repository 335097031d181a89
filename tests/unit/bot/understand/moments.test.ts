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

  test.each([
    ['十分钟后开全省视频会，终端注册不上', { deadline: '2026-11-18T09:10:00+08:00' }],
    ['预算系统提交不了，今天是上报最后一天', { deadline: '2026-11-18' }],
    ['今早一开机就蓝屏', { since: '2026-11-18' }],
    ['vpn stopped working this morning', { since: '2026-11-18' }],
    ['服务器昨晚报警了', { since: '2026-11-17' }],
    ['拟于12月1日起启用新版考勤系统，请提前配置权限', { deadline: '2026-12-01' }],
    ['新任副局长明天上午到任，请今天下午配齐办公电脑和电话', { deadline: '2026-11-18' }],
  ])('%s', (text, slots) => {
    expect(read(text).slots).toMatchObject(slots);
  });

  test.each(['工程师说周三来，打印机还是坏的', '电池坏了 drains in 20 minutes', '电脑卡顿，上午还能用'])(
    'no deadline: %s',
    (text) => {
      expect(read(text).slots.deadline).toBeUndefined();
    },
  );

  test('from one hour to another', () => {
    expect(read('change the 10am to 11am please').slots).toMatchObject({
      start: '2026-11-18T11:00:00+08:00',
    });
  });

  test('when a meeting was asked for is not the day that is called off', () => {
    expect(read('请撤销我上午提交的会议申请').slots.start).toBeUndefined();
    expect(read('请取消11月20日上午的培训会议室预订').slots.start).toBe('2026-11-20');
  });

  test('what was still well yesterday tells no beginning', () => {
    expect(read('收文列表是空的，明明昨天还有二十几份').slots.since).toBeUndefined();
  });
});
