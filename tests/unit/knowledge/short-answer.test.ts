import { describe, expect, it } from 'vitest';
import { type Likeness, shortAnswer } from '../../../knowledge/short-answer.ts';

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

  const likeTo =
    (word: string): Likeness =>
    (texts) =>
      texts.map((text) => (text.includes(word) ? 1 : 0));

  it('is of the section that the question is about', () => {
    const body = '## 有线\n\n1. 换网线。\n2. 重启。\n\n## 无线\n\n1. 忘记网络。\n2. 再连一次。';
    expect(shortAnswer({ body }, 6, likeTo('忘记'))).toBe('【无线】\n1. 忘记网络。\n2. 再连一次。');
    expect(shortAnswer({ body }, 6)).toContain('【有线】');
    expect(shortAnswer({ body }, Number.POSITIVE_INFINITY)).toContain('忘记网络');
  });

  it('shows of a long list the part with the step that matters, under its own numbers', () => {
    const body = ['一', '二', '三', '四', '五', '六']
      .map((word, at) => `${at + 1}. 第${word}步。`)
      .join('\n');
    expect(shortAnswer({ body }, 3, likeTo('五'))).toBe(
      '（前面还有 3 步，见全文）\n4. 第四步。\n5. 第五步。\n6. 第六步。',
    );
    expect(shortAnswer({ body }, 3, likeTo('二'))).toMatch(/^1\. 第一步。/);
  });

  it('keeps whole sentences of a step that would fill the card', () => {
    const body = `1. 先看这里。${'再看那里'.repeat(60)}。`;
    expect(shortAnswer({ body }, 3)).toBe('1. 先看这里。');
  });
});
