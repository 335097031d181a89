import { expect, test } from 'vitest';
import { zh } from '../../../server/console/src/texts/zh.ts';
import { linesOf } from '../../../server/console/src/ticket/detail-lines.ts';

const reading = {
  texts: zh,
  moment: (text: string) => `[${text}]`,
  name: (idOrName: string) => (idOrName === 'desktop' ? '桌面组' : idOrName),
};
const read = (detail: Record<string, unknown>) =>
  linesOf(detail, reading).map(({ label, value }) => `${label}=${value}`);

test('codes are told in words, moments and ids by name', () => {
  expect(read({ team: 'desktop', reason: 'parts', until: '2026-11-21T09:00:00+08:00' })).toEqual([
    '班组=桌面组',
    '原因=等配件',
    '预计恢复=[2026-11-21T09:00:00+08:00]',
  ]);
});

test('what a requester was told of, and over which channel', () => {
  expect(read({ event: 'on_hold', channel: 'feishu' })).toEqual(['告知=已挂起', '渠道=飞书']);
});

test('people’s own words stand as they were written', () => {
  expect(read({ text: '<b>急</b>', reason: '不归我们' })).toEqual(['内容=<b>急</b>', '原因=不归我们']);
});

test('what is empty is left out, what is unknown keeps its key', () => {
  expect(read({ note: '', cause: null, extra: 3, internal: true })).toEqual(['extra=3', '内部=是']);
});

test('lists and records are told in one line', () => {
  expect(read({ reasons: ['态度好', '速度快'], location: { text: '三楼302' } })).toEqual([
    '原因=态度好、速度快',
    '地点=内容 三楼302',
  ]);
});
