import { expect, test } from 'vitest';
import { type SuggestCase, suggestAssignee } from '../../../../server/desk/suggest.ts';
import { loadProfile } from '../../../../server/profile/load.ts';

const profile = loadProfile('default');
const morning: SuggestCase = {
  team: '桌面组',
  category: 'printing',
  building: null,
  at: Date.parse('2026-11-18T09:00:00+08:00'),
  atWork: true,
};
const load = (name: string, count: number, ...buildings: string[]) => ({ name, count, buildings });
const suggest = (changes: Partial<SuggestCase>, ...loads: ReturnType<typeof load>[]) =>
  suggestAssignee(profile, { ...morning, ...changes }, loads);

test('whoever can do it and has the least in hand', () => {
  expect(suggest({}, load('李明', 3), load('张浩', 1))).toBe('张浩');
  expect(suggest({}, load('李明', 1), load('张浩', 2), load('王芳', 0))).toBe('李明');
  expect(suggest({ category: 'account' }, load('王芳', 9))).toBe('王芳');
});

test('whoever is in the building already, where the load is about the same', () => {
  const loads = [load('李明', 2, '1号楼'), load('张浩', 2, '2号楼')];
  expect(suggest({ building: '2号楼' }, ...loads)).toBe('张浩');
  expect(suggest({ building: '2号楼' }, load('李明', 0), load('张浩', 4, '2号楼'))).toBe('李明');
});

test('nobody who is on leave; out of hours the person on duty; nobody of a team that is not known', () => {
  const leave = [{ person: 'zhanghao', from: '2026-11-18', to: '2026-11-18', substitute: 'liming' }];
  expect(suggestAssignee({ ...profile, leave }, morning, [load('李明', 5)])).toBe('李明');
  expect(suggest({ atWork: false, at: Date.parse('2026-11-18T22:00:00+08:00') })).toMatch(/李明|王芳/);
  expect(suggest({ team: '没有的组' })).toBeNull();
});
