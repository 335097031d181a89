import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../../knowledge/transcript.ts';

describe('a transcript', () => {
  it('in SubRip gives its cues in milliseconds', () => {
    const text =
      '\uFEFF1\r\n00:00:01,000 --> 00:00:04,500\r\n第一句\r\n接着第一句\r\n\r\n2\r\n00:01:20,250 --> 00:01:25,000\r\n第二句\r\n';
    expect(parseTranscript(text)).toEqual({
      segments: [
        { startMs: 1000, endMs: 4500, text: '第一句 接着第一句' },
        { startMs: 80_250, endMs: 85_000, text: '第二句' },
      ],
      bad: [],
    });
  });

  it('in WebVTT may have a header, notes, names, settings, markup, and times without hours', () => {
    const text = `WEBVTT - 第12课
Kind: captions

NOTE made by hand

intro
00:01.500 --> 00:03.000 align:start position:0%
<v 张三>先选中 <b>标题</b> &amp; 样式

01:00:00.000 --> 01:00:02.000
最后`;
    expect(parseTranscript(text)).toEqual({
      segments: [
        { startMs: 1500, endMs: 3000, text: '先选中 标题 & 样式' },
        { startMs: 3_600_000, endMs: 3_602_000, text: '最后' },
      ],
      bad: [],
    });
  });

  it('is put in order of time', () => {
    const text = '00:00:05,000 --> 00:00:06,000\n后\n\n00:00:01,000 --> 00:00:02,000\n先\n';
    expect(parseTranscript(text).segments.map((segment) => segment.text)).toEqual(['先', '后']);
  });

  it('names the cues that cannot be read by their line', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\n好\n\n2\n00:00:09 bis 00:00:10\n坏\n\n3\n00:00:05,000 --> 00:00:03,000\n倒着走\n';
    expect(parseTranscript(text)).toMatchObject({
      segments: [{ text: '好' }],
      bad: [{ line: 5 }, { line: 9 }],
    });
  });
});
