import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../bot/secrets.ts';

// biome-ignore format: a list of pieces
const PIECES = [
  '密码', '是', '密码是', '验证码', 'PIN ', 'pwd=', 'my password is ', '账号密码：', '账号', '改成', '和', '或', '，', '。', ' ', '\n', '：',
  '【', '】', '(', ')', '[', ']', '"', '“', '”', '/', '@', '://', ':', '机密', '秘密', '★', '10年', '密级：', 'abc123', 'Abc@123', 'admin',
  '123456', '8012', '13800138000', '11010519491231002X', '110105 19491231 002X', '6222021234567890128', '4111 1111', ' 1111 1111', '1', '12 ',
  'sk-abcdEFGH1234567890abcd', 'token=', 'Bearer ', '密钥', '是我的', '忘记', '三楼302打印机卡纸', 'x', '-----BEGIN PRIVATE KEY-----',
];
const message = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('masking', () => {
  it('finds nothing in a masked text', () => {
    fc.assert(
      fc.property(message, (text) => {
        const once = maskSecrets(text).text;
        expect(maskSecrets(once)).toEqual({ text: once, found: [] });
      }),
      { numRuns: 5000 },
    );
  });

  it('gives spans in order, within the text, apart from each other', () => {
    fc.assert(
      fc.property(fc.oneof(message, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        let end = 0;
        for (const secret of maskSecrets(text).found) {
          expect(secret.start).toBeGreaterThanOrEqual(end);
          expect(secret.end).toBeGreaterThan(secret.start);
          end = secret.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves no number readable that it would find alone', () => {
    const number = fc.constantFrom('11010519491231002X', '6222021234567890128', '4111 1111 1111 1111');
    const words = fc.constantFrom(
      '',
      '三楼302打印机卡纸',
      '密码是Abc@123',
      '电话13800138000',
      '机密',
      '订单号 6222021234567890123',
    );
    const chinese = fc.constantFrom('我的是', '，', '（', '号', '：', '\n');
    fc.assert(
      fc.property(words, chinese, number, chinese, (before, left, secret, right) => {
        expect(maskSecrets(`${before}。${left}${secret}${right}`).text).not.toContain(secret);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion to the length, whatever is repeated', () => {
    const stuff = [...PIECES, 'pwd', 'eyJ', 'eyJa.', '密码的', 'password for a ', '(pwd', 'eyJsk-', '// :a:'];
    const timed = (text: string) => {
      const began = performance.now();
      maskSecrets(text);
      return performance.now() - began;
    };
    for (const piece of stuff) expect(timed(piece.repeat(20_000 / piece.length)), piece).toBeLessThan(1000);
  });
});
