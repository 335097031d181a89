/** The lines of a roster workbook, as text; formulas are never computed, and what they gave is not believed. */
import type { Cell, Workbook } from 'exceljs';
import { SHEETS, type SheetName } from './sheets.ts';

/** A place in a sheet as people count it: column `B`, row 3. */
export interface CellFault {
  sheet: string;
  row: number;
  column: string;
  found: string;
  code: FaultCode;
  reason: string;
  /** What could stand there, where that is a few names. */
  choices?: string;
}

export type FaultCode =
  | 'sheet'
  | 'columns'
  | 'rows'
  | 'formula'
  | 'date'
  | 'team'
  | 'shift'
  | 'person'
  | 'phone'
  | 'twice'
  | 'leave';

/** One line of a sheet: its texts by the names of the columns. */
export interface SheetLine {
  row: number;
  cells: Readonly<Record<string, string>>;
  /** `B` for the column of that name. */
  columnOf(name: string): string;
}

export interface ReadWorkbook {
  lines: Record<SheetName, SheetLine[]>;
  faults: CellFault[];
}

/** A year of three teams in two shifts has about 2,200. */
const MOST_LINES = 10_000;

/** Null where the bytes are no workbook. A sheet that is not there has no lines; one of the two must be. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook | null> {
  // Loaded where a workbook is read: the library is large.
  const { default: excel } = await import('exceljs');
  const book: Workbook = new excel.Workbook();
  try {
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch {
    return null;
  }
  const read: ReadWorkbook = { lines: { duty: [], leave: [] }, faults: [] };
  const names = Object.keys(SHEETS) as SheetName[];
  if (names.every((name) => !book.getWorksheet(SHEETS[name].name))) {
    const expected = names.map((name) => `«${SHEETS[name].name}»`).join(' or ');
    const found = book.worksheets.map((sheet) => sheet.name).join('、');
    read.faults.push({
      sheet: '',
      row: 0,
      column: '',
      found,
      code: 'sheet',
      reason: `expected a sheet ${expected}`,
    });
  }
  for (const name of names) readSheet(book, name, read);
  return read;
}

function readSheet(book: Workbook, which: SheetName, read: ReadWorkbook): void {
  const { name, columns } = SHEETS[which];
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) return;
  const fault = (code: FaultCode, row: number, column: string, found: string, reason: string) =>
    read.faults.push({ sheet: name, row, column, found: found.slice(0, 100), code, reason });
  const places = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, at) => {
    const text = textOf(cell);
    if (text !== null && (columns as readonly string[]).includes(text)) places.set(text, at);
  });
  const missing = columns.filter((column) => !places.has(column));
  if (missing.length > 0)
    return void fault(
      'columns',
      1,
      '',
      [...places.keys()].join('、'),
      `expected columns ${missing.join('、')}`,
    );
  if (sheet.rowCount > MOST_LINES)
    return void fault('rows', sheet.rowCount, '', '', `expected at most ${MOST_LINES} rows`);
  const columnOf = (column: string) => sheet.getColumn(places.get(column) ?? 1).letter;
  for (let row = 2; row <= sheet.rowCount; row += 1) {
    const cells: Record<string, string> = {};
    for (const [column, at] of places) {
      const cell = sheet.getRow(row).getCell(at);
      const text = textOf(cell);
      if (text === null)
        fault('formula', row, columnOf(column), cell.formula ?? '', 'expected a value, not a formula');
      cells[column] = text ?? '';
    }
    if (Object.values(cells).some((text) => text !== '')) read.lines[which].push({ row, cells, columnOf });
  }
}

/** Null where it is a formula, or nothing that has a text. A day is written `YYYY-MM-DD`: a workbook's days have no zone. */
function textOf(cell: Cell): string | null {
  const { value } = cell;
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value).normalize('NFKC').trim();
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .normalize('NFKC')
      .trim();
  if ('hyperlink' in value && typeof value.text === 'string') return value.text.normalize('NFKC').trim();
  return null;
}
