import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../knowledge/create-index.ts';
import type { Entry } from '../../../knowledge/entry.ts';
import { createArticles } from '../../../server/turn/articles.ts';

const said = [
  [0, '大家好，这一课讲打印设置。'],
  [35, '先看双面打印，在首选项里选长边翻转。'],
  [80, '表格右边被切掉一列，缩放里选把所有列打印在一页。'],
  [150, '要做成小册子，打印方式选小册子，对折就行。'],
] as const;

const lecture: Entry = {
  id: 'lecture-print',
  title: '省纸又好看的打印设置',
  kind: 'microlecture',
  category: 'printing',
  tags: ['打印'],
  questions: [],
  updated: '2026-03-01',
  owner: '培训组',
  audience: ['all'],
  video: { url: 'https://example.org/v/012.mp4', duration: 200, episode: 12 },
  body: '1. 看课。',
  transcript: said.map(([second, text]) => ({ startMs: second * 1000, endMs: second * 1000 + 9000, text })),
};

const page = (url: string) =>
  createArticles(createIndex([{ ...lecture, video: { url, duration: 200, episode: 12 } }]));

describe('a lecture', () => {
  const articles = createArticles(createIndex([lecture]));
  const place = (query: string) => articles.search(query, []).hits[0]?.video;

  it('answers at the second where it speaks of the question', () => {
    expect(place('表格右边切掉了一列怎么打全')).toEqual({
      episode: 12,
      seconds: 80,
      url: 'https://example.org/v/012.mp4#t=80',
    });
    expect(place('想打成小册子')?.seconds).toBe(150);
  });

  it('is watched from its beginning where all of it answers, or none of it in particular', () => {
    expect(place('打印设置')).toMatchObject({ seconds: 0, url: 'https://example.org/v/012.mp4' });
  });

  it('of a page gets the second as the page takes it', () => {
    const { hits } = page('https://v.example.org/watch?id=7').search('小册子怎么打', []);
    expect(hits[0]?.video?.url).toBe('https://v.example.org/watch?id=7&t=150');
  });
});
