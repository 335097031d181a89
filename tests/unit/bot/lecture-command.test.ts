import { describe, expect, it } from 'vitest';
import { readLectureCommand } from '../../../bot/lecture-command.ts';

describe('what is said of the microlectures', () => {
  it.each([
    ['订阅微课堂', { kind: 'subscribe' }],
    ['我想订阅 IT 办公技能微课堂！', { kind: 'subscribe' }],
    ['关注微课', { kind: 'subscribe' }],
    ['«退订微课堂»', { kind: 'unsubscribe' }],
    ['取消订阅微课堂', { kind: 'unsubscribe' }],
    ['别再推送微课堂了', { kind: 'unsubscribe' }],
    ['第12课5分', { kind: 'rate', episode: 12, stars: 5 }],
    ['给第3课打4分', { kind: 'rate', episode: 3, stars: 4 }],
  ])('%s', (text, command) => {
    expect(readLectureCommand(text)).toEqual(command);
  });

  it.each([
    '微课堂的视频打不开',
    '订阅微课堂以后收不到通知',
    '第12课讲的是什么',
    '第12课6分',
    '订阅号怎么发文章',
  ])('%s is ordinary talk', (text) => {
    expect(readLectureCommand(text)).toBeNull();
  });
});
