import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../../bot/secrets.ts';
import type { SecretKind } from '../../../bot/types.ts';

function secretsOf(text: string): [SecretKind, string][] {
  return maskSecrets(text).found.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

/** Texts in which «…» marks the one secret that stands in them. */
function expectMarked(kind: SecretKind, marked: string): void {
  const secret = marked.slice(marked.indexOf('«') + 1, marked.indexOf('»'));
  const text = marked.replace('«', '').replace('»', '');
  expect(secretsOf(text)).toEqual([[kind, secret]]);
  expect(maskSecrets(text).text).not.toContain(secret);
}

function expectNone(text: string): void {
  expect(maskSecrets(text)).toEqual({ text, found: [] });
}

describe('identity numbers', () => {
  it.each([
    '我的身份证号«11010519491231002X»，帮我开个账号',
    '身份证«11010519491231002x»',
    '身份证：«１１０１０５１９４９１２３１００２Ｘ»',
    '«110105 19491231 002X»',
    '«110105-19491231-002X»',
    '«1101 0519 4912 3100 2X»号',
    '电话13800138000 身份证«110105194912310 02X»',
    'ID«440524188001010014»',
    '老证号«110105491231002»',
  ])('%s', (marked) => expectMarked('id_card', marked));

  it.each([
    ['a wrong check digit', '编号110105194912310021'],
    ['no such day', '编号110105194913310020'],
    ['fifteen digits without a plausible date', '流水号110105491331002'],
    ['fifteen digits of no province', '编号990105491231002'],
    ['more digits around it', '9911010519491231002X9'.replace('X', '1')],
  ])('leaves %s', (_why, text) => expectNone(text));
});

describe('bank cards', () => {
  it.each([
    '卡号«6222021234567890128»',
    '工资卡 «6222 0212 3456 7890 128» 没到账',
    '«4111-1111-1111-1111»',
    '«5500 0000 0000 0004»',
    '«2223003122003222»',
    '«3782 822463 10005»',
    '«30569309025904»',
    '«3530111333300000»',
    '«6011111111111117»',
    'card«4111111111111111»',
  ])('%s', (marked) => expectMarked('bank_card', marked));

  it.each([
    '订单号 6222021234567890123',
    '单号 1234567890123452',
    '序列号SN4111111111111111',
    '资产编号 GD-4111111111111111',
    '电话13800138000、0750-3333333转8012',
    '工单T20261118-0001 今天14:00 前',
    'IP 192.168.100.100，网关 192.168.100.254',
    '2026-11-18 09:00:00 到 2026-11-18 12:00:00',
    '圆周率3.4111111111111111',
  ])('leaves %s', (text) => expectNone(text));
});

describe('passwords that are given', () => {
  it.each([
    '密码是«abc123»，登不上',
    '密码：«Abc@123»',
    '密码:«qwerty»',
    '口令是«hello123»',
    '验证码 «123456»',
    '验证码为«9527»，五分钟内有效',
    'PIN «1234»',
    'PIN码是«1234»',
    'my password is «hunter2»',
    'My password is «Sunshine».',
    'pwd=«abc123»;user=root',
    '{"password": "«s3cret»", "user": "x"}',
    '密码改成了«Xyz789»！还是不行',
    '把密码重置为«Gov@2026»了',
    '账号zhangsan密码«Abc@123»',
    '账号密码：zhangsan «Abc@123»',
    '账号/密码：zhangsan/«Abc@123»',
    '用户名root，密码«admin»',
    '密码是“«芝麻开门»”',
    '密码是«一二三四五六»',
    '密码是«6个8»',
    '密码我设的是«abc123»',
    '密码发你：«abc123»',
    '【密码】«abc123»',
    '开机密码（«abc123»）',
    '密码是不是«Abc12345»',
    '用«abc123»这个密码登不上',
    '«Abc@123»是我的密码',
    '«574812»为您的登录验证码',
    '«574812» is your verification code',
    'changed my password to «sunshine»',
    'the password for zhangsan is «Abc@123»',
    '密码是«Ａｂｃ１２３»',
    '密码是\n«abc123»',
    '密码是 «123 456»',
    '密码是生日«19900101»',
    '密码我告诉你吧，是«abc123»',
    '我密码输的 «zhang123» 提示错误',
    '账号：root  密码：«admin»',
    "my password's «abc123»",
    'the password to use is «abc123»',
    'the new password, «Abc@123», does not work',
    'I set my password as «Abc123»',
    'UKey的PIN码：«123456»',
    'wifi密码：«gov-guest-2026»',
    '连的是 postgres://desk:«pass1»@db/desk',
  ])('%s', (marked) => expectMarked('password', marked));

  it('finds the old and the new one', () => {
    expect(secretsOf('把密码从abc123改成def456')).toEqual([
      ['password', 'abc123'],
      ['password', 'def456'],
    ]);
  });

  it('finds each of several', () => {
    expect(secretsOf('旧密码abc123，新密码Def456；试过密码111222和333444')).toEqual([
      ['password', 'abc123'],
      ['password', 'Def456'],
      ['password', '111222'],
      ['password', '333444'],
    ]);
  });

  it('tells the sender nothing but where it stood', () => {
    expect(maskSecrets('邮箱密码是Abc@123，进不去')).toEqual({
      text: '邮箱密码是[密码已隐去]，进不去',
      found: [{ kind: 'password', start: 5, end: 12 }],
    });
  });
});

describe('passwords as a topic', () => {
  it.each([
    '忘记密码了',
    '密码错误',
    '密码过期了怎么办',
    '密码是什么',
    '密码是啥',
    '密码是不是过期了',
    '改密码',
    '密码不对',
    '密码是对的，就是登不上',
    '密码都是对的',
    '密码：忘了',
    '密码：******',
    '密码是OA的那个',
    '密码是8位的',
    '密码8位以上，含大小写',
    '密码是3月改的',
    '密码是2026-11-18改的',
    '密码 2026-11-18 过期',
    '密码错误3次被锁定',
    '密码90天过期',
    '验证码60秒还没到',
    '验证码收不到，手机13800138000',
    '忘记密码，电话13800138000',
    '忘记密码 8012',
    '重置密码 13800138000',
    '密码改了，8012找我',
    '密码重置链接 https://example.org/reset1',
    'WPS密码 Office2019',
    '密码机SJJ1012坏了',
    'my password is wrong',
    'my password is expired',
    'the password is not accepted',
    'password reset please',
    'forgot password to the VPN',
    'forgot my password, call 8012',
    'spin 1234 times',
    '账号密码登录不了',
    '密码键盘坏了',
    '密码是不是要改成8位以上',
    '密码已重置，用8012联系',
    '密码发到zhangsan2@qq.com',
    '是WiFi密码还是Windows密码',
    '统一认证平台密码 2026版',
    '重置密码，账号zhangsan01',
    '100234是密码过期了',
    'password is case-sensitive',
    'password was changed yesterday',
    'password is 8 characters long',
    'reset my password for john.smith2',
  ])('%s', (text) => expectNone(text));
});

describe('classified markings', () => {
  it.each([
    ['机密★10年\n某某方案', '机密★10年'],
    ['关于某事的报告 秘密★长期', '秘密★长期'],
    ['绝密★启用前', '绝密★启用前'],
    ['★机密★5年 内容', '★机密★5年'],
    ['【机密】关于某某的通知', '【机密】'],
    ['（绝密）', '（绝密）'],
    ['[秘密] 内容', '[秘密]'],
    ['秘密\n某某名单', '秘密'],
    ['  机　密  \n某某名单', '机　密'],
    ['机密 10年 某某方案', '机密 10年'],
    ['密级：机密', '密级：机密'],
    ['机密（10年）某某方案', '机密（10年）'],
    ['(机密)★10年 某某方案', '(机密)★10年'],
    ['机密级★20年', '机密级★20年'],
  ])('%s', (text, marking) => {
    const { found, text: masked } = maskSecrets(text);
    expect(found.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['classified', marking],
    ]);
    expect(masked).toBe('[涉密内容已隐去]');
  });

  it.each([
    '保密检查',
    '下周保密检查要准备什么',
    '这是个秘密',
    '保守国家秘密',
    '保守秘密10年',
    '机密文件怎么处理',
    '涉密电脑打不开了',
    '《秘密花园》',
    '关于通知\n秘密武器',
    '机密性、完整性、可用性',
    '机密 3个月前的',
    '国家秘密（2年以上）',
    '打印机密码在哪里改',
  ])('leaves %s', (text) => expectNone(text));

  it('keeps nothing of a marked text, and still tells what else stood in it', () => {
    const { text, found } = maskSecrets('请转：【机密】名单 11010519491231002X');
    expect(text).toBe('[涉密内容已隐去]');
    expect(found.map((secret) => secret.kind)).toEqual(['classified', 'id_card']);
  });
});

describe('keys', () => {
  const pem = '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----';
  it.each([
    `证书这样配对吗：«${pem}»\n谢谢`,
    `«${pem.slice(0, 45)}»`,
    'key «sk-abcdEFGH1234567890abcd»',
    '«ghp_16C7e42F292c6912E7710c838347Ae178B4a»',
    '«AKIAIOSFODNN7EXAMPLE»',
    '«xoxb-123456789012-abcdefGHIJ»',
    '«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-_1»',
    'Authorization: Bearer «abc123def456ghi»',
    'AccessKeySecret：«wJalrXUtnFEMI7K7MDENGbPxRfiCY»',
    'api_key="«abcd1234efgh5678»"',
    '密钥是 «8f14e45fceea167a5a36dedd4bea2543»',
    'token=«a1b2c3d4e5f6a7b8»',
    'appid wx123 secret «9f8e7d6c5b4a3928»',
    'Authorization: Basic «dXNlcjpwYXNzd29yZA==»',
  ])('%s', (marked) => expectMarked('key', marked));

  it.each([
    'token过期了',
    'UKey密钥在哪里领',
    'Bearer token 怎么配置',
    'task-abcdefghijklmnopq1',
    '密钥 RSA2048',
    'access token expired 2026',
    '-----BEGIN CERTIFICATE-----',
    'api key 在 https://example.org/keys1 申请',
  ])('leaves %s', (text) => expectNone(text));
});

describe('readings that overlap', () => {
  it('are one secret, so that no end of it stays readable', () => {
    expect(secretsOf('密码是11010519491231002Xab')).toHaveLength(1);
    expect(maskSecrets('密码是11010519491231002Xab').text).toBe('密码是[密码已隐去]');
  });
});
