import { describe, expect, it } from 'vitest';
import { readFilesCommand } from '../../../bot/files-command.ts';

describe('asking for what came with a request', () => {
  it.each([
    ['把 T20261118-0001 的照片发我', 'T20261118-0001'],
    ['t20261118-0001的附件给我看看', 'T20261118-0001'],
    ['上次报修的图片发我一下', null],
    ['我那张单子的附件给我看一下', null],
    ['工单附件下载', null],
    ['please send me the photos of T20261118-0001', 'T20261118-0001'],
  ])('%s', (text, ticket) => {
    expect(readFilesCommand(text)).toEqual({ ticket });
  });

  it.each([
    '附件打不开，帮我看看',
    '工单系统里的附件下载不了',
    '把文件发给我',
    '照片怎么发给我同事',
    'T20261118-0001 到哪一步了',
    '给我看看我的工单',
  ])('%s is something else', (text) => {
    expect(readFilesCommand(text)).toBeNull();
  });
});
