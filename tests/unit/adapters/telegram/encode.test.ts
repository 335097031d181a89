import { describe, expect, it } from 'vitest';
import { encode, encodeCard, MOST_TEXT } from '../../../../adapters/telegram/encode.ts';
import { type Card, replyWith } from '../../../../bot/reply.ts';

const card: Card = {
  title: 'T20261118-0001 打印机卡纸',
  fields: [
    { label: '地点', value: '三楼302' },
    { label: '报修人', value: '财务科 *张三* _[a](b)_' },
  ],
  actions: [
    { id: 'dispatch.accept', label: '接单', value: 'T20261118-0001', style: 'primary' },
    { id: 'dispatch.transfer', label: '转派', value: 'T20261118-0001' },
    { id: 'dispatch.hold', label: '挂起', value: 'T20261118-0001' },
    { id: 'dispatch.resolve', label: '完成', value: 'T20261118-0001' },
  ],
  tone: 'warning',
};

const boldIn = (message: { text: string; entities: { offset: number; length: number }[] } | undefined) =>
  message?.entities.map(({ offset, length }) => message.text.slice(offset, offset + length));

describe('a reply with a card', () => {
  const messages = encode(replyWith('新工单', card), '77');

  it('is one message that says the card, its title in bold, and has its buttons below', () => {
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toBe(
      '新工单\n🟠 【T20261118-0001 打印机卡纸】\n地点：三楼302\n报修人：财务科 *张三* _[a](b)_',
    );
    expect(boldIn(messages[0])).toEqual(['【T20261118-0001 打印机卡纸】']);
    expect(messages[0]?.keyboard.flat().map(({ text }) => text)).toEqual(['接单', '转派', '挂起', '完成']);
  });

  it('has short labels side by side and long ones by themselves', () => {
    const rows = (labels: string[]) =>
      encode(
        replyWith('', {
          title: 'x',
          fields: [],
          actions: labels.map((label) => ({ id: 'a', label, value: '' })),
        }),
        '1',
      )[0]?.keyboard.map((row) => row.map(({ text }) => text));
    expect(rows(['是', '不是'])).toEqual([['是', '不是']]);
    expect(rows(['问题已经解决了，谢谢', '还是不行，请派人来', '算了'])).toEqual([
      ['问题已经解决了，谢谢'],
      ['还是不行，请派人来'],
      ['算了'],
    ]);
  });
});

it('says what a text of its own says, and keeps the buttons', () => {
  const [message] = encode({ text: '选一个：1. 接单', card }, '1');
  expect(message?.text).toBe('选一个：1. 接单');
  expect(message?.keyboard.flat()).toHaveLength(4);
});

it('splits what is longer than a message, with the buttons under the last part', () => {
  const long = { ...card, body: '第一步，打开盖子。\n'.repeat(900) };
  const messages = encode(replyWith('看看这个', long), '5');
  expect(messages.length).toBeGreaterThan(1);
  expect(messages.every(({ text }) => text.length <= MOST_TEXT)).toBe(true);
  expect(messages.map(({ keyboard }) => keyboard.length > 0)).toEqual(
    messages.map((_, i) => i === messages.length - 1),
  );
  expect(boldIn(messages[0])).toEqual(['【T20261118-0001 打印机卡纸】']);
});

describe('a card that will be changed in place', () => {
  it('stays whole where it fits', () => {
    const { card: message, whole } = encodeCard(replyWith('新工单', card), '5');
    expect(message).toEqual(encode(replyWith('新工单', card), '5')[0]);
    expect(whole).toEqual([]);
  });

  it('is one message with shortened values where it does not, and what it said in full goes before', () => {
    const long = {
      ...card,
      fields: [...card.fields, { label: '描述', value: '卡纸了，怎么办？'.repeat(2000) }],
    };
    const { card: message, whole } = encodeCard(replyWith('新工单', long), '5');
    expect(message.text.length).toBeLessThanOrEqual(MOST_TEXT);
    expect(message.text).toContain('三楼302');
    expect(message.keyboard.flat()).toHaveLength(4);
    expect(whole.map(({ text }) => text).join('')).toContain('卡纸了，怎么办？'.repeat(300));
    expect(whole.flatMap(({ keyboard }) => keyboard)).toEqual([]);
  });
});
