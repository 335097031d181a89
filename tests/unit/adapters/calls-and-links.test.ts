/** People who are called by name, and pages that a card opens, as each platform has them. */
import { describe, expect, test } from 'vitest';
import { encode as encodeFeishu } from '../../../adapters/feishu/encode.ts';
import { encode as encodeTelegram } from '../../../adapters/telegram/encode.ts';
import { encode as encodeWechat } from '../../../adapters/wechat/encode.ts';
import { Card, replyWith } from '../../../bot/reply.ts';
import type { Address } from '../../../bot/types.ts';

const GROUP: Address = { channel: 'feishu', chat: 'oc_1', kind: 'group' };
const card: Card = {
  title: '打印机卡纸怎么处理',
  body: '请 @李明 关注 <at id=all></at>',
  fields: [],
  actions: [{ id: 'solved', label: '已解决', value: '' }],
  links: [{ label: '看视频', url: 'https://example.org/v/012.mp4#t=80' }],
};
const called = (id: string) => replyWith('', card, { mentions: [{ id, name: '李明' }] });
const feishuCard = (id: string) =>
  JSON.stringify(JSON.parse(encodeFeishu(called(id), GROUP)[0]?.content ?? ''));

describe('Feishu', () => {
  test('a card names with <at> whom it is for; what people wrote stays plain', () => {
    const sent = feishuCard('ou_1');
    expect(sent).toContain('{"tag":"markdown","content":"<at id=ou_1></at>"}');
    expect(sent).toContain('{"tag":"plain_text","content":"请 @李明 关注 <at id=all></at>"}');
  });

  test.each(['all', 'ou_1></at><at id=all', 'ou_1 ', ''])(
    '«%s» is nobody’s id and gets into no markup',
    (id) => {
      expect(feishuCard(id)).not.toContain('markdown');
    },
  );

  test('the lecture’s video opens by a button', () => {
    expect(feishuCard('ou_1')).toContain(
      '"behaviors":[{"type":"open_url","default_url":"https://example.org/v/012.mp4#t=80"}]',
    );
  });
});

describe('Telegram', () => {
  test('«@name» is a mention of that person, and of nobody where the id is none', () => {
    const [sent] = encodeTelegram(called('42'), '1');
    const mention = sent?.entities.find(({ type }) => type === 'text_mention');
    expect(mention).toMatchObject({ user: { id: 42 } });
    expect(sent?.text.slice(mention?.offset, (mention?.offset ?? 0) + (mention?.length ?? 0))).toBe('@李明');
    expect(encodeTelegram(called('ou_1'), '1')[0]?.entities.map(({ type }) => type)).toEqual(['bold']);
  });

  test('the video opens by a button; an address without a dot in its host stays in the words', () => {
    const [sent] = encodeTelegram(called('42'), '1');
    expect(sent?.keyboard.flat()).toContainEqual({
      text: '看视频',
      url: 'https://example.org/v/012.mp4#t=80',
    });
    expect(sent?.text).not.toContain('example.org');
    const inside = { ...card, links: [{ label: '看视频', url: 'http://intranet/v.mp4' }] };
    const [plain] = encodeTelegram(replyWith('', inside), '1');
    expect(plain?.text).toContain('看视频：http://intranet/v.mp4');
    expect(plain?.keyboard.flat()).toHaveLength(1);
  });
});

test('in words alone the link is a line', () => {
  const address: Address = { channel: 'wechat', chat: 'a', kind: 'private' };
  const [text] = encodeWechat({ id: '1', address, reply: called('wxid_1') });
  expect(text).toContain('看视频：https://example.org/v/012.mp4#t=80\n1. 已解决');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'example.org'])(
  '«%s» is no link of a card',
  (url) => {
    expect(Card.safeParse({ ...card, links: [{ label: 'x', url }] }).success).toBe(false);
  },
);
