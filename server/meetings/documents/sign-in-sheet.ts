/** The sheet on which those who come sign. */
import {
  AlignmentType,
  Document,
  HeightRule,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
} from 'docx';
import type { Meeting } from '../../desk/meeting-record.ts';
import { FONTS, heldAt, heldIn, printable, type Rooms, WORDS } from './words.ts';

/** Where nobody said how many come: one page. */
const ROWS_UNSAID = 20;
/** Whoever expects more signs elsewhere; the document stays one that a printer takes. */
const MOST_ROWS = 1000;
/** Twentieths of a point, like all measures here; they make up the width between the margins. */
const WIDTHS = [800, 1700, 2600, 1700, 1900, 1700];
const ROW = { cantSplit: true, height: { value: 560, rule: HeightRule.ATLEAST } };
const MARGIN = 750;
/** A4. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
};

/** The docx: title, time, place, and a row for each of `attendees`, the header on every page. */
export function signInSheet(
  meeting: Meeting,
  { zone, rooms }: { zone: string; rooms: Rooms },
): Promise<Uint8Array> {
  const count = Math.min(meeting.attendees ?? ROWS_UNSAID, MOST_ROWS);
  return Packer.toBuffer(
    new Document({
      creator: '',
      styles: { default: { document: { run: { font: FONTS.body, size: 24 } } } },
      sections: [
        {
          properties: { page: PAGE },
          children: [
            line(`${printable(meeting.title)} ${WORDS.sign_in_sheet}`, { size: 36, centred: true }),
            line(`${WORDS.time}：${heldAt(meeting, zone)}`),
            line(`${WORDS.place}：${heldIn(meeting, rooms)}`),
            tableOf(count),
          ],
        },
      ],
    }),
  );
}

function tableOf(rows: number): Table {
  const header = new TableRow({
    ...ROW,
    tableHeader: true,
    children: WORDS.columns.map((column, at) => cell(column, at, { bold: true })),
  });
  const body = Array.from({ length: rows }, (_, row) => {
    const texts = WORDS.columns.map((_column, at) => (at === 0 ? `${row + 1}` : ''));
    return new TableRow({ ...ROW, children: texts.map((text, at) => cell(text, at)) });
  });
  return new Table({ layout: TableLayoutType.FIXED, columnWidths: WIDTHS, rows: [header, ...body] });
}

function cell(text: string, at: number, { bold = false } = {}): TableCell {
  return new TableCell({
    width: { size: WIDTHS[at] as number, type: 'dxa' },
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold })] })],
  });
}

function line(text: string, { size = 24, centred = false } = {}): Paragraph {
  return new Paragraph({
    ...(centred ? { alignment: AlignmentType.CENTER } : {}),
    spacing: { after: centred ? 240 : 120 },
    children: [new TextRun({ text, size, bold: centred, ...(centred ? { font: FONTS.heading } : {}) })],
  });
}
