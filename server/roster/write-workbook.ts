/** The roster as a workbook that can be changed and taken in again. */
import type { Worksheet } from 'exceljs';
import type { Profile } from '../desk/profile.ts';
import { rosterDays } from '../desk/roster-days.ts';
import { SHEETS } from './sheets.ts';

/** From the first day on, so many days; ISO date of the profile's zone. */
export async function writeWorkbook(profile: Profile, from: string, days: number): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const duty = book.addWorksheet(SHEETS.duty.name);
  head(duty, SHEETS.duty.columns);
  for (const one of rosterDays(profile, from, days))
    add(duty, [one.date, one.team.name, one.shift?.name ?? '', one.planned.name, one.planned.phone]);
  const leave = book.addWorksheet(SHEETS.leave.name);
  head(leave, SHEETS.leave.columns);
  const name = (id: string) =>
    profile.teams.flatMap((team) => team.members).find((member) => member.id === id)?.name ?? id;
  for (const { person, from: first, to, substitute } of profile.leave)
    if (to >= from) add(leave, [name(person), first, to, name(substitute)]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function head(sheet: Worksheet, columns: readonly string[]): void {
  sheet.addRow([...columns]).font = { bold: true };
  sheet.columns.forEach((column) => {
    column.width = 16;
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

/** Every cell is a text with the format of texts: a name that looks like a formula stays one when somebody edits it. */
function add(sheet: Worksheet, texts: readonly string[]): void {
  sheet.addRow([...texts]).eachCell((cell) => {
    cell.numFmt = '@';
  });
}
