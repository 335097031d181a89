import { describe, expect, test } from 'vitest';
import type { Understand, Understanding } from '../../../../bot/types.ts';
import { draftOf, type TicketRequest } from '../../../../server/tickets/ticket-request.ts';
import { NINE } from '../../../support/small-desk.ts';

/** Understands the same of every text, and remembers what it was given. */
function understanding(record: Partial<Understanding> = {}) {
  const given: string[] = [];
  const understand: Understand = (text) => {
    given.push(text);
    return { text, intent: 'report_fault', confidence: 1, slots: {}, ...record };
  };
  return { given, understand };
}

const draft = (request: Partial<TicketRequest>, record: Partial<Understanding> = {}) =>
  draftOf({ kind: 'fault', title: '打印机卡纸', ...request }, understanding(record).understand, NINE);

describe('what is not stated', () => {
  test('is understood from title and description together', () => {
    const { given, understand } = understanding();
    draftOf({ kind: 'fault', title: '打印机卡纸', description: '三楼302' }, understand, NINE);
    expect(given).toEqual(['打印机卡纸\n三楼302']);
  });

  test('is what the words gave, and at last an ordinary matter of no category', () => {
    const record = { category: 'printing', urgency: 'high', slots: { device: '打印机' } } as const;
    expect(draft({}, record)).toMatchObject(record);
    expect(draft({})).toMatchObject({ category: 'other', urgency: 'normal', slots: {}, description: '' });
  });
});

describe('title and description are one matter', () => {
  const two = {
    slots: { device: '打印机', symptom: '坏' },
    urgency: 'normal',
    also: [
      {
        text: '',
        intent: 'report_fault',
        confidence: 1,
        urgency: 'high',
        slots: { device: '键盘', phone: '8302', location: { text: '三楼302', floor: '3', room: '302' } },
      },
    ],
  } as const satisfies Partial<Understanding>;

  test('read as two, the place and the telephone of the second are kept, and the thing of the first', () => {
    const { slots, urgency } = draft({ description: '键盘坏了，三楼302，电话8302' }, two);
    expect(slots).toMatchObject({ device: '打印机', phone: '8302', location: { room: '302' } });
    expect(urgency).toBe('high');
  });
});

describe('what is stated', () => {
  test('stands, whatever the words gave', () => {
    const stated = { category: 'network', urgency: 'low', device: '交换机' } as const;
    const { category, urgency, slots } = draft(stated, { category: 'printing', slots: { device: '打印机' } });
    expect({ category, urgency, device: slots.device }).toEqual(stated);
  });

  test('the requester’s telephone too, unless the words are about somebody else', () => {
    const requester = { phone: '8012' };
    expect(draft({ requester }, { slots: { phone: '8302' } }).slots.phone).toBe('8012');
    const forWang = { slots: { phone: '8302', person: '王丽' } };
    expect(draft({ requester }, forWang).slots.phone).toBe('8302');
  });

  test('null and empty say nothing', () => {
    const slots = { device: '打印机', model: 'M428' };
    expect(draft({ device: null, model: '', category: null }, { category: 'printing', slots })).toMatchObject(
      {
        category: 'printing',
        slots,
      },
    );
  });

  test('a place in words gets its floor and room from them; one that has them keeps its own', () => {
    const said = { slots: { location: { text: '三楼302', floor: '3', room: '302' } } };
    expect(draft({ location: { text: '三楼302' } }, said).slots.location).toEqual(said.slots.location);
    const stated = { text: '302', floor: '9' };
    expect(draft({ location: stated }, said).slots.location).toEqual(stated);
  });
});

describe('secrets', () => {
  test('are masked before anything is understood', () => {
    const { given, understand } = understanding();
    draftOf({ kind: 'fault', title: '登录不了', description: '密码是Abc12345' }, understand, NINE);
    expect(given.join()).not.toContain('Abc12345');
  });

  test('a classified marking on either field takes both', () => {
    expect(draft({ title: '【机密】某工程', description: '图纸打不出来' }).description).not.toContain('图纸');
    expect(draft({ title: '图纸打不出来', description: '机密★10年\n某工程' }).title).not.toContain('图纸');
  });
});
