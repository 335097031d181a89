import { describe, expect, test } from 'vitest';
import { commonTopics, meanTopics, TOPICS, topicsOf } from '../../../knowledge/search/topics.ts';
import { analyseQuery } from '../../../knowledge/search/units.ts';

const topicOf = (text: string) => {
  const shares = topicsOf(analyseQuery(text));
  return TOPICS[shares.indexOf(Math.max(...shares))];
};

describe('the topic of a question', () => {
  test.each([
    ['打印机卡纸了', 'printing'],
    ['会议室话筒啸叫', 'conference'],
    ['邮箱满了收不到信', 'email'],
    ['连不上无线网', 'network'],
    ['明天会下雨吗', 'none'],
    ['食堂今天吃什么', 'none'],
  ])('%s is %s', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });

  test('is a distribution, also where nothing is known', () => {
    for (const text of ['打印机', 'qqqqq', '']) {
      const sum = topicsOf(analyseQuery(text)).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1);
    }
  });

  test('has all in common with itself, and a mean lies between', () => {
    const [one, other] = ['打印机卡纸', '邮箱满了'].map((text) => topicsOf(analyseQuery(text)));
    if (!one || !other) throw new Error('no topics');
    expect(commonTopics(one, one)).toBeCloseTo(1);
    expect(commonTopics(one, meanTopics([one, other]))).toBeGreaterThan(commonTopics(one, other));
  });
});
