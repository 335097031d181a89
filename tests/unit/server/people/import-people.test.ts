import { expect, test } from 'vitest';
import { readPeople, TableFault, textOf } from '../../../../server/people/import-people.ts';

test('columns are known by what people call them, in any order', async () => {
  const { people, faults } = await readPeople(
    '\uFEFF姓名,工号,科室,手机,重点用户\n张三,001,"财务科,一组",138 0013 8000,是\n李四,002,人事科,,\n',
  );
  expect(faults).toEqual([]);
  expect(people).toEqual([
    { id: '001', fields: { name: '张三', department: '财务科,一组', mobile: '138 0013 8000', vip: true } },
    { id: '002', fields: { name: '李四', department: '人事科' } },
  ]);
});

test('good lines are taken, each bad one is named by its line', async () => {
  const { people, faults } = await readPeople(
    '工号,姓名,手机,vip\n001,张三,13800138000,\n001,李四,,\n,王五,,\n004,赵六,无,\n005,钱七,,或许\n\n006,孙八,,否\n',
  );
  expect(people.map(({ id }) => id)).toEqual(['001', '006']);
  expect(faults.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
  expect(faults[0]?.message).toContain('line 2');
});

test('a table without the columns that tell people apart is refused', async () => {
  await expect(readPeople('名字叫什么,手机\n张三,1\n')).rejects.toThrow(TableFault);
  await expect(readPeople('')).rejects.toThrow('工号');
});

test('what a Chinese spreadsheet saves is read, in UTF-8 or GB 18030', () => {
  expect(textOf(new TextEncoder().encode('姓名'))).toBe('姓名');
  expect(textOf(new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb]))).toBe('姓名');
});
