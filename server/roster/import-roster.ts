/** Takes a roster workbook in: all of it, or nothing and a list of what could not be read. */
import { CalendarDate } from '../desk/calendar-definition.ts';
import type { Profile } from '../desk/profile.ts';
import { leaveFault, type PlannedDuty, type PlannedLeave, type RosterPlan } from '../desk/roster-plan.ts';
import type { CellFault, FaultCode, ReadWorkbook, SheetLine } from './read-workbook.ts';
import { SHEETS } from './sheets.ts';

export type ReadRoster = { ok: true; plan: RosterPlan } | { ok: false; faults: CellFault[] };

/** `known` are the leaves that stand already; one that is the same again is passed over. */
export function readRoster(
  profile: Profile,
  known: readonly PlannedLeave[],
  { lines, faults: unread }: ReadWorkbook,
): ReadRoster {
  const faults: CellFault[] = [...unread];
  const duty = lines.duty.flatMap((line) => dutyIn(profile, line, faults));
  checkTwice(lines.duty, duty, faults);
  const leave: PlannedLeave[] = [];
  for (const line of lines.leave) {
    const one = leaveIn(profile, line, faults);
    if (one === null || [...known, ...leave].some((other) => isSame(other, one))) continue;
    const fault = leaveFault(profile, one, [...profile.leave, ...leave]);
    const column = fault && { person: '姓名', to: '到', substitute: '替班人' }[fault.field];
    if (fault && column) faults.push(faultAt('leave', line, column, 'leave', fault.message));
    else leave.push(one);
  }
  const inOrder = faults.sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row);
  return inOrder.length > 0 ? { ok: false, faults: inOrder } : { ok: true, plan: { duty, leave } };
}

function isSame(a: PlannedLeave, b: PlannedLeave): boolean {
  return a.person === b.person && a.from === b.from && a.to === b.to && a.substitute === b.substitute;
}

/** The line's own faults are added to `faults`; a line that has one plans nothing. */
function dutyIn(profile: Profile, line: SheetLine, faults: CellFault[]): (PlannedDuty & { row: number })[] {
  const before = faults.length;
  const expect = <T>(column: string, code: FaultCode, value: T | undefined, reason: string, choices = '') => {
    if (value === undefined) faults.push(faultAt('duty', line, column, code, reason, choices));
    return value;
  };
  const { cells } = line;
  const date = expect('日期', 'date', dateIn(cells.日期), 'expected a date such as 2026-11-20');
  const team = expect(
    '班组',
    'team',
    named(profile.teams, cells.班组),
    'expected a team',
    namesOf(profile.teams),
  );
  const shifts = profile.roster?.shifts ?? [];
  const shift = cells.班次
    ? expect('班次', 'shift', named(shifts, cells.班次), 'expected a shift of the roster', namesOf(shifts))
    : null;
  const person =
    team &&
    expect(
      '值班人',
      'person',
      named(team.members, cells.值班人),
      'expected a member of the team',
      namesOf(team.members),
    );
  const said = cells.电话 || person?.phone;
  const phone = person && expect('电话', 'phone', phoneIn(said), 'expected a telephone number');
  if (faults.length > before || !date || !team || !person || !phone) return [];
  return [{ date, team: team.id, shift: shift?.id ?? null, person: person.id, phone, row: line.row }];
}

function leaveIn(profile: Profile, line: SheetLine, faults: CellFault[]): PlannedLeave | null {
  const { cells } = line;
  const members = profile.teams.flatMap((team) => team.members);
  const from = dateIn(cells.从);
  const to = dateIn(cells.到);
  const person = named(members, cells.姓名);
  const substitute = named(members, cells.替班人);
  if (!person) faults.push(faultAt('leave', line, '姓名', 'person', 'expected a member of a team'));
  if (!from) faults.push(faultAt('leave', line, '从', 'date', 'expected a date such as 2026-11-20'));
  if (!to) faults.push(faultAt('leave', line, '到', 'date', 'expected a date such as 2026-11-20'));
  if (!substitute) faults.push(faultAt('leave', line, '替班人', 'person', 'expected a member of a team'));
  if (!person || !from || !to || !substitute) return null;
  return { person: person.id, from, to, substitute: substitute.id };
}

/** One day has one person for each shift; the whole day and a shift of it contradict one another. */
function checkTwice(
  lines: readonly SheetLine[],
  duty: readonly (PlannedDuty & { row: number })[],
  faults: CellFault[],
): void {
  for (const [index, one] of duty.entries()) {
    const other = duty
      .slice(0, index)
      .find(({ date, team, shift }) => date === one.date && team === one.team && overlaps(shift, one.shift));
    const line = other && lines.find(({ row }) => row === one.row);
    if (other && line)
      faults.push(faultAt('duty', line, '值班人', 'twice', `row ${other.row} says it already`));
  }
}

function overlaps(a: string | null, b: string | null): boolean {
  return a === b || a === null || b === null;
}

function faultAt(
  sheet: keyof typeof SHEETS,
  line: SheetLine,
  column: string,
  code: FaultCode,
  reason: string,
  choices = '',
): CellFault {
  const found = (line.cells[column] ?? '').slice(0, 100);
  const at = { sheet: SHEETS[sheet].name, row: line.row, column: line.columnOf(column), found };
  return { ...at, code, reason, ...(choices ? { choices } : {}) };
}

/** `2026-11-20`, `2026/11/20`, `2026年11月20日`. */
function dateIn(text: string | undefined): string | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text ?? '');
  if (!parts) return undefined;
  const date = [parts[1], parts[2]?.padStart(2, '0'), parts[3]?.padStart(2, '0')].join('-');
  return CalendarDate.safeParse(date).success ? date : undefined;
}

function phoneIn(text: string | undefined): string | undefined {
  return text && /^[\d+*#() -]{3,30}$/.test(text) ? text : undefined;
}

function named<T extends { id: string; name: string }>(
  among: readonly T[],
  said: string | undefined,
): T | undefined {
  return among.find(({ id, name }) => said === id || said === name);
}

function namesOf(among: readonly { name: string }[]): string {
  return among.map(({ name }) => name).join('、');
}
