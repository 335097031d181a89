/** Staff from a table (CSV, as spreadsheets save it): good lines are taken, each bad one is named with what is wrong. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { PersonFields as Fields, type PersonFields, PersonId } from '../desk/person.ts';

export interface ImportLine {
  id: string;
  fields: PersonFields;
}

export interface LineFault {
  /** As a spreadsheet counts: the head is line 1. */
  line: number;
  message: string;
}

export interface ReadTable {
  people: ImportLine[];
  faults: LineFault[];
}

/** The columns by what people call them; the first name is the one that the manual gives. */
const COLUMNS = {
  id: ['id', '工号', '编号', '人员编号', 'staff_no'],
  name: ['name', '姓名', '名字'],
  unit: ['unit', '单位', '机构'],
  department: ['department', '部门', '科室', '处室'],
  room: ['room', '房间', '办公室', '房号', '工位'],
  phone: ['phone', '电话', '座机', '分机', '办公电话'],
  mobile: ['mobile', '手机', '手机号', '移动电话'],
  level: ['level', '职级', '级别', '职务'],
  vip: ['vip', '重点用户', '关键用户'],
  manager: ['manager', '上级', '上级工号', '负责人工号'],
} as const;
type Column = keyof typeof COLUMNS;

const YES = ['1', 'true', 'yes', 'y', '是', '对', '√'];
const NO = ['', '0', 'false', 'no', 'n', '否', '不是'];
const Yes = z.string().transform((value, context) => {
  const said = value.trim().toLowerCase();
  if (YES.includes(said)) return true;
  if (NO.includes(said)) return false;
  context.addIssue({ code: 'custom', message: '是 or 否' });
  return z.NEVER;
});

/** UTF-8, else GB 18030, which is what Chinese spreadsheets save by default. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Reads a table with a head; throws `TableFault` where there is no head to go by. */
export async function readPeople(table: string): Promise<ReadTable> {
  const [head, ...rows] = await rowsOf(table);
  const columns = (head ?? []).map(columnOf);
  const missing = (['id', 'name'] as const).filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw new TableFault(missing.map((column) => COLUMNS[column].slice(0, 2).join('/')));
  const read: ReadTable = { people: [], faults: [] };
  const seen = new Map<string, number>();
  rows.forEach((cells, index) => {
    const line = index + 2;
    if (cells.every((cell) => cell.trim() === '')) return;
    const one = personOf(columns, cells);
    if ('message' in one) {
      read.faults.push({ line, message: one.message });
      return;
    }
    const before = seen.get(one.id);
    if (before !== undefined)
      read.faults.push({ line, message: `${one.id} stands in line ${before} already` });
    else read.people.push(one);
    seen.set(one.id, before ?? line);
  });
  return read;
}

/** The table's head lacks columns without which nobody can be told apart. */
export class TableFault extends Error {
  constructor(missing: string[]) {
    super(`the first line must name the columns; missing: ${missing.join(', ')}`);
  }
}

async function rowsOf(table: string): Promise<string[][]> {
  // Loaded where a table is read: the library is large.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  // Cells stay text: a staff number is no number, and a date no date.
  const sheet = await book.csv.read(Readable.from([table.replace(/^\uFEFF/, '')]), { map: (value) => value });
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const values = Array.isArray(row.values) ? row.values.slice(1) : [];
    rows.push(Array.from(values, (value) => (value == null ? '' : String(value))));
  });
  return rows;
}

function columnOf(name: string): Column | null {
  const said = name.trim().toLowerCase();
  const found = Object.entries(COLUMNS).find(([, names]) => (names as readonly string[]).includes(said));
  return found ? (found[0] as Column) : null;
}

function personOf(columns: (Column | null)[], cells: string[]): ImportLine | { message: string } {
  const given = columns.flatMap((column, index): [Column, string][] => {
    const value = cells[index]?.normalize('NFKC').trim() ?? '';
    return column && value !== '' ? [[column, value]] : [];
  });
  const Line = Fields.extend({ id: PersonId, vip: Yes.optional() });
  const read = Line.safeParse(Object.fromEntries(given));
  if (!read.success) {
    const [issue] = read.error.issues;
    return { message: `${issue?.path.join('.') || 'line'}: ${issue?.message}` };
  }
  const { id, ...fields } = read.data;
  return { id, fields };
}
