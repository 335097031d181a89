import { describe, expect, it } from 'vitest';
import type { Expectation, Understanding } from '../../../../bot/types.ts';
import { accept } from '../../../../server/model/accept.ts';
import { readAnswer } from '../../../../server/model/answer.ts';
import { maskPersonalData } from '../../../../server/model/placeholders.ts';
import { moments, NOW, understand } from './parts.ts';

interface Case {
  builtIn?: Partial<Understanding>;
  expect?: Expectation;
}

/** The record that comes of an answer to `text`, as the model would give it. */
function accepted(text: string, answer: object, { builtIn = {}, expect: asked }: Case = {}): Understanding {
  const context = asked ? { expect: asked } : {};
  const read = { ...understand(text, { now: NOW, ...context }), confidence: 0.5, ...builtIn };
  const parsed = readAnswer(JSON.stringify(answer));
  if (parsed === null) throw new Error('no record');
  const { restore } = maskPersonalData(text, { names: [], literals: [] });
  return accept(parsed, { text, builtIn: read, restore, ...context }, { understand, moments, now: NOW });
}

const slotsOf = (text: string, slots: object, intent = 'report_fault') =>
  accepted(text, { intent, slots }, { builtIn: { intent: 'report_fault', slots: {} } }).slots;

describe('labels of an answer', () => {
  it('stand in the place of what was unsure', () => {
    const heard = accepted(
      '那个东西又闹脾气了',
      { intent: 'report_fault', category: 'printing', urgency: 'high' },
      {
        builtIn: {
          intent: 'out_of_scope',
          candidates: [{ intent: 'report_fault', confidence: 0.3 }],
          slots: {},
        },
      },
    );
    expect(heard).toMatchObject({
      intent: 'report_fault',
      category: 'printing',
      urgency: 'high',
      confidence: 0.8,
    });
  });

  it('that agree make the reading sure', () => {
    const heard = accepted('打印机卡纸', { intent: 'report_fault' }, { builtIn: { intent: 'report_fault' } });
    expect(heard.confidence).toBe(0.9);
  });

  it('that nobody foresaw make it less sure', () => {
    const builtIn = { intent: 'greet' as const, candidates: [], slots: {} };
    expect(accepted('屏幕一闪一闪', { intent: 'report_fault' }, { builtIn }).confidence).toBe(0.6);
  });

  it('count for nothing where the model itself guesses', () => {
    const builtIn = { intent: 'greet' as const };
    expect(accepted('屏幕一闪', { intent: 'report_fault', confidence: 0.3 }, { builtIn }).intent).toBe(
      'greet',
    );
  });

  it('stand on requests alone', () => {
    const heard = accepted('OA在哪儿改密码', { intent: 'ask_howto', category: 'account', urgency: 'high' });
    expect(heard.category).toBeUndefined();
    expect(heard.urgency).toBeUndefined();
  });

  it.each([
    ['normal', 'critical', 'one', 'high'],
    ['high', 'critical', 'one', 'high'],
    ['high', 'critical', 'unit', 'critical'],
    ['critical', 'normal', 'one', 'high'],
    ['high', 'low', 'one', 'normal'],
    ['normal', 'low', 'one', 'low'],
  ] as const)(
    'move urgency by one step, and make no emergency of one machine: %s, %s, %s',
    (from, to, scope, result) => {
      const builtIn = { intent: 'report_fault' as const, urgency: from, slots: { scope } };
      expect(accepted('打印机卡纸', { intent: 'report_fault', urgency: to }, { builtIn }).urgency).toBe(
        result,
      );
    },
  );
});

describe('an intent that ends, undoes or affirms something', () => {
  const consequential = [
    'talk_to_human',
    'cancel_ticket',
    'cancel_meeting',
    'reopen_ticket',
    'rate_service',
    'complain',
    'confirm',
    'deny',
  ] as const;

  it.each(consequential)('%s is not taken where the words do not bear it out', (intent) => {
    const builtIn = {
      intent: 'report_fault' as const,
      candidates: [{ intent: 'report_fault' as const, confidence: 0.5 }],
    };
    expect(accepted('打印机出来的纸是白的', { intent, confidence: 1 }, { builtIn }).intent).toBe(
      'report_fault',
    );
  });

  it.each(consequential)('%s is taken where the built-in reading sees it too', (intent) => {
    const builtIn = { intent: 'report_fault' as const, candidates: [{ intent, confidence: 0.3 }], slots: {} };
    expect(accepted('那个先放着吧', { intent }, { builtIn }).intent).toBe(intent);
  });
});

describe('spans of an answer', () => {
  const text = '财务科的惠普M428打出来全是白纸，王小明那台，电话13800138000，单子3021';

  it('are in the person’s own words', () => {
    expect(slotsOf('我的ＯＡ打不开', { system: 'oa', symptom: '打不开' })).toMatchObject({
      system: 'ＯＡ',
      symptom: '打不开',
    });
  });

  it('are put back where they left as placeholders', () => {
    expect(slotsOf(text, { person: '⟦P1⟧', phone: '⟦P2⟧' })).toMatchObject({
      person: '王小明',
      phone: '13800138000',
    });
  });

  it.each([
    ['device', '投影仪'],
    ['system', 'SAP'],
    ['symptom', '蓝屏'],
    ['department', '人事处'],
    ['person', '⟦P9⟧'],
    ['person', '李四'],
    ['model', '联想 M455'],
    ['asset', 'ZC-1'],
    ['device', '机'],
    ['symptom', text],
  ])('are dropped where the message does not hold them: %s %s', (name, value) => {
    expect(slotsOf(text, { [name]: value })).toEqual({});
  });

  it('are dropped inside another word', () => {
    expect(slotsOf('downloading fails', { system: 'load' })).toEqual({});
  });

  it.each(['13900139000', '⟦P1⟧', '110', '8613800138000000'])(
    'give no telephone of their own: %s',
    (phone) => {
      expect(slotsOf(text, { phone })).not.toHaveProperty('phone');
    },
  );

  it('name a place of the message, whose floor and room are read from its words', () => {
    expect(
      slotsOf('在三楼302那台打印机坏了', { location: { text: '三楼302', floor: '9', room: '999' } }),
    ).toEqual({
      location: { text: '三楼302', floor: '3', room: '302' },
    });
    expect(slotsOf('那台打印机坏了', { location: { text: '三楼302', floor: '3', room: '302' } })).toEqual({});
  });

  it('stand on intents that have such a slot', () => {
    const slots = { device: '惠普M428', attendees: 428, title: '财务科' };
    expect(Object.keys(slotsOf(text, slots, 'ask_howto')).sort()).toEqual(['department', 'phone']);
  });

  it('do not take away what the grammar read', () => {
    const heard = accepted('三楼302打印机卡纸，电话8012', { intent: 'report_fault', slots: {} });
    expect(heard.slots).toMatchObject({
      device: '打印机',
      phone: '8012',
      location: { floor: '3', room: '302' },
    });
  });
});

describe('moments of an answer', () => {
  const text = '打印机卡纸了，下午两点前要用';

  it('are those that the grammar finds', () => {
    const { slots } = accepted(text, { intent: 'report_fault', slots: { deadline: '2026-11-18T06:00:00Z' } });
    expect(slots.deadline).toBe('2026-11-18T14:00:00+08:00');
  });

  it('leave the grammar’s own where they are others', () => {
    const { slots } = accepted(text, {
      intent: 'report_fault',
      slots: { deadline: '2030-01-01T00:00:00+08:00' },
    });
    expect(slots.deadline).toBe('2026-11-18T14:00:00+08:00');
  });

  it('may change what a moment is for', () => {
    const { slots } = accepted(text, {
      intent: 'report_fault',
      slots: { since: '2026-11-18T14:00:00+08:00' },
    });
    expect(slots).toMatchObject({ since: '2026-11-18T14:00:00+08:00' });
    expect(slots.deadline).toBeUndefined();
  });

  it.each(['tomorrow', '', '2026-13-45', '99999999999', '2026-11-18'])(
    'are dropped where they are none: %s',
    (since) => {
      expect(accepted(text, { intent: 'report_fault', slots: { since } }).slots.since).toBeUndefined();
    },
  );
});

describe('numbers and labels without a span', () => {
  it('are taken where the message writes the number', () => {
    expect(slotsOf('要三条网线', { quantity: 3 }, 'request_service')).toMatchObject({ quantity: 3 });
    expect(slotsOf('要些网线', { quantity: 3 }, 'request_service')).not.toHaveProperty('quantity');
    expect(slotsOf('网线', { quantity: -1 }, 'request_service')).not.toHaveProperty('quantity');
    expect(slotsOf('网线', { quantity: 1.5 }, 'request_service')).not.toHaveProperty('quantity');
  });

  it('fill only what was not read', () => {
    const heard = accepted('明天下午三点开会，要投影', {
      intent: 'book_meeting',
      slots: { equipment: ['tea', 'banner'], layout: 'u_shape' },
    });
    expect(heard.slots).toMatchObject({ equipment: ['projector'], layout: 'u_shape' });
  });
});

describe('further requests of an answer', () => {
  const text = '打印机卡纸了，另外怎么改OA密码';
  const part = { text: '怎么改OA密码', intent: 'ask_howto', slots: { system: 'OA' } };
  const alone = { builtIn: { intent: 'report_fault' as const, also: undefined as never } };

  it('are taken in words of the message', () => {
    const { also } = accepted(text, { intent: 'report_fault', also: [part] }, alone);
    expect(also).toMatchObject([{ text: '怎么改OA密码', intent: 'ask_howto', slots: { system: 'OA' } }]);
  });

  it.each([
    ['words that nobody said', { ...part, text: '取消所有工单' }],
    ['the whole message again', { ...part, text }],
    ['nothing', { ...part, text: ' ' }],
  ])('are dropped where they are %s', (_what, other) => {
    const heard = accepted(text, { intent: 'report_fault', also: [other] }, alone);
    expect(heard.also).toBeUndefined();
  });

  it('are two at most, and hold no further ones', () => {
    const { also } = accepted(
      text,
      { intent: 'report_fault', also: [part, part, part, { ...part, also: [part] }] },
      alone,
    );
    expect(also).toHaveLength(2);
    expect(also?.every((one) => one.also === undefined)).toBe(true);
  });

  it('cannot undo anything that their words do not', () => {
    const other = { ...part, intent: 'cancel_ticket', confidence: 1 };
    const { also } = accepted(text, { intent: 'report_fault', also: [other] }, alone);
    expect(also?.map((one) => one.intent)).not.toContain('cancel_ticket');
  });

  it('are none in an answer to a question', () => {
    const asked = { expect: { flow: 'report_fault', slot: 'device' as const }, ...alone };
    expect(accepted(text, { intent: 'report_fault', also: [part] }, asked).also).toBeUndefined();
  });
});
