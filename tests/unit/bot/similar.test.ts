import { describe, expect, test } from 'vitest';
import { isSameFault, isSameMatter, likeness, type Report } from '../../../bot/similar.ts';

const report = (changes: Partial<Report> & { title: string }): Report => ({
  kind: 'fault',
  category: 'network',
  description: '',
  device: null,
  system: null,
  location: null,
  ...changes,
});
const at = (text: string, building?: string, room?: string) => ({
  text,
  ...(building ? { building } : {}),
  ...(room ? { room } : {}),
});

describe('two people’s reports are of one fault', () => {
  test('where a shared thing fails in like words, in different rooms of one building', () => {
    const a = report({ title: '三楼302上不了网', location: at('三楼302', '1号楼', '302') });
    expect(
      isSameFault(a, report({ title: '501 网断了，上不了网', location: at('501', '1号楼', '501') })),
    ).toBe(true);
    expect(isSameFault(a, report({ title: '上不了网', location: at('2号楼', '2号楼') }))).toBe(false);
    expect(isSameFault(a, report({ title: '电话会议的线路要改', location: null }))).toBe(false);
  });

  test('where one system is named, whatever the words', () => {
    const a = report({ category: 'business', system: 'OA', title: 'OA 打不开' });
    expect(isSameFault(a, report({ category: 'business', system: 'OA', title: '公文一直转圈' }))).toBe(true);
    expect(isSameFault(a, report({ category: 'business', system: '财务系统', title: '打不开' }))).toBe(false);
  });

  test('not where two devices of two rooms have the same trouble', () => {
    const a = report({ category: 'printing', title: '打印机卡纸', location: at('302', undefined, '302') });
    const b = report({ category: 'printing', title: '打印机卡纸', location: at('501', undefined, '501') });
    expect(isSameFault(a, b)).toBe(false);
    expect(isSameFault(a, { ...b, location: a.location })).toBe(true);
  });

  test('not where one wants something done', () => {
    const a = report({ title: '上不了网' });
    expect(isSameFault(a, { ...a, kind: 'service' })).toBe(false);
  });
});

describe('one person says the same again', () => {
  const jam = report({
    category: 'printing',
    device: '打印机',
    title: '三楼302 打印机 卡纸',
    location: at('三楼302', undefined, '302'),
  });

  test('of one device in one place', () => {
    expect(isSameMatter(jam, { ...jam, title: '三楼302 打印机 又卡纸了' })).toBe(true);
  });

  test('not of another device, another place or another trouble', () => {
    expect(isSameMatter(jam, { ...jam, device: '复印机' })).toBe(false);
    expect(isSameMatter(jam, { ...jam, location: at('501', undefined, '501') })).toBe(false);
    expect(isSameMatter(jam, { ...jam, title: '三楼302 换硒鼓' })).toBe(false);
  });
});

test('likeness is the share of common pairs, whatever the filler between them', () => {
  expect(likeness('上不了网', '上不了网')).toBe(1);
  expect(likeness('上不了网', '喝茶去')).toBe(0);
  expect(likeness('', '')).toBe(0);
});
