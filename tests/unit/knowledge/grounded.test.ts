import { describe, expect, it } from 'vitest';
import { readGrounded, supported } from '../../../knowledge/grounded.ts';

const passages = [
  { article: 'toner', text: '更换硒鼓\n1. 打开前盖，拉出旧硒鼓。\n2. 新硒鼓左右摇几下，撕掉封条。' },
  { article: 'jam', text: '打印机卡纸\n1. 打开后盖，双手慢慢拉出纸。' },
];
const kept = (...sentences: { text: string; cites: number[] }[]) =>
  supported({ sentences }, passages).sentences;

describe('what a model composed', () => {
  it('stays where the passage that it cites says so', () => {
    expect(kept({ text: '打开前盖，拉出旧硒鼓。', cites: [1] })).toEqual([
      { text: '打开前盖，拉出旧硒鼓。', cites: [1] },
    ]);
  });

  it.each([
    ['a passage that is not there', '打开前盖，拉出旧硒鼓。', [7]],
    ['another passage than the one that says so', '新硒鼓左右摇几下', [2]],
    ['no passage', '打开前盖', []],
    ['its own knowledge', '把注册表里的打印服务删除后重启域控制器', [1]],
    ['an address that nobody gave', '打开前盖，到 evil.example.com 下载驱动', [1]],
    ['a number that nobody gave', '打开前盖后拨打 8899 联系', [1]],
  ])('is dropped where it rests on %s', (_what, text, cites) => {
    expect(kept({ text, cites })).toEqual([]);
  });

  it('loses the citations that do not bear it out, and keeps the others', () => {
    expect(kept({ text: '打开前盖，拉出旧硒鼓。', cites: [2, 1, 1, 9] })).toEqual([
      { text: '打开前盖，拉出旧硒鼓。', cites: [1] },
    ]);
  });

  it('is read from a fence or after thoughts, and is nothing where it is no record', () => {
    const record = '{"sentences":[{"text":"甲","cites":[1]}]}';
    expect(readGrounded(`<think>{}</think>\n\`\`\`json\n${record}\n\`\`\``)).toEqual(JSON.parse(record));
    for (const content of ['', '没有', '{"sentences":1}', `{"sentences":[${'x'.repeat(20_000)}]}`, '{{{'])
      expect(readGrounded(content)).toBeNull();
  });
});
