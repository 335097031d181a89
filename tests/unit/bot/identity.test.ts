import { expect, test } from 'vitest';
import { readIdentity } from '../../../bot/identity.ts';
import { maskSecrets } from '../../../bot/secrets.ts';

test.each([
  '绑定账号',
  '我要绑定账号',
  '绑定',
  '绑定微信',
  '给我个绑定码',
  'Link my account',
  '帮我绑定一下账号。',
])('«%s» asks for a code', (text) => expect(readIdentity(text)).toEqual({ kind: 'ask_code' }));

test.each(['绑定 1234 5678', '绑定12345678', '绑定码：1234-5678', 'link 1234 5678', '绑定 １２３４５６７８'])(
  '«%s» gives one',
  (text) => expect(readIdentity(text)).toEqual({ kind: 'give_code', code: '12345678' }),
);

test.each(['解除绑定', '解绑', '取消绑定', 'unlink'])('«%s» leaves', (text) =>
  expect(readIdentity(text)).toEqual({ kind: 'leave' }),
);

test.each(['我是谁？', '你知道我是谁吗', 'who am I?'])('«%s» asks who it is', (text) =>
  expect(readIdentity(text)).toEqual({ kind: 'who' }),
);

test.each([
  '邮箱怎么绑定手机号',
  '手机绑定不上，收不到验证码',
  'UKey 绑定失败',
  '绑定了还是登不上',
  '绑定 1234',
  '12345678',
  '解除绑定后登录不了',
  'the link is broken',
])('«%s» is about something else', (text) => expect(readIdentity(text)).toBeNull());

test('a code that is given is no secret: it is used up the moment it is heard', () => {
  expect(maskSecrets('绑定 1234 5678').text).toBe('绑定 1234 5678');
});
