import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData } from '../../../../server/model/placeholders.ts';

const nobody = { names: [], literals: [] };
const masked = (text: string, known = nobody as Parameters<typeof maskPersonalData>[1]) =>
  maskPersonalData(text, known).text;

describe('what leaves of a message', () => {
  it.each([
    ['a mobile number', '电话13800138000，三楼', '电话⟦P1⟧，三楼'],
    ['one in full-width digits', '电话１３８００１３８０００', '电话⟦P1⟧'],
    ['one in pieces', '打 138 0013 8000 或 139-0013-8001', '打 ⟦P1⟧ 或 ⟦P2⟧'],
    ['one with the country', '+86 138-0013-8000', '⟦P1⟧'],
    ['one with an invisible character in it', '138\u200b0013\u20638000', '⟦P1⟧'],
    ['one in words', '打幺三八零零一三八零零零', '打⟦P1⟧'],
    ['a landline', '010-62345678 或 (0591)87654321', '⟦P1⟧ 或 ⟦P2⟧'],
    ['an extension', '电脑坏了，分机8012', '电脑坏了，分机⟦P1⟧'],
    ['an address of a mailbox', 'Zhang.San@mof.gov.cn 收不到信', '⟦P1⟧ 收不到信'],
    ['addresses of machines', '10.12.0.5 和 00:1a:2B:3c:4d:5e', '⟦P1⟧ 和 ⟦P2⟧'],
    ['an asset number', '资产号ZC-2021-00342', '资产号⟦P1⟧'],
    ['a ticket number', '工单T20261118-0001', '工单⟦P1⟧'],
    ['an account', '账号zhangsan 登不上', '账号⟦P1⟧ 登不上'],
    ['a link', 'http://oa.gov.cn/a?u=zs 打不开', '⟦P1⟧ 打不开'],
    ['a name that is said to be one', '我是欧阳雨桐，电脑坏了', '我是⟦P1⟧，电脑坏了'],
    ['a name by itself', '王小明电脑开不了机', '⟦P1⟧电脑开不了机'],
    ['a leader, but not that it is one', '张局长的电脑蓝屏', '⟦P1⟧局长的电脑蓝屏'],
    ['a Latin name', 'My name is John Smith', 'My name is ⟦P1⟧'],
    ['a placeholder that the person wrote', '⟦P1⟧ 13800138000', '⟦P1⟧ ⟦P2⟧'],
  ])('is without %s', (_what, text, left) => {
    expect(masked(text)).toBe(left);
  });

  it.each([
    '三楼302打印机卡纸了，下午两点前要用',
    'HP M428 打不出来，联想M455也不行',
    '2026-11-20 14:30 开会，20人，要话筒',
    'WPS2019 和 Office365 都装一下',
    '报错代码 0x0709 和 0x80070035',
  ])('keeps what the desk needs: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('is without the names and words that are known to be somebody’s, in any spelling', () => {
    const known = { names: ['钱多多', 'Lena'], literals: ['zs007'] };
    expect(masked('錢多多和LENA的号ZS007', known)).toBe('⟦P1⟧和⟦P2⟧的号⟦P3⟧');
  });

  it('says the same placeholder for the same words, and what it stands for', () => {
    const { text, kinds } = maskPersonalData('13800138000，对，13800138000，王小明', nobody);
    expect(text).toBe('⟦P1⟧，对，⟦P1⟧，⟦P2⟧');
    expect(kinds).toEqual({ '⟦P1⟧': 'phone', '⟦P2⟧': 'person' });
  });

  it('gives the words back, and leaves placeholders alone that it never gave out', () => {
    const { restore } = maskPersonalData('找王小明，13800138000', nobody);
    expect(restore('⟦P1⟧ ⟦P2⟧ ⟦P3⟧ ⟦P99999⟧')).toBe('王小明 13800138000 ⟦P3⟧ ⟦P99999⟧');
  });

  it('puts back exactly the message, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { text: left, restore } = maskPersonalData(text, { names: ['王五', 'a b'], literals: ['u1x'] });
        expect(restore(left)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the length', () => {
    for (const unit of ['1-', 'a1-', '王', 'ab@', '0.', 'f:', '一 ', '(0', '⟦', 'http://', '电话']) {
      const begun = performance.now();
      masked(unit.repeat(Math.ceil(2000 / unit.length)));
      expect(performance.now() - begun, unit).toBeLessThan(500);
    }
  });
});
