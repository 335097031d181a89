import { describe, expect, test } from 'vitest';
import { read } from './reader.ts';

const intents = (text: string): string[] => {
  const { intent, also = [] } = read(text);
  return [intent, ...also.map((one) => one.intent)];
};

describe('two requests in one message', () => {
  test.each<[string, string[]]>([
    ['三楼302打印机卡纸，二楼203电脑蓝屏', ['report_fault', 'report_fault']],
    ['帮我装个WPS，另外邮箱也登不上了，电话8302', ['request_service', 'report_fault']],
    ['1. 打印机坏了\n2. 键盘坏了\n3. 想装WPS', ['report_fault', 'report_fault', 'request_service']],
    ['电脑开机蓝屏然后打印机也没墨了', ['report_fault', 'report_fault']],
    ['机房空调报警，UPS也需要换电池', ['report_fault', 'request_service']],
    ['我要报修空调不冷 顺便催下昨天那个单', ['report_fault', 'urge_ticket']],
    ['明天上午九点到十点201开例会10人，下午两点到三点302开视频会15人', ['book_meeting', 'book_meeting']],
    ['投影仪坏了，另外明天上午九点到十点201开会5个人', ['report_fault', 'book_meeting']],
  ])('%s', (text, expected) => {
    expect(intents(text)).toEqual(expected);
  });

  test('each keeps its own room', () => {
    const { slots, also } = read('三楼302打印机卡纸，二楼203电脑蓝屏');
    expect([slots.location?.room, also?.[0]?.slots.location?.room]).toEqual(['302', '203']);
  });
});

describe('one request stays one', () => {
  test.each([
    '打印机卡纸，重启也没用',
    '电脑蓝屏，里面的文件很急',
    '网断了，OA也打不开',
    '打印机没反应，电脑提示驱动错误',
    '会议室投影坏了，明天上午九点开会要用',
    '明天上午九点会议室开会，投影仪要调试一下',
    '电脑开不了机，同事的都正常，电话8302',
    'any eta? we have been waiting all morning, please hurry',
  ])('%s', (text) => {
    expect(read(text).also).toBeUndefined();
  });
});

test('a message of nothing but commas and faults is cut a few times, not hundreds', () => {
  const many = '打印机坏了，电脑蓝屏，'.repeat(25);
  expect(read(many).also?.length ?? 0).toBeLessThan(5);
});
