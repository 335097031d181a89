import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../knowledge/create-index.ts';
import type { Entry } from '../../../knowledge/entry.ts';

const entry = (id: string, title: string, body: string, more: Partial<Entry> = {}): Entry => ({
  id,
  title,
  body,
  kind: 'article',
  category: 'other',
  tags: [],
  questions: [],
  updated: '2026-10-12',
  audience: ['all'],
  transcript: [],
  ...more,
});

const ENTRIES = [
  entry('stripes', '打印件有条纹', '纸上从上到下有黑线。\n\n1. 取出硒鼓摇匀。', { tags: ['硒鼓'] }),
  entry('jam', '打印机卡纸', '纸夹在机器里。\n\n1. 顺着走纸方向拉出。'),
  entry('blue', '电脑蓝屏', '出现终止代码后重启。\n\n1. 记下终止代码。'),
  entry('ukey', '数字证书不识别', '插上以后登录页提示没有证书。\n\n1. 换一个接口。'),
  entry('oa', 'OA 附件打不开', '点正文一片空白。\n\n1. 安装文档控件。'),
  entry('share', '连接共享打印机报错 0x0000011b', '更新以后连不上。\n\n1. 请报修。'),
  entry('vpn', 'VPN 连不上', '在外面连不上内网。\n\n1. 重装客户端。'),
  entry('street', '街道专用的填报流程', '每周五填报。\n\n1. 登录填报系统。', { audience: ['街道'] }),
];
const index = createIndex(ENTRIES);
const best = (query: string) => index.search(query).results[0]?.id;

describe('search', () => {
  it.each([
    ['a title in its own words', '打印机卡纸', 'jam'],
    ['a symptom that shares no word with the title', '打出来一道一道的', 'stripes'],
    ['a synonym of the field', 'U盾插了没反应', 'ukey'],
    ['words that sound alike', '打应机卡指了', 'jam'],
    ['two letters swapped', 'vnp连不上', 'vpn'],
    ['English', 'blue screen', 'blue'],
    ['traditional characters', '電腦藍屏了', 'blue'],
    ['full-width letters', 'ＯＡ附件打不开', 'oa'],
    ['an error code as people shorten it', '报11b', 'share'],
    ['Cantonese', '部電腦藍屏開唔到機', 'blue'],
    ['a place and haste around the fault', '三楼302打印机卡纸了，下午两点前要用，急', 'jam'],
  ])('finds by %s', (_, query, id) => {
    expect(best(query)).toBe(id);
  });

  it.each(['今天食堂吃什么', '帮我订张机票', '', '   ', '？？？', '🙂'])('does not answer «%s»', (query) => {
    expect(index.search(query).answered).toBe(false);
  });

  it('gives at most as many as asked for, best first, scores within 0 and 1', () => {
    const { results } = index.search('打印机', { top: 2 });
    expect(results).toHaveLength(2);
    const scores = results.map((result) => result.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('shows an entry for one unit to that unit alone', () => {
    const found = (options: Parameters<typeof index.search>[1]) =>
      index.search('街道专用的填报流程', options).results.some((result) => result.id === 'street');
    expect(found({ units: ['街道'] })).toBe(true);
    expect(found({ units: ['市局'] })).toBe(false);
    expect(found({})).toBe(false);
    expect(found({ everyAudience: true })).toBe(true);
  });

  it('finds what only the transcript says', () => {
    const lecture = entry('lecture', '第 3 课', '见视频。', {
      kind: 'microlecture',
      transcript: [{ startMs: 80_000, endMs: 90_000, text: '合并单元格以后不能排序' }],
    });
    expect(createIndex([...ENTRIES, lecture]).search('合并单元格怎么排序').results[0]?.id).toBe('lecture');
  });

  it('keeps the last of two entries with one id', () => {
    const twice = createIndex([entry('a', '旧标题', '旧。'), entry('a', '新标题', '新。')]);
    expect(twice.get('a')?.title).toBe('新标题');
    expect(twice.search('标题').results).toHaveLength(1);
  });

  it('answers from an empty base with nothing', () => {
    expect(createIndex([]).search('打印机卡纸')).toEqual({ answered: false, results: [] });
  });

  it('answers a question of many thousand characters', () => {
    expect(index.search('打印机卡纸了怎么办。'.repeat(2000)).results[0]?.id).toBe('jam');
  });
});
