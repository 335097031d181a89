import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callbackData, MOST_BYTES, readCallbackData } from '../../../../adapters/telegram/callback-data.ts';

const button = { message: '9007199254740993', place: 12 };

it('carries a short action whole', () => {
  const data = callbackData({ id: 'dispatch.accept', value: 'T20261118-0001' }, button);
  expect(data).toBe('=dispatch.accept|T20261118-0001');
  expect(readCallbackData(data)).toEqual({
    kind: 'action',
    action: { id: 'dispatch.accept', value: 'T20261118-0001' },
  });
});

it('names a long action by the message that it was sent with', () => {
  const data = callbackData(
    { id: 'room', value: '机关大楼三楼东侧第二多功能会议室（带投影）'.repeat(3) },
    button,
  );
  expect(readCallbackData(data)).toEqual({ kind: 'sent', button });
});

it('fits into 64 bytes and comes back as it was, whatever the action is', () => {
  const id = fc.string({ unit: fc.constantFrom('a', '.', '|', '选', '😀'), minLength: 1, maxLength: 20 });
  const value = fc.string({
    unit: fc.constantFrom('T', '1', '|', '/', '#', '室', '😀', '\ud83d'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(id, value, (id, value) => {
      const data = callbackData({ id, value }, button);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(MOST_BYTES);
      const read = readCallbackData(data);
      const whole = { kind: 'action', action: { id, value } };
      expect(read).toEqual(read?.kind === 'action' ? whole : { kind: 'sent', button });
    }),
  );
});

it.each(['', 'accept', '=', '=|', '=|x', '#', '#1', '#/1', '#1/', '#1/9999', '{"a":1}'])(
  'reads nothing out of %j',
  (data) => {
    expect(readCallbackData(data)).toBeNull();
  },
);
