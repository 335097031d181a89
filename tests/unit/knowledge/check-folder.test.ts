import { describe, expect, it } from 'vitest';
import { type BaseFile, checkFolder } from '../../../knowledge/check-folder.ts';

const entry = (id: string, more = '') => `---
id: ${id}
title: 标题
kind: article
category: software
tags: []
updated: 2026-10-12
${more}---
1. 一步。
`;
const video = (transcript: string) =>
  `video:\n  url: https://example.org/v/1.mp4\n  duration: 130\n  transcript: ${transcript}\n`;

const check = (files: Record<string, string | undefined>, others: string[] = []) => {
  const list: BaseFile[] = Object.entries(files).map(([path, text]) => ({ path, text }));
  return checkFolder(list, new Set([...Object.keys(files), ...others]));
};

describe('a folder', () => {
  it('that is in order has no fault', () => {
    const base = check({ 'a.md': entry('a'), 'deep/er/b.md': entry('b') });
    expect(base.faults).toEqual([]);
    expect(base.entries.map(({ file, entry: { id } }) => [file, id])).toEqual([
      ['a.md', 'a'],
      ['deep/er/b.md', 'b'],
    ]);
  });

  it('may not have an id twice: the second is named, with where the first stands', () => {
    expect(check({ 'a.md': entry('same'), 'b/c.md': entry('same') }).faults).toEqual([
      expect.objectContaining({
        severity: 'error',
        file: 'b/c.md',
        line: 2,
        found: 'id: same, which a.md:2 has too',
      }),
    ]);
  });

  it('gives an entry its transcript from beside its file', () => {
    const srt = '1\n00:00:01,000 --> 00:00:02,000\n一句\n';
    const base = check({ 'x/a.md': entry('a', video('a.srt')), 'x/a.srt': srt });
    expect(base.faults).toEqual([]);
    expect(base.entries[0]?.entry.transcript).toEqual([{ startMs: 1000, endMs: 2000, text: '一句' }]);
  });

  it('misses a transcript that is not beside the file', () => {
    const base = check({ 'x/a.md': entry('a', video('a.srt')), 'a.srt': '' });
    expect(base.faults).toEqual([
      expect.objectContaining({
        severity: 'error',
        file: 'x/a.md',
        line: 11,
        found: expect.stringContaining('a.srt'),
      }),
    ]);
  });

  it('names a bad cue in the transcript’s own file', () => {
    const srt = '1\n00:00:01,000 --> 00:00:02,000\n一句\n\nnonsense\n';
    expect(check({ 'a.md': entry('a', video('a.srt')), 'a.srt': srt }).faults).toEqual([
      expect.objectContaining({ severity: 'error', file: 'a.srt', line: 5, found: 'nonsense' }),
    ]);
  });

  it('warns of a transcript that outruns the video, and of an image that is not there', () => {
    const srt = '1\n00:05:00,000 --> 00:05:02,000\n太晚\n';
    const text = `${entry('a', video('a.srt'))}\n![](there.png) ![](gone.png) ![](https://example.org/x.png)`;
    const { faults } = check({ 'a.md': text, 'a.srt': srt }, ['there.png']);
    expect(faults.map(({ severity, found }) => [severity, found])).toEqual([
      ['warning', 'image gone.png, which is not there'],
      ['warning', 'a transcript that runs to 302 s'],
    ]);
  });

  it('may hold a README, and must hold an entry', () => {
    expect(check({ 'README.md': '# 说明' }).faults).toEqual([expect.objectContaining({ found: 'no entry' })]);
    expect(check({ 'README.md': '# 说明', 'a.md': entry('a') }).faults).toEqual([]);
  });

  it('names a file that is not UTF-8', () => {
    expect(check({ 'a.md': undefined, 'b.md': entry('b') }).faults).toEqual([
      expect.objectContaining({ file: 'a.md', found: 'bytes that are not UTF-8' }),
    ]);
  });
});
