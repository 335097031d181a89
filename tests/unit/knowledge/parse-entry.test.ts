import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../knowledge/parse-entry.ts';

const GOOD = `---
id: wps-page-number-from-page-3
title: WPS 文字怎样从第三页开始编页码
kind: article
category: software
tags: [WPS, 页码, 2016]
questions:
  - 页码怎么从正文开始
updated: 2026-10-12
---
1. 插入分节符。
`;

const LECTURE = GOOD.replace('kind: article', 'kind: microlecture').replace(
  'updated: 2026-10-12',
  `updated: 2026-10-12
video:
  url: https://example.org/v/012.mp4
  duration: 200
  transcript: 012.srt`,
);

const faultsOf = (text: string) => parseEntry('a.md', text).faults;

describe('an entry', () => {
  it('is read with its defaults', () => {
    const { entry, faults } = parseEntry('a.md', GOOD);
    expect(faults).toEqual([]);
    expect(entry).toMatchObject({
      id: 'wps-page-number-from-page-3',
      kind: 'article',
      category: 'software',
      tags: ['WPS', '页码', '2016'],
      questions: ['页码怎么从正文开始'],
      audience: ['all'],
      body: '1. 插入分节符。',
      transcript: [],
    });
  });

  it('may begin with a BOM, have CRLF line ends, comments and blank lines', () => {
    const text = `\uFEFF${GOOD.replace('kind: article', 'kind: article   # or microlecture').replaceAll('\n', '\r\n')}`;
    expect(parseEntry('a.md', text)).toMatchObject({ entry: { kind: 'article' }, faults: [] });
  });

  it('keeps --- inside the body', () => {
    expect(parseEntry('a.md', `${GOOD}\n---\n\nmore`).entry?.body).toContain('---\n\nmore');
  });

  it('is warned about, not refused, for a key that the format does not know', () => {
    const { entry, faults } = parseEntry('a.md', GOOD.replace('updated:', 'reviewer: 张三\nupdated:'));
    expect(entry?.id).toBe('wps-page-number-from-page-3');
    expect(faults).toEqual([
      expect.objectContaining({ severity: 'warning', line: 9, found: 'unknown key reviewer' }),
    ]);
  });
});

describe('a fault names its line, what was found and what was expected', () => {
  it.each([
    [
      'an id with other characters',
      'id: wps-page-number-from-page-3',
      'id: WPS_Page',
      2,
      'id: WPS_Page',
      'a-z',
    ],
    ['a kind that is none', 'kind: article', 'kind: blog', 4, 'kind: blog', 'article or microlecture'],
    ['an unknown category', 'category: software', 'category: 打印', 5, 'category: 打印', 'printing'],
    ['a date that does not exist', '2026-10-12', '2026-02-30', 9, 'updated: 2026-02-30', 'YYYY-MM-DD'],
    ['a date in another form', '2026-10-12', '2026/10/12', 9, 'updated: 2026/10/12', 'YYYY-MM-DD'],
    [
      'a title that is missing',
      'title: WPS 文字怎样从第三页开始编页码\n',
      '',
      2,
      'title is missing',
      'a word',
    ],
    ['tags that are missing', 'tags: [WPS, 页码, 2016]\n', '', 2, 'tags is missing', 'a list of words'],
    ['a blank question', '页码怎么从正文开始', '""', 8, 'questions.0: ', 'not blank'],
  ])('%s', (_, from, to, line, found, expected) => {
    expect(faultsOf(GOOD.replace(from, to))).toEqual([
      { severity: 'error', file: 'a.md', line, found, expected: expect.stringContaining(expected) },
    ]);
  });

  it('several at once', () => {
    const text = GOOD.replace('kind: article', 'kind: blog').replace('category: software', 'category: none');
    expect(faultsOf(text).map((fault) => fault.line)).toEqual([4, 5]);
  });

  it('YAML that cannot be read', () => {
    expect(faultsOf(GOOD.replace('tags: [WPS', 'tags: [[WPS'))).toEqual([
      expect.objectContaining({ severity: 'error', expected: 'well-formed YAML' }),
    ]);
  });

  it.each([
    ['no front matter', '# A title\n', 'no front matter'],
    ['front matter without an end', '---\nid: a\n', 'front matter that is never closed'],
    ['nothing', '', 'an empty file'],
  ])('%s', (_, text, found) => {
    expect(faultsOf(text)).toEqual([expect.objectContaining({ line: 1, found })]);
  });

  it('an empty body', () => {
    expect(faultsOf(GOOD.replace('1. 插入分节符。\n', ''))).toEqual([
      expect.objectContaining({ severity: 'error', found: 'an empty body' }),
    ]);
  });
});

describe('a microlecture', () => {
  it('has a video', () => {
    expect(faultsOf(LECTURE)).toEqual([]);
    expect(faultsOf(GOOD.replace('kind: article', 'kind: microlecture'))).toEqual([
      expect.objectContaining({ line: 4, found: 'a microlecture without video' }),
    ]);
  });

  it.each([
    [119, 1],
    [120, 0],
    [300, 0],
    [301, 1],
  ])('of %i seconds has %i faults', (duration, count) => {
    const faults = faultsOf(LECTURE.replace('duration: 200', `duration: ${duration}`));
    expect(faults).toHaveLength(count);
    if (count > 0) expect(faults[0]).toMatchObject({ line: 12, found: `video.duration: ${duration}` });
  });

  it('wants an address and a number', () => {
    const text = LECTURE.replace('https://example.org', 'example.org').replace(
      'duration: 200',
      'duration: long',
    );
    expect(faultsOf(text).map(({ line, found }) => [line, found])).toEqual([
      [11, 'video.url: example.org/v/012.mp4'],
      [12, 'video.duration: long'],
    ]);
  });

  it('an article may have a video of any length', () => {
    const text = LECTURE.replace('kind: microlecture', 'kind: article').replace(
      'duration: 200',
      'duration: 900',
    );
    expect(faultsOf(text)).toEqual([]);
  });
});

it('an alias that leads nowhere is a fault of the file, not a crash', () => {
  const { entry, faults } = parseEntry('x.md', '---\ntags: *nowhere\n---\nbody');
  expect(entry).toBeUndefined();
  expect(faults[0]?.found).toContain('nowhere');
});
