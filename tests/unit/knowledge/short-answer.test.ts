import { describe, expect, it } from 'vitest';
import { shortAnswer } from '../../../knowledge/short-answer.ts';

describe('a short answer', () => {
  it('is the first steps, without markup, and says how many are left', () => {
    const body =
      '先看一眼。\n\n1. 点 **插入 → 分页**。\n2. 打开[设置](https://example.org)，输入 `ipconfig`。\n3. 第三步。\n4. 第四步。\n';
    expect(shortAnswer({ body }, 3)).toBe(
      '1. 点 插入 → 分页。\n2. 打开设置，输入 ipconfig。\n3. 第三步。\n（还有 1 步，见全文）',
    );
  });

  it('keeps what stands under a step with it', () => {
    const body = '1. 三处都看：\n   - 纸盒\n   - 后盖\n2. 关机。';
    expect(shortAnswer({ body }, 5)).toBe('1. 三处都看： 纸盒 后盖\n2. 关机。');
  });

  it('is the first paragraphs where there are no steps', () => {
    expect(shortAnswer({ body: '# 标题\n\n一段。\n\n二段 &amp; 更多。\n\n三段。' }, 2)).toBe(
      '一段。\n二段 & 更多。',
    );
  });

  it('leaves out images and raw HTML', () => {
    expect(shortAnswer({ body: '1. 看图 <br>![截图](a.png)\n' }, 2)).toBe('1. 看图 截图');
  });
});
