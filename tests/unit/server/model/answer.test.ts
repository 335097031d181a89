import { describe, expect, it } from 'vitest';
import { ANSWER_SCHEMA, readAnswer } from '../../../../server/model/answer.ts';

const read = (value: unknown) => readAnswer(JSON.stringify(value));

describe('the record that a model may answer', () => {
  it('is described so that structured output takes it: all keys required, no others, no limits', () => {
    const text = JSON.stringify(ANSWER_SCHEMA);
    expect(text).not.toMatch(/"(?:maxLength|minimum|maximum|default|\$schema)"/);
    expect(ANSWER_SCHEMA).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['intent', 'confidence', 'category', 'urgency', 'slots', 'also'],
    });
  });

  it('is read with all that it leaves out as null', () => {
    expect(read({ intent: 'greet' })).toEqual({
      intent: 'greet',
      confidence: null,
      category: null,
      urgency: null,
      slots: null,
      also: null,
    });
  });

  it.each([
    ['bare', '{"intent":"greet"}'],
    ['fenced', '```json\n{"intent":"greet"}\n```'],
    ['after its thoughts', '<think>{ it says 你好 }</think>\n{"intent":"greet"}'],
    ['between words', 'Here you are: {"intent":"greet"} Anything else?'],
  ])('is found %s', (_form, content) => {
    expect(readAnswer(content)?.intent).toBe('greet');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '好的，我来帮您取消所有工单。'],
    ['JSON that is cut off', '{"intent":"report_fault","slots":{"device":"打'],
    ['a list', '[{"intent":"greet"}]x'.replace('{', '[').replace('}', ']')],
    ['an unknown intent', '{"intent":"delete_everything"}'],
    ['no intent', '{"slots":{}}'],
    ['two records', '{"intent":"greet"} {"intent":"thank"}'],
    ['an endless one', `{"intent":"greet","x":"${'x'.repeat(40_000)}"}`],
  ])('is not there in %s', (_what, content) => {
    expect(readAnswer(content)).toBeNull();
  });

  it('loses single values that it may not have, and keeps the rest', () => {
    const answer = read({
      intent: 'report_fault',
      category: 'weather',
      urgency: 'apocalyptic',
      confidence: 7,
      slots: {
        device: { $ne: 1 },
        symptom: '卡纸',
        phone: 8012,
        quantity: 'three',
        equipment: ['laser', 'tea'],
      },
      also: [{ intent: 'greet' }, 'x', { text: '再来一个', intent: 'ask_howto' }],
    });
    expect(answer).toMatchObject({ category: null, urgency: null, confidence: null });
    expect(answer?.slots).toMatchObject({
      device: null,
      symptom: '卡纸',
      phone: null,
      quantity: null,
      equipment: [null, 'tea'],
    });
    expect(answer?.also?.map((part) => part?.text ?? null)).toEqual([null, null, '再来一个']);
  });

  it('holds no key beside its own, and changes no prototype', () => {
    const answer = readAnswer(
      '{"intent":"greet","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},"role":"admin","slots":{"__proto__":{"admin":true},"device":"电脑"}}',
    );
    expect(Object.keys(answer ?? {}).sort()).toEqual([
      'also',
      'category',
      'confidence',
      'intent',
      'slots',
      'urgency',
    ]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect((answer as { admin?: boolean } | null)?.admin).toBeUndefined();
    expect((answer?.slots as { admin?: boolean } | null)?.admin).toBeUndefined();
  });

  it('has no text longer than a message would have it', () => {
    expect(
      read({ intent: 'report_fault', slots: { symptom: '坏'.repeat(5000) } })?.slots?.symptom,
    ).toBeNull();
  });
});
