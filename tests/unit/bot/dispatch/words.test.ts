import { describe, expect, test } from 'vitest';
import { answerTo, isDropped, type OpenQuestion } from '../../../../bot/dispatch/question.ts';
import { readCommand, withoutMention } from '../../../../bot/dispatch/words.ts';

const N = 'T20261118-0034';
const M = 'T20261118-0035';
const read = (text: string, repliedTo: string | null = null) => readCommand(text, repliedTo);
const order = (text: string, repliedTo: string | null = null) => {
  const command = read(text, repliedTo);
  return command?.kind === 'order' ? { numbers: command.numbers, ...command.order } : command;
};

describe('what a member says', () => {
  test.each([
    ['接单', 'accept'],
    ['接', 'accept'],
    ['接一下', 'accept'],
    ['我来', 'accept'],
    ['我去', 'accept'],
    ['我去看看', 'accept'],
    ['继续', 'resume'],
    ['恢复处理', 'resume'],
    ['完成', 'resolve'],
    ['完成了', 'resolve'],
    ['已完成', 'resolve'],
    ['已经修好了', 'resolve'],
    ['搞定', 'resolve'],
    ['撤销', 'cancel'],
    ['关闭', 'close'],
    ['升级', 'escalate'],
    ['交还机器人', 'handback'],
    ['转机器人', 'handback'],
    ['转回机器人', 'handback'],
    ['取消挂起', 'resume'],
    ['查', 'show'],
  ])('%s, with the number before it or behind it', (verb, name) => {
    expect(order(`${verb} ${N}`)).toMatchObject({ do: name, numbers: [N] });
    expect(order(`${N} ${verb}`)).toMatchObject({ do: name, numbers: [N] });
    expect(order(verb, N)).toMatchObject({ do: name, numbers: [N] });
  });

  test.each([
    [`转派 ${N} 给陈静`, '给陈静'],
    [`转派 ${N} 给 陈静 原因 账号问题`, '给 陈静 原因 账号问题'],
    [`转给 陈静 ${N}`, '陈静'],
    [`转给陈静 ${N}`, '陈静'],
    [`派给张浩 ${N}`, '张浩'],
    [`派 ${N} 到网络系统组`, '到网络系统组'],
    [`${N} 转陈静，账号问题`, '陈静，账号问题'],
  ])('%s: whom and why', (text, to) => {
    expect(order(text)).toMatchObject({ do: 'transfer', to, numbers: [N] });
  });

  test('keeps the punctuation, and the 了 of 完成了 is none of it', () => {
    expect(order(`完成了 ${N}，换了硒鼓，测试正常。`)).toMatchObject({ resolution: '换了硒鼓，测试正常。' });
    expect(order(`备注 ${N} 我是李明，您有什么事？没别的事`)).toMatchObject({
      text: '我是李明，您有什么事？没别的事',
    });
    expect(order(`完成 ${N} 换了硒鼓\n测试正常`)).toMatchObject({ resolution: '换了硒鼓\n测试正常' });
  });

  test('wide letters and digits are a number too', () => {
    expect(order('接单 Ｔ２０２６１１１８－００３４')).toMatchObject({ numbers: [N] });
    expect(order('接单 t202611180034')).toMatchObject({ numbers: [N] });
  });

  test('several numbers, once each', () => {
    expect(order(`接单 ${N} ${M}`)).toMatchObject({ do: 'accept', numbers: [N, M] });
    expect(order(`${N}、${M} 完成，一起换了交换机`)).toMatchObject({
      numbers: [N, M],
      resolution: '一起换了交换机',
    });
    expect(order(`完成 ${N}和${M} 换了交换机`)).toMatchObject({ numbers: [N, M], resolution: '换了交换机' });
    expect(order(`接单 ${N} ${N}`)).toMatchObject({ numbers: [N] });
  });

  test('another number within the words stays there', () => {
    expect(order(`备注 ${N} 与 ${M} 是同一件事`)).toMatchObject({ numbers: [N, M] });
    expect(order(`完成 ${N} 见 ${M}`)).toMatchObject({ numbers: [N], resolution: `见 ${M}` });
  });

  test('the last four digits, where no other number stands', () => {
    expect(order('接单 0034')).toMatchObject({ numbers: ['0034'] });
    expect(order('接单 0034、0035')).toMatchObject({ numbers: ['0034', '0035'] });
    expect(order('0034 接单')).toMatchObject({ numbers: ['0034'] });
    expect(order('完成 0034 换了硒鼓')).toMatchObject({ numbers: ['0034'], resolution: '换了硒鼓' });
    expect(order(`完成 ${N} 分机 8302 恢复`)).toMatchObject({ numbers: [N], resolution: '分机 8302 恢复' });
    expect(order('完成 8302 恢复', N)).toMatchObject({ numbers: [N], resolution: '8302 恢复' });
    expect(order('8302 修好了')).toBeNull();
  });

  test('a verb without a number is asked about only where it is clearly one', () => {
    expect(order('接单')).toMatchObject({ numbers: [] });
    expect(order('完成 换了硒鼓')).toMatchObject({ numbers: [], resolution: '换了硒鼓' });
    expect(order('转给张浩')).toMatchObject({ numbers: [], to: '张浩' });
  });

  test.each([
    '中午吃什么',
    '我来晚了',
    '我去吃饭了',
    '完成得不错啊各位',
    '继续加油',
    '转账失败了',
    '查一下谁在值班',
    '看看这个',
    '取消会议室那个群',
    '请接单',
    '好了，散会',
    '等配件的都先挂起',
    `${N} 完成了吗`,
    `接单 ${N}？`,
    `${N} 解决不了`,
    `${N} 我去看了，没人在办公室`,
    `确认 ${N}`,
  ])('«%s» is talk', (text) => {
    expect(read(text)).toBeNull();
  });

  test('a meeting can be confirmed and cancelled', () => {
    expect(order('确认 M20261118-0001')).toMatchObject({ do: 'confirm', numbers: ['M20261118-0001'] });
    expect(order('取消 M20261118-0001 停电')).toMatchObject({ do: 'cancel', reason: '停电' });
    expect(order('接单 M20261118-0001')).toBeNull();
  });

  test.each([
    '查单',
    '今天还有哪些没接',
    '还有哪些没接',
    '哪些单没人接',
    '今天的单',
    '未接单',
    '还有哪些单？',
    '有哪些没人接',
    '有没有没接的单',
  ])('«%s» asks for what nobody has taken', (text) => expect(read(text)).toEqual({ kind: 'list' }));

  test('帮助', () => expect(read('帮助')).toEqual({ kind: 'help' }));
});

test.each([
  [`T20261118-0034 我处理好了，换了根网线`, { do: 'resolve', resolution: '换了根网线' }],
  [`我把 T20261118-0034 处理完了，换了网线`, { do: 'resolve', resolution: '换了网线' }],
  [`T20261118-0034 好了`, { do: 'resolve' }],
  [`这单我接 T20261118-0034`, { do: 'accept' }],
  [`麻烦转给李工 T20261118-0034`, { do: 'transfer', to: '李工' }],
  [`请把 T20261118-0034 转给李工`, { do: 'transfer', to: '李工' }],
  [`T20261118-0034 需要等配件，先挂起`, { do: 'hold', reason: 'parts' }],
  [`【接单】T20261118-0034`, { do: 'accept' }],
])('«%s» is a command with words around it', (text, expected) => {
  expect(order(text)).toMatchObject({ numbers: [N], ...expected });
});

test.each(['0034接单', '接0034', '#34 接单', '完成0034换了硒鼓', 'T0034 接单'])('«%s»: 0034', (text) => {
  expect(order(text)).toMatchObject({ numbers: ['0034'] });
});

test('a clear verb may be followed by more words', () => {
  expect(order(`接单 ${N}，好的我马上过去处理一下`)).toMatchObject({ do: 'accept', numbers: [N] });
  expect(order(`查 ${N} 现在什么情况`)).toMatchObject({ do: 'show' });
});

describe('why a ticket waits', () => {
  test.each([
    ['等配件 到周五', 'parts'],
    ['等厂商', 'vendor'],
    ['用户不在', 'user'],
    ['等领导批', 'approval'],
    ['停电', 'other'],
    ['', null],
  ])('%s', (said, reason) => {
    expect(order(`挂起 ${N} ${said}`)).toMatchObject({ do: 'hold', reason });
  });
});

describe('who is spoken to', () => {
  test('the bot’s name is no part of the command', () => {
    expect(withoutMention(`@服务台 接单 ${N}`, true)).toBe(`接单 ${N}`);
    expect(withoutMention(`@服务台 接单 ${N}`, false)).toBe(`接单 ${N}`);
    expect(withoutMention('@小助 帮助', true)).toBe('帮助');
    expect(withoutMention('@服务台', true)).toBe('');
  });

  test('what is said to a colleague stays said to them', () => {
    expect(read(withoutMention(`@张浩 接单 ${N}`, false))).toBeNull();
  });
});

describe('an answer to what was asked', () => {
  const question = (some: Partial<OpenQuestion>): OpenQuestion => ({
    about: 'resolve',
    numbers: [N],
    kept: '',
    until: 0,
    asked: 1,
    ...some,
  });

  test('completes the command', () => {
    expect(answerTo(question({}), '重装驱动')).toMatchObject({
      numbers: [N],
      order: { do: 'resolve', resolution: '重装驱动' },
    });
    expect(answerTo(question({ about: 'hold' }), '等厂商')).toMatchObject({
      order: { do: 'hold', reason: 'vendor' },
    });
  });

  test('gives the number that was left out, and what was said before is kept', () => {
    expect(answerTo(question({ numbers: [], kept: '换了硒鼓' }), '0034')).toMatchObject({
      numbers: ['0034'],
      order: { resolution: '换了硒鼓' },
    });
    expect(answerTo(question({ numbers: [] }), '下午再说')).toBeNull();
  });

  test('whom comes before why', () => {
    expect(answerTo(question({ about: 'transfer', kept: '账号问题' }), '李明')).toMatchObject({
      order: { to: '李明，账号问题' },
    });
  });

  test('is not what is said to another or asks something', () => {
    expect(answerTo(question({}), '@张浩 你去')).toBeNull();
    expect(answerTo(question({}), '谁有钥匙？')).toBeNull();
    expect(answerTo(question({}), '好的')).toBeNull();
  });

  test('算了 lets it go', () => {
    expect(isDropped('算了')).toBe(true);
    expect(isDropped('算了一下要三根线')).toBe(false);
  });
});
