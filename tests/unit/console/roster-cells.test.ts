import { expect, test } from 'vitest';
import type { RosterDay } from '../../../server/console/src/dispatch/dispatch-api.ts';
import { rosterRows } from '../../../server/console/src/dispatch/roster-cells.ts';

const day = (date: string, team: string, shift: string | null, name: string): RosterDay => {
  const person = { id: name, name, phone: '8001' };
  const named = (id: string) => ({ id, name: id });
  return {
    date,
    team: named(team),
    shift: shift === null ? null : named(shift),
    planned: person,
    onDuty: person,
    fixed: false,
    assurance: null,
  };
};

test('a row a team and shift, in the desk’s order; a day that nobody has stays empty', () => {
  const rows = rosterRows([
    day('2026-11-16', 'a', 'day', '李明'),
    day('2026-11-16', 'a', 'night', '张浩'),
    day('2026-11-16', 'b', 'day', '王芳'),
    day('2026-11-17', 'a', 'day', '赵军'),
  ]);
  expect(rows.map(({ team, shift, cells }) => [team.id, shift?.id, [...cells.keys()]])).toEqual([
    ['a', 'day', ['2026-11-16', '2026-11-17']],
    ['a', 'night', ['2026-11-16']],
    ['b', 'day', ['2026-11-16']],
  ]);
});
