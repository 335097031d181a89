import { describe, expect, it } from 'vitest';
import { type AskedInVain, groupGaps } from '../../../knowledge/gaps.ts';

const asked = (query: string, who: string, ticket: string | null = null, at = 0): AskedInVain => ({
  query,
  who,
  ticket,
  at,
});

describe('questions asked in vain', () => {
  it('come together by what they mean, however they are said', () => {
    const gaps = groupGaps([
      asked('会议投屏没有声音', 'a'),
      asked('工资条在哪里看', 'b'),
      asked('开会投屏时没声音怎么办', 'c'),
      asked('无线投屏听不到声音', 'd'),
      asked('怎么查这个月工资', 'e'),
    ]);
    expect(gaps.map((gap) => gap.asked.map(({ who }) => who).sort())).toEqual([
      ['a', 'c', 'd'],
      ['b', 'e'],
    ]);
  });

  it('are ranked by people and tickets, and somebody who asks twice is one', () => {
    const [first, second] = groupGaps([
      asked('门禁卡刷不开', 'a'),
      asked('门禁卡刷不开门', 'a'),
      asked('门禁卡刷不开', 'a'),
      asked('绘图仪换纸', 'b', 'T1'),
      asked('绘图仪怎么换纸', 'c', 'T2'),
    ]);
    expect(first).toMatchObject({ people: 2, tickets: ['T1', 'T2'] });
    expect(second).toMatchObject({ people: 1, tickets: [] });
  });

  it('are named by the one that stands for all', () => {
    const [gap] = groupGaps([
      asked('投屏没声音', 'a'),
      asked('投屏没声音急急急领导等着', 'b'),
      asked('投屏没声音', 'c'),
    ]);
    expect(gap?.question).toBe('投屏没声音');
  });
});
